package easel.graph;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pcollections.IntTreePMap;
import org.pcollections.TreePMap;

/**
 * A workflow: nodes with their links in a lasting order, the form over them, how many pictures a run makes.
 * Never changed: a change gives another document that shares all it can with this one. Drawn seeds do not count
 * when documents are compared ({@link Value.Seed}).
 */
public final class Document {

    /** No nodes. */
    public static final Document EMPTY =
            new Document(About.NOTHING, IntTreePMap.empty(), TreePMap.empty(), 0, Form.NONE, 1, Extras.NONE);

    private final About about;
    // Two maps, so that a look-up by id, an edit and a walk in order each cost log n; trees, because ids come from
    // files and a hash table of colliding ones would crawl.
    private final IntTreePMap<Node> byPlace;
    private final TreePMap<NodeId, Integer> places;
    private final int nextPlace;
    private final Form form;
    private final int count;
    private final Extras extras;

    private Document(About about, IntTreePMap<Node> byPlace, TreePMap<NodeId, Integer> places, int nextPlace,
            Form form, int count, Extras extras) {
        this.about = about;
        this.byPlace = byPlace;
        this.places = places;
        this.nextPlace = nextPlace;
        this.form = form;
        this.count = count;
        this.extras = extras;
    }

    /** What the workflow says of itself. */
    public About about() {
        return about;
    }

    /** The nodes in their order. */
    public Collection<Node> nodes() {
        return byPlace.values();
    }

    /** How many nodes there are. */
    public int size() {
        return byPlace.size();
    }

    /** The node of that id. */
    public Optional<Node> node(NodeId id) {
        Integer place = places.get(id);
        return place == null ? Optional.empty() : Optional.ofNullable(byPlace.get(place));
    }

    /** What a parameter holds, if it was set; a default is the schema's to know. */
    public Optional<Value> value(InputRef parameter) {
        return node(parameter.node()).flatMap(n -> n.value(parameter.input()));
    }

    /** Every link, in the order of the nodes they lead to. */
    public Stream<Link> links() {
        return nodes().stream().flatMap(n -> n.inputs().entrySet().stream()
                .map(e -> new Link(e.getValue(), new InputRef(n.id(), e.getKey()))));
    }

    /** The form over the nodes. */
    public Form form() {
        return form;
    }

    /** How many pictures a run makes, 1 or more: as many runs with seeds counting up. */
    public int count() {
        return count;
    }

    /** Unknown fields of the file. */
    public Extras extras() {
        return extras;
    }

    /** This document with {@code node} last, or in place of the node that had its id. */
    public Document with(Node node) {
        Integer place = places.get(node.id());
        return place == null
                ? new Document(about, byPlace.plus(nextPlace, node), places.plus(node.id(), nextPlace), nextPlace + 1, form, count, extras)
                : new Document(about, byPlace.plus(place, node), places, nextPlace, form, count, extras);
    }

    /** This document without some nodes; links from them go too. */
    public Document without(Set<NodeId> ids) {
        IntTreePMap<Node> fewer = byPlace;
        TreePMap<NodeId, Integer> fewerPlaces = places;
        for (Node node : nodes()) {
            int place = places.get(node.id());
            if (ids.contains(node.id())) {
                fewer = fewer.minus(place);
                fewerPlaces = fewerPlaces.minus(node.id());
            } else if (node.inputs().values().stream().anyMatch(from -> ids.contains(from.node()))) {
                LinkedHashMap<String, OutputRef> kept = new LinkedHashMap<>(node.inputs());
                kept.values().removeIf(from -> ids.contains(from.node()));
                fewer = fewer.plus(place, node.withInputs(kept));
            }
        }
        return new Document(about, fewer, fewerPlaces, nextPlace, form, count, extras);
    }

    /** This document with some nodes changed; ids that are not there are left out. */
    public Document mapNodes(Set<NodeId> ids, UnaryOperator<Node> change) {
        Document changed = this;
        for (NodeId id : ids) {
            Optional<Node> node = changed.node(id);
            if (node.isPresent()) {
                changed = changed.with(change.apply(node.get()));
            }
        }
        return changed;
    }

    /** This document saying something else of itself. */
    public Document about(About other) {
        return new Document(other, byPlace, places, nextPlace, form, count, extras);
    }

    /** This document under another form. */
    public Document with(Form other) {
        return new Document(about, byPlace, places, nextPlace, other, count, extras);
    }

    /** This document making so many pictures a run. */
    public Document withCount(int other) {
        if (other < 1) {
            throw new IllegalArgumentException("a run makes at least one picture");
        }
        return new Document(about, byPlace, places, nextPlace, form, other, extras);
    }

    /** This document with other unknown fields. */
    public Document with(Extras others) {
        return new Document(about, byPlace, places, nextPlace, form, count, others);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document that && (this == that || count == that.count && about.equals(that.about)
                && form.equals(that.form) && extras.equals(that.extras) && size() == that.size()
                && sameNodes(that));
    }

    private boolean sameNodes(Document that) {
        Iterator<Node> theirs = that.nodes().iterator();
        for (Node node : nodes()) {
            Node other = theirs.next();
            // Most are shared, and a node of its own takes a hundred times as long to compare.
            if (node != other && !node.equals(other)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return List.copyOf(nodes()).hashCode();
    }

    @Override
    public String toString() {
        return "Document of " + size() + " nodes";
    }
}
