package easel.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which nodes of a body feed which, over any number of links. */
public final class Kin {

    private Kin() {}

    /** Some nodes and all that feed them. */
    public static Set<NodeId> above(Body body, Collection<NodeId> nodes) {
        Set<NodeId> met = new LinkedHashSet<>();
        Deque<NodeId> open = new ArrayDeque<>(nodes);
        while (!open.isEmpty()) {
            NodeId id = open.remove();
            if (body.has(id) && met.add(id)) {
                body.node(id).orElseThrow().inputs().values().forEach(from -> open.add(from.node()));
            }
        }
        return met;
    }

    /** Some nodes and all that they feed. */
    public static Set<NodeId> below(Body body, Collection<NodeId> nodes) {
        Map<NodeId, List<NodeId>> fed = new HashMap<>();
        for (Node node : body.nodes()) {
            node.inputs().values().forEach(from -> fed.computeIfAbsent(from.node(), _ -> new ArrayList<>()).add(node.id()));
        }
        Set<NodeId> met = new LinkedHashSet<>();
        Deque<NodeId> open = new ArrayDeque<>(nodes);
        while (!open.isEmpty()) {
            NodeId id = open.remove();
            if (body.has(id) && met.add(id)) {
                open.addAll(fed.getOrDefault(id, List.of()));
            }
        }
        return met;
    }
}
