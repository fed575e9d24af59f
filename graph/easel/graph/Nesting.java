package easel.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the subgraphs of a document stand in each other: which contain themselves, how deep and how large each gets. */
final class Nesting {

    /** {@code depth} is 1 for one that has none inside; {@code nodes} is what it becomes when all of it is laid out flat. */
    private record Extent(int depth, long nodes) {}

    private final Document document;
    private final Map<SubgraphId, Extent> extents = new HashMap<>();
    private final Set<SubgraphId> circular = new HashSet<>();

    Nesting(Document document) {
        this.document = document;
        document.subgraphs().forEach(s -> measure(s.id()));
    }

    /** Whether it contains itself, directly or through others, or contains one that does. */
    boolean isCircular(SubgraphId id) {
        return circular.contains(id);
    }

    /** How many levels it has. */
    int depth(SubgraphId id) {
        Extent extent = extents.get(id);
        return extent == null ? 0 : extent.depth;
    }

    /** How many nodes it becomes. */
    long nodes(SubgraphId id) {
        Extent extent = extents.get(id);
        return extent == null ? 1 : extent.nodes;
    }

    private record Visit(Subgraph subgraph, Iterator<SubgraphId> inside) {}

    /** Depth first with a stack of its own: ten thousand nested ones are no recursion. */
    private void measure(SubgraphId root) {
        Deque<Visit> path = new ArrayDeque<>();
        Set<SubgraphId> open = new HashSet<>();
        enter(root, path, open);
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.inside.hasNext()) {
                SubgraphId next = visit.inside.next();
                if (open.contains(next) || circular.contains(next)) {
                    circular.add(visit.subgraph.id());
                } else if (!extents.containsKey(next)) {
                    enter(next, path, open);
                }
            } else {
                path.pop();
                open.remove(visit.subgraph.id());
                if (!path.isEmpty() && circular.contains(visit.subgraph.id())) {
                    circular.add(path.peek().subgraph.id());
                }
                extents.put(visit.subgraph.id(), extent(visit.subgraph));
            }
        }
    }

    private void enter(SubgraphId id, Deque<Visit> path, Set<SubgraphId> open) {
        Optional<Subgraph> subgraph = document.subgraph(id);
        if (subgraph.isPresent() && !extents.containsKey(id)) {
            open.add(id);
            path.push(new Visit(subgraph.get(), inside(subgraph.get()).iterator()));
        }
    }

    private static List<SubgraphId> inside(Subgraph subgraph) {
        List<SubgraphId> inside = new ArrayList<>();
        subgraph.body().nodes().forEach(n -> SubgraphId.of(n.type()).ifPresent(inside::add));
        return inside;
    }

    private Extent extent(Subgraph subgraph) {
        int depth = 1;
        long nodes = 0;
        for (Node node : subgraph.body().nodes()) {
            Extent inner = SubgraphId.of(node.type()).map(extents::get).orElse(null);
            nodes += inner == null ? 1 : inner.nodes;
            if (inner != null) {
                depth = Math.max(depth, inner.depth + 1);
            }
            // Doubling forty times over is past every bound already.
            nodes = Math.min(nodes, Integer.MAX_VALUE);
        }
        return new Extent(depth, nodes);
    }
}
