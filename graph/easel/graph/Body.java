package easel.graph;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Nodes with their links, and groups, in a lasting order: what a document and each of its subgraphs is made of.
 * Never changed: a change gives another one that shares all it can with this one.
 */
public final class Body {

    /** Nothing. */
    public static final Body EMPTY = new Body(Ordered.none(), Ordered.none());

    private final Ordered<NodeId, Node> nodes;
    private final Ordered<GroupId, Group> groups;

    private Body(Ordered<NodeId, Node> nodes, Ordered<GroupId, Group> groups) {
        this.nodes = nodes;
        this.groups = groups;
    }

    /** The nodes in their order. */
    public Collection<Node> nodes() {
        return nodes.values();
    }

    /** How many nodes there are. */
    public int size() {
        return nodes.size();
    }

    /** The node of that id. */
    public Optional<Node> node(NodeId id) {
        return nodes.get(id);
    }

    /** Whether there is a node of that id. */
    public boolean has(NodeId id) {
        return nodes.has(id);
    }

    /** The groups in their order; a later one is drawn over an earlier one. */
    public Collection<Group> groups() {
        return groups.values();
    }

    /** The group of that id. */
    public Optional<Group> group(GroupId id) {
        return groups.get(id);
    }

    /** Every link, in the order of the nodes they lead to. */
    public Stream<Link> links() {
        return nodes().stream().flatMap(n -> n.inputs().entrySet().stream()
                .map(e -> new Link(e.getValue(), new InputRef(n.id(), e.getKey()))));
    }

    /** This body with {@code node} last, or in place of the node that had its id. */
    public Body with(Node node) {
        return of(nodes.with(node.id(), node), groups);
    }

    /** This body with {@code group} last, or in place of the group that had its id. */
    public Body with(Group group) {
        return of(nodes, groups.with(group.id(), group));
    }

    /** This body without a group; what lies in it stays. */
    public Body without(GroupId group) {
        return of(nodes, groups.without(group));
    }

    /** This body without some nodes; links from them go too. */
    public Body without(Set<NodeId> ids) {
        Set<NodeId> gone = new LinkedHashSet<>(ids);
        gone.removeIf(id -> !nodes.has(id));
        if (gone.isEmpty()) {
            return this;
        }
        Ordered<NodeId, Node> fewer = nodes;
        for (Node node : nodes()) {
            if (gone.contains(node.id())) {
                fewer = fewer.without(node.id());
            } else if (takesFrom(node, gone)) {
                LinkedHashMap<String, OutputRef> kept = new LinkedHashMap<>(node.inputs());
                kept.values().removeIf(from -> gone.contains(from.node()));
                fewer = fewer.with(node.id(), node.withInputs(kept));
            }
        }
        return of(fewer, groups);
    }

    private static boolean takesFrom(Node node, Set<NodeId> ids) {
        for (OutputRef from : node.inputs().values()) {
            if (ids.contains(from.node())) {
                return true;
            }
        }
        return false;
    }

    /** This body with some nodes changed; ids that are not there are left out. */
    public Body mapNodes(Set<NodeId> ids, UnaryOperator<Node> change) {
        Ordered<NodeId, Node> changed = nodes;
        for (NodeId id : ids) {
            Optional<Node> node = changed.get(id);
            if (node.isPresent()) {
                changed = changed.with(id, change.apply(node.get()));
            }
        }
        return of(changed, groups);
    }

    /** This body with every node changed or left as it is. */
    public Body mapNodes(UnaryOperator<Node> change) {
        Ordered<NodeId, Node> changed = nodes;
        for (Node node : nodes()) {
            Node other = change.apply(node);
            changed = other == node ? changed : changed.with(node.id(), other);
        }
        return of(changed, groups);
    }

    private Body of(Ordered<NodeId, Node> otherNodes, Ordered<GroupId, Group> otherGroups) {
        return otherNodes == nodes && otherGroups == groups ? this : new Body(otherNodes, otherGroups);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body that && (this == that || nodes.equals(that.nodes) && groups.equals(that.groups));
    }

    @Override
    public int hashCode() {
        return nodes.hashCode();
    }

    @Override
    public String toString() {
        return size() + " nodes";
    }
}
