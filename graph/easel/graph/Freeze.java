package easel.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Has nodes give what they gave before, whatever feeds them from now on.
 *
 * @param results the keys of what they gave, by node; for a subgraph's instance by the paths of the nodes inside it
 */
public record Freeze(Set<NodeId> nodes, Map<NodeId, String> results) implements Edit {

    public Freeze {
        nodes = Set.copyOf(nodes);
        results = Map.copyOf(results);
    }

    @Override
    public Document on(Document d) {
        Document frozen = d;
        for (NodeId id : nodes) {
            frozen = frozen.mapNodes(Set.of(id), node -> node.frozen(under(id)));
        }
        return frozen;
    }

    private SequencedMap<String, String> under(NodeId id) {
        Map<String, String> kept = new TreeMap<>();   // a file of the same results must read the same
        results.forEach((node, key) -> node.within(id).ifPresent(path -> kept.put(path, key)));
        return new LinkedHashMap<>(kept);
    }

    @Override
    public List<Object> arguments() {
        return List.of(nodes.size());
    }
}
