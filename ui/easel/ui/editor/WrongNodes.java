package easel.ui.editor;

import easel.graph.Document;
import easel.graph.Level;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Problem;
import easel.run.NodeState;
import easel.run.RunEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a workflow that something is wrong with, at whatever level: from left to right, and what is inside a node
 * right after the node.
 */
final class WrongNodes {

    private final Document document;
    private final List<NodeId> nodes;

    private WrongNodes(Document document, Collection<NodeId> nodes) {
        this.document = document;
        TreeSet<NodeId> inOrder = new TreeSet<>(this::compare);
        nodes.stream().filter(n -> document.node(n).isPresent()).forEach(inOrder::add);
        this.nodes = List.copyOf(inOrder);
    }

    /** Those that cannot run, or failed when they ran last. */
    static WrongNodes of(Document document, Collection<Problem> problems, Collection<RunEvent.NodeChanged> ran) {
        List<NodeId> wrong = new ArrayList<>();
        problems.stream().filter(p -> p.node() != null && p.severity() == Problem.Severity.ERROR).map(Problem::node).forEach(wrong::add);
        ran.stream().filter(c -> c.state() instanceof NodeState.Failed).map(RunEvent.NodeChanged::node).forEach(wrong::add);
        return new WrongNodes(document, Set.copyOf(wrong));
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    /**
     * The next of them, or the one before, round at the ends.
     *
     * @param from the node where one is, or null for none at a level
     */
    Optional<NodeId> next(@Nullable NodeId from, Level level, int by) {
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        NodeId at = from == null ? level.path() : from;
        List<NodeId> way = by > 0 ? nodes : nodes.reversed();
        if (at == null) {
            return Optional.of(way.getFirst());
        }
        if (from == null && by < 0) {
            Optional<NodeId> lastHere = way.stream().filter(n -> level.here(n).isPresent()).findFirst();
            if (lastHere.isPresent()) {
                return lastHere;
            }
        }
        return way.stream().filter(n -> compare(n, at) * by > 0).findFirst().or(() -> Optional.of(way.getFirst()));
    }

    private int compare(NodeId one, NodeId other) {
        List<NodeId> way = way(one);
        List<NodeId> otherWay = way(other);
        for (int i = 0; i < Math.min(way.size(), otherWay.size()); i++) {
            if (!way.get(i).equals(otherWay.get(i))) {
                return Comparator.comparing(this::position, Comparator.comparingDouble(Position::x).thenComparingDouble(Position::y))
                        .thenComparing(NodeId::text).compare(way.get(i), otherWay.get(i));
            }
        }
        return Integer.compare(way.size(), otherWay.size());
    }

    private Position position(NodeId node) {
        return document.node(node).map(Node::position).orElse(Position.ORIGIN);
    }

    /** The nodes that it is inside of, and itself. */
    private static List<NodeId> way(NodeId node) {
        List<NodeId> way = new ArrayList<>();
        for (Optional<NodeId> at = Optional.of(node); at.isPresent(); at = at.get().outer()) {
            way.addFirst(at.get());
        }
        return way;
    }
}
