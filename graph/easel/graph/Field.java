package easel.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One line of a form, or one input of a subgraph.
 *
 * @param name     stable, unique within the form; the command line may use it too
 * @param targets  the parameters or sockets inside that it sets or feeds, mostly one; a size sets two; none for
 *                 {@link Control.Count}
 * @param type     what the file says may come in, or null; what stands inside knows better if it is known here
 * @param standard what an instance that sets nothing has, or null for what stands inside
 * @param label    what people read beside it; may be empty
 * @param help     what the tooltip says; may be empty
 * @param needs    the parameter that must not be empty for this one to mean anything, and by which some options may be
 *                 offered or not, or null
 * @param extras   unknown fields of the file
 */
public record Field(String name, List<InputRef> targets, Control control, @Nullable SocketType type, @Nullable Value standard,
        Section section, Phrase label, Phrase help, @Nullable InputRef needs, Extras extras) {

    public Field {
        targets = List.copyOf(targets);
    }

    /** A field with nothing but what it sets and how it shows. */
    public static Field of(String name, Control control, InputRef... targets) {
        return new Field(name, List.of(targets), control, null, null, Section.MAIN, Phrase.NONE, Phrase.NONE, null, Extras.NONE);
    }

    /** Where a line stands. */
    public enum Section {
        /** Always seen. */
        MAIN,
        /** Under "More". */
        MORE
    }

    /** Whether it means anything in {@code document}: what it needs is there. */
    public boolean isOpen(Document document) {
        return needs == null || document.value(needs).filter(v -> !(v instanceof Value.Text t && t.text().isEmpty())).isPresent();
    }

    /** Whether it may take one of its options in {@code document}: what it needs holds what the option is for. */
    public boolean offers(Control.Choice.Option option, Document document) {
        return option.where() == null || needs == null || document.value(needs).filter(option.where()::equals).isPresent();
    }

    /** The options that it may take in {@code document}; none if it is not a choice of its own. */
    public List<Control.Choice.Option> offered(Document document) {
        return control instanceof Control.Choice choice ? choice.options().stream().filter(o -> offers(o, document)).toList() : List.of();
    }

    /** Sets every target to one value each; the last value stands for those that have none of their own. */
    public Edit to(List<Value> values) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            edits.add(new Edit.SetParameter(targets.get(i), values.get(Math.min(i, values.size() - 1))));
        }
        return edits.size() == 1 ? edits.getFirst() : new Edit.Together(edits);
    }

    /** Whether something that it sets is still there; one that sets nothing has nothing to lose. */
    public boolean isAlive(Document document) {
        return targets.isEmpty() || targets.stream().anyMatch(t -> document.node(t.node()).isPresent());
    }

    /** This field setting other places inside. */
    public Field mapped(UnaryOperator<InputRef> inputs) {
        return new Field(name, targets.stream().map(inputs).distinct().toList(), control, type, standard, section, label, help,
                needs == null ? null : inputs.apply(needs), extras);
    }

    /** This field setting these places inside and no others. The values of its options stay with the places they are for. */
    public Field setting(List<InputRef> others) {
        Control kept = control instanceof Control.Choice choice && targets.containsAll(others)
                ? new Control.Choice(choice.options().stream().map(o -> o.values().size() != targets.size() ? o
                        : o.with(others.stream().map(t -> o.values().get(targets.indexOf(t))).toList())).toList()) : control;
        return new Field(name, others, kept, type, standard, section, label, help, needs, extras);
    }

    /** This field under another name. */
    public Field called(String other) {
        return new Field(other, targets, control, type, standard, section, label, help, needs, extras);
    }

    /** This field with another label. */
    public Field labelled(Phrase other) {
        return new Field(name, targets, control, type, standard, section, other, help, needs, extras);
    }

    /** This field in another section. */
    public Field in(Section other) {
        return new Field(name, targets, control, type, standard, other, label, help, needs, extras);
    }

    /** This field taking values of a type. */
    public Field typed(@Nullable SocketType other) {
        return new Field(name, targets, control, other, standard, section, label, help, needs, extras);
    }

    /** This field with another standard; null leaves what stands inside. */
    public Field withStandard(@Nullable Value other) {
        return new Field(name, targets, control, type, other, section, label, help, needs, extras);
    }
}
