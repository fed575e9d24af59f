package easel.graph;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One node of a document.
 *
 * @param type   the id of its schema; may be one that nobody here knows
 * @param title  the person's own title; empty shows the type's
 * @param values what its parameters hold; one that is missing has its default
 * @param inputs where its linked inputs get their values from; a link goes before a parameter's own value
 * @param conversions how what a link brings becomes what its input takes, by input: the ids of {@link Conversion}s, one
 *               that nobody here knows too; inputs that are not in it take it as it comes
 * @param size   on the canvas, or null as large as needed
 * @param colour {@code #rrggbb}, or null for the kind's own
 * @param kept   which results it gives while it is frozen: the key of its own under the empty path, of nodes inside its
 *               subgraph under theirs
 * @param hidden the linked inputs whose links are not drawn
 * @param extras unknown fields of the file
 */
public record Node(NodeId id, String type, String title,
        SequencedMap<String, Value> values, SequencedMap<String, OutputRef> inputs, SequencedMap<String, String> conversions,
        Position position, @Nullable Size size, @Nullable String colour,
        Mode mode, SequencedMap<String, String> kept, boolean collapsed, boolean pinned, Set<String> hidden, Extras extras) {

    public Node {
        values = Kept.of(values);
        inputs = Kept.of(inputs);
        conversions = Kept.of(ofLinks(conversions, inputs));
        kept = mode == Mode.FROZEN ? Kept.of(kept) : Kept.none();
        hidden = hidden.isEmpty() ? Set.of() : hidden.stream().filter(inputs::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    /** A node of a type with nothing set. */
    public static Node of(String id, String type) {
        return new Node(new NodeId(id), type, "", new LinkedHashMap<>(), new LinkedHashMap<>(), Kept.none(), Position.ORIGIN,
                null, null, Mode.ON, Kept.none(), false, false, Set.of(), Extras.NONE);
    }

    /** What a parameter holds, if it was set. */
    public Optional<Value> value(String parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    /** Where an input is fed from, if it is. */
    public Optional<OutputRef> input(String input) {
        return Optional.ofNullable(inputs.get(input));
    }

    /** This node with a parameter set. */
    public Node with(String parameter, Value value) {
        return withValues(changed(values, m -> m.put(parameter, value)));
    }

    /** This node with these parameters and no others set. */
    public Node withValues(SequencedMap<String, Value> all) {
        return new Node(id, type, title, all, inputs, conversions, position, size, colour, mode, kept, collapsed, pinned, hidden, extras);
    }

    /** How what a link to an input brings becomes what it takes, if that is not taken as it comes: a {@link Conversion}'s id. */
    public Optional<String> conversion(String input) {
        return Optional.ofNullable(conversions.get(input));
    }

    /** This node with an input fed by {@code from}, as it comes. */
    public Node fedBy(String input, OutputRef from) {
        return fedBy(input, from, null);
    }

    /** ... converted on the way; null for as it comes. */
    public Node fedBy(String input, OutputRef from, @Nullable String conversion) {
        Node fed = withInputs(changed(inputs, m -> m.put(input, from))).converting(input, conversion);
        return from.equals(inputs.get(input)) ? fed : fed.hiding(input, false);   // another link than before is drawn
    }

    /** This node with what a link brings converted otherwise; null for as it comes. */
    public Node converting(String input, @Nullable String conversion) {
        return Objects.equals(conversions.get(input), conversion) ? this : withConversions(changed(conversions, m -> {
            if (conversion == null) {
                m.remove(input);
            } else {
                m.put(input, conversion);
            }
        }));
    }

    /** This node with these conversions and no others; those of inputs that are not linked are left out. */
    public Node withConversions(SequencedMap<String, String> all) {
        return new Node(id, type, title, values, inputs, all, position, size, colour, mode, kept, collapsed, pinned, hidden, extras);
    }

    /** This node with the link to an input drawn or not. */
    public Node hiding(String input, boolean hides) {
        if (hidden.contains(input) == hides) {
            return this;
        }
        Set<String> other = new HashSet<>(hidden);
        if (!other.remove(input)) {
            other.add(input);
        }
        return new Node(id, type, title, values, inputs, conversions, position, size, colour, mode, kept, collapsed, pinned, other, extras);
    }

    /** This node with an input fed by nothing. */
    public Node unfed(String input) {
        return withInputs(changed(inputs, m -> m.remove(input)));
    }

    /** This node with these links and no others; the conversions of those that stay, stay. */
    public Node withInputs(SequencedMap<String, OutputRef> all) {
        return new Node(id, type, title, values, all, conversions, position, size, colour, mode, kept, collapsed, pinned, hidden, extras);
    }

    /** This node elsewhere. */
    public Node at(Position other) {
        return new Node(id, type, title, values, inputs, conversions, other, size, colour, mode, kept, collapsed, pinned, hidden, extras);
    }

    /** This node in another mode. */
    public Node in(Mode other) {
        return new Node(id, type, title, values, inputs, conversions, position, size, colour, other, kept, collapsed, pinned, hidden, extras);
    }

    /** This node frozen, giving these results. */
    public Node frozen(SequencedMap<String, String> results) {
        return new Node(id, type, title, values, inputs, conversions, position, size, colour, Mode.FROZEN, results, collapsed, pinned, hidden, extras);
    }

    /** This node under another title. */
    public Node titled(String other) {
        return new Node(id, type, other, values, inputs, conversions, position, size, colour, mode, kept, collapsed, pinned, hidden, extras);
    }

    /** This node with a parameter back at its default. */
    public Node without(String parameter) {
        return withValues(changed(values, m -> m.remove(parameter)));
    }

    /** This node under another id. */
    public Node called(NodeId other) {
        return new Node(other, type, title, values, inputs, conversions, position, size, colour, mode, kept, collapsed, pinned, hidden, extras);
    }

    /** This node of another type. */
    public Node typed(String other) {
        return new Node(id, other, title, values, inputs, conversions, position, size, colour, mode, kept, collapsed, pinned, hidden, extras);
    }

    /** This node in another size; null is as large as needed. */
    public Node sized(@Nullable Size other) {
        return new Node(id, type, title, values, inputs, conversions, position, other, colour, mode, kept, collapsed, pinned, hidden, extras);
    }

    /** This node in another colour; null is its kind's own. */
    public Node coloured(@Nullable String other) {
        return new Node(id, type, title, values, inputs, conversions, position, size, other, mode, kept, collapsed, pinned, hidden, extras);
    }

    /** This node shown small or not. */
    public Node collapsed(boolean other) {
        return new Node(id, type, title, values, inputs, conversions, position, size, colour, mode, kept, other, pinned, hidden, extras);
    }

    /** This node held in its place or not. */
    public Node pinned(boolean other) {
        return new Node(id, type, title, values, inputs, conversions, position, size, colour, mode, kept, collapsed, other, hidden, extras);
    }

    private static SequencedMap<String, String> ofLinks(SequencedMap<String, String> conversions, Map<String, OutputRef> inputs) {
        if (inputs.keySet().containsAll(conversions.keySet())) {
            return conversions;
        }
        SequencedMap<String, String> linked = new LinkedHashMap<>(conversions);
        linked.keySet().retainAll(inputs.keySet());
        return linked;
    }

    private static <V> SequencedMap<String, V> changed(Map<String, V> map, Consumer<Map<String, V>> change) {
        LinkedHashMap<String, V> copy = new LinkedHashMap<>(map);
        change.accept(copy);
        return copy;
    }

    /** Drawn numbers do not count: a random seed that nobody set and that was drawn is as it was. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Node that && id.equals(that.id) && type.equals(that.type) && title.equals(that.title)
                && (values.equals(that.values) || undrawn().equals(that.undrawn())) && inputs.equals(that.inputs) && conversions.equals(that.conversions)
                && position.equals(that.position) && Objects.equals(size, that.size) && Objects.equals(colour, that.colour) && mode == that.mode
                && kept.equals(that.kept) && collapsed == that.collapsed && pinned == that.pinned && hidden.equals(that.hidden) && extras.equals(that.extras);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, type, position);
    }

    /** An instance of a subgraph that holds a seed has one of its own; without, the one inside counts. */
    private Map<String, Value> undrawn() {
        if (SubgraphId.isInstance(type) || values.values().stream().noneMatch(Node::isDrawn)) {
            return values;
        }
        Map<String, Value> undrawn = new LinkedHashMap<>(values);
        undrawn.values().removeIf(Node::isDrawn);
        return undrawn;
    }

    private static boolean isDrawn(Value value) {
        return value instanceof Value.Seed seed && seed.mode() == SeedMode.RANDOM && seed.number().isPresent();
    }
}
