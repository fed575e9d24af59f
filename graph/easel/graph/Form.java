package easel.graph;

import java.util.List;
import java.util.Optional;

/** The parameters of a workflow that people who do not look at nodes see, in the order they see them. */
public record Form(List<Field> fields) {

    /** No form. */
    public static final Form NONE = new Form(List.of());

    public Form {
        fields = List.copyOf(fields);
    }

    /** The field of that name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The fields of a section, in their order. */
    public List<Field> in(Field.Section section) {
        return fields.stream().filter(f -> f.section() == section).toList();
    }
}
