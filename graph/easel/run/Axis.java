package easel.run;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.Rule;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.platform.Words;
import java.util.List;

/**
 * A parameter and the values that a sweep gives it.
 *
 * @param rule   what the parameter may hold
 * @param values in their order, at least one
 */
public record Axis(InputRef parameter, Rule rule, List<Value> values) {

    public Axis {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an axis without values");
        }
    }

    /** What people call it: the node and the parameter. */
    public String title(Document document, Language language) {
        String type = type(document);
        String node = document.node(parameter.node()).map(Node::title).filter(t -> !t.isEmpty()).orElseGet(() -> Catalogue.title(type, language));
        return words(language).say("axis.title", node, Catalogue.label(type, parameter.input(), language));
    }

    /** What people call its value at a place, the first being 0. */
    public String label(int place, Document document, Language language) {
        return switch (values.get(place)) {
            case Value.Text(String text) when text.isBlank() -> words(language).say("axis.empty");
            case Value.Text(String text) when rule instanceof Rule.Choice -> Catalogue.choice(type(document), parameter.input(), text, language);
            case Value.Text(String text) when rule instanceof Rule.File -> text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
            case Value.Text(String text) -> text;
            case Value.Truth(boolean on) -> words(language).say(on ? "axis.on" : "axis.off");
            default -> text(place);
        };
    }

    /** Its value at a place as it would be typed. */
    public String text(int place) {
        return switch (values.get(place)) {
            case Value.Text(String text) -> text;
            case Value.Number(String source) -> source;
            case Value.Truth(boolean on) -> Boolean.toString(on);
            case Value.Seed seed -> seed.number().isPresent() ? Long.toString(seed.number().getAsLong()) : "random";
            case Value.Shapes shapes -> shapes.json();
            case Value.Foreign(String json) -> json;
        };
    }

    /** Whether another value has the engine load other weights. */
    boolean isOverWeights() {
        return rule instanceof Rule.File file && file.of() != Rule.File.Of.PICTURE;
    }

    private String type(Document document) {
        return document.node(parameter.node()).map(Node::type).orElse("");
    }

    private static Words words(Language language) {
        return Words.of(Axis.class, language);
    }
}
