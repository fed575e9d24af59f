package easel.ui.desk;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.Form;
import easel.graph.InputRef;
import easel.graph.Value;
import easel.nodes.Model;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a form's fields hold, and the edits that set them. */
public final class FormFields {

    /** The name under which a model field means the bundled model. */
    public static final String STARTER = Model.STARTER;

    /** It is asked for at every change, and many times of the same document. */
    private static volatile Made last = new Made(null, Form.NONE);

    private record Made(@Nullable Document document, Form form) {}

    private FormFields() {}

    /** The form that people see: the document's own, or the one made of its nodes. */
    public static Form form(Document document) {
        if (!document.form().fields().isEmpty()) {
            return document.form();
        }
        Made made = last;
        if (made.document != document) {
            made = new Made(document, MadeForm.of(document));
            last = made;
        }
        return made.form;
    }

    /** Whether the form that people see is the document's own. */
    public static boolean isOwn(Document document) {
        return !document.form().fields().isEmpty();
    }

    /** The first field with a control of that kind. */
    public static Optional<Field> first(Document document, Class<? extends Control> kind) {
        return form(document).fields().stream().filter(f -> kind.isInstance(f.control())).findFirst();
    }

    /** What a field's first target holds, or its default. */
    public static Optional<Value> value(Document document, Field field) {
        return field.targets().isEmpty() ? Optional.empty() : value(document, field.targets().getFirst());
    }

    /** What a parameter holds, or its default. */
    public static Optional<Value> value(Document document, InputRef parameter) {
        return document.value(parameter).or(() -> document.node(parameter.node())
                .flatMap(n -> new easel.graph.Types(document, easel.nodes.Catalogue::schema).apply(n.type()))
                .flatMap(s -> s.parameter(parameter.input()))
                .map(easel.graph.Schema.Parameter::standard));
    }

    /** Whether the workflow runs without what a field names: nothing needs what its node gives. */
    public static boolean mayStayEmpty(Document document, Field field) {
        easel.graph.Types types = new easel.graph.Types(document, easel.nodes.Catalogue::schema);
        return field.targets().stream().allMatch(target -> document.links().filter(link -> link.from().node().equals(target.node()))
                .noneMatch(link -> document.node(link.to().node()).flatMap(node -> types.apply(node.type())).flatMap(schema -> schema.input(link.to().input()))
                        .filter(easel.graph.Schema.Input::required).isPresent()));
    }

    /** The words a field holds; empty if it holds none. */
    public static String text(Document document, Field field) {
        return value(document, field).filter(Value.Text.class::isInstance).map(v -> ((Value.Text) v).text()).orElse("");
    }

    /** Sets every target of a field to one value each. */
    public static Edit set(Field field, List<Value> values) {
        return field.to(values);
    }

    /** Sets every target of a field to the same value. */
    public static Edit set(Field field, Value value) {
        return set(field, List.of(value));
    }

    /** Whether a model field means the bundled model. */
    public static boolean isStarter(Field field, Document document) {
        return text(document, field).equals(STARTER);
    }

    /** A choice between sizes: two numbers, of which the first is the width. */
    public static boolean isSize(Field field) {
        return field.control() instanceof Control.Choice && field.targets().size() == 2
                && field.targets().get(0).input().equals("width") && field.targets().get(1).input().equals("height");
    }

    /** The field that chooses the size, if there is one. */
    public static Optional<Field> size(Document document) {
        return form(document).fields().stream().filter(FormFields::isSize).findFirst();
    }

    /** The next smaller size than the one that is set, if the form offers one. */
    static Optional<Edit> smaller(Document document) {
        return size(document).flatMap(field -> {
            double now = pixels(field.targets().stream().map(t -> value(document, t).orElse(Value.of(0))).toList());
            return ((Control.Choice) field.control()).options().stream().map(Control.Choice.Option::values)
                    .filter(values -> pixels(values) < now)
                    .max((a, b) -> Double.compare(pixels(a), pixels(b)))
                    .map(values -> set(field, values));
        });
    }

    private static double pixels(List<Value> size) {
        return size.stream().mapToDouble(v -> v instanceof Value.Number n ? n.asDouble() : 0).reduce(1, (a, b) -> a * b);
    }
}
