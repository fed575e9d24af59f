package easel.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What some nodes show to the outside, in order: fields that set what is inside, outlets that give what comes out.
 * The form of a workflow is what people see who do not look at nodes; the form of a subgraph is its ports.
 */
public record Form(List<Field> fields, List<Outlet> outlets) {

    /** No form. */
    public static final Form NONE = new Form(List.of(), List.of());

    public Form {
        fields = List.copyOf(fields);
        outlets = List.copyOf(outlets);
    }

    /** The field of that name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The outlet of that name. */
    public Optional<Outlet> outlet(String name) {
        return outlets.stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /** The fields of a section, in their order. */
    public List<Field> in(Field.Section section) {
        return fields.stream().filter(f -> f.section() == section).toList();
    }

    /** The field that sets a parameter, or feeds an input; of several the one that sets the fewest others. */
    public Optional<Field> of(InputRef target) {
        return fields.stream().filter(f -> f.targets().contains(target)).min(Comparator.comparingInt(f -> f.targets().size()));
    }

    /** This form with these fields and no others. */
    public Form withFields(List<Field> others) {
        return new Form(others, outlets);
    }

    /** This form with these outlets and no others. */
    public Form withOutlets(List<Outlet> others) {
        return new Form(fields, others);
    }

    /** This form standing for other places inside. */
    public Form mapped(UnaryOperator<InputRef> inputs, UnaryOperator<OutputRef> outputs) {
        return new Form(fields.stream().map(f -> f.mapped(inputs)).toList(),
                outlets.stream().map(o -> o.of(outputs.apply(o.from()))).toList());
    }

    /**
     * An edit with what has to follow it: a field that had taken an option which is no longer offered takes the first one that
     * is. Which one it had taken is told by what it sets first, whatever else was changed by hand since.
     *
     * @param document of this form, before the edit
     */
    public Edit withFollowing(Edit edit, Document document) {
        Document changed = edit.on(document);
        List<Edit> all = new ArrayList<>(List.of(edit));
        for (Field field : fields) {
            Optional<Value> held = field.targets().stream().findFirst().flatMap(document::value);
            boolean lost = field.control() instanceof Control.Choice choice && choice.options().stream()
                    .anyMatch(o -> o.values().stream().findFirst().equals(held) && held.isPresent() && field.offers(o, document) && !field.offers(o, changed));
            if (lost) {
                field.offered(changed).stream().filter(option -> !option.values().isEmpty()).findFirst()
                        .ifPresent(option -> all.add(field.to(option.values())));
            }
        }
        return all.size() == 1 ? edit : new Edit.Combined(edit, all);
    }

    /** Whether it shows nothing. */
    public boolean isEmpty() {
        return fields.isEmpty() && outlets.isEmpty();
    }
}
