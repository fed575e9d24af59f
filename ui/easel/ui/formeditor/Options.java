package easel.ui.formeditor;

import easel.graph.Control;
import easel.graph.Phrase;
import easel.graph.Rule;
import easel.graph.Value;
import easel.platform.Language;
import easel.ui.form.FormContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The choices of a drop-down as lines that a person writes: a value, or {@code label = value}. */
final class Options {

    private static final String IS = " = ";

    private Options() {}

    /** The choices that a drop-down of a parameter begins with. */
    static List<Control.Choice.Option> of(FormContext context, Rule rule, Value now) {
        if (rule instanceof Rule.Truth) {
            return List.of(called(context.say("inspector.on"), Value.of(true)), called(context.say("inspector.off"), Value.of(false)));
        }
        Value line = now instanceof Value.Text(String text) ? Value.of(text.replace('\n', ' ').strip()) : now;
        return List.of(called(text(line), line));
    }

    private static Control.Choice.Option called(String label, Value value) {
        return option(Phrase.of(label, label), value);
    }

    private static Control.Choice.Option option(Phrase label, Value value) {
        return Control.Choice.Option.of(label, List.of(value));
    }

    private static String text(Value value) {
        return value instanceof Value.Text(String all) ? all : Value.shown(value);
    }

    /** As lines. */
    static String lines(List<Control.Choice.Option> options, Language language) {
        return String.join("\n", options.stream().map(o -> {
            String value = text(o.values().getFirst());
            String label = o.label().in(language);
            return label.isEmpty() || label.equals(value) ? value : label + IS + value;
        }).toList());
    }

    /**
     * What lines say; empty if one of them is nothing that the parameter takes, or there are none. What was known of a value
     * stays with it.
     */
    static Optional<List<Control.Choice.Option>> parsed(String lines, Rule rule, List<Control.Choice.Option> before, Language language) {
        List<Control.Choice.Option> options = new ArrayList<>();
        for (String line : lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            int is = line.lastIndexOf(IS);
            Value value = rule.read(is < 0 ? line : line.substring(is + IS.length()).strip());
            if (!rule.allows(value)) {
                return Optional.empty();
            }
            String label = is < 0 ? text(value) : line.substring(0, is).strip();
            Control.Choice.Option known = before.stream().filter(o -> o.values().equals(List.of(value))).findFirst().orElse(option(Phrase.NONE, value));
            Phrase called = known.label().in(language).equals(label) ? known.label() : Phrase.of(label, label);
            options.add(new Control.Choice.Option(called, known.values(), known.note(), known.where(), known.extras()));
        }
        return options.isEmpty() ? Optional.empty() : Optional.of(options);
    }
}
