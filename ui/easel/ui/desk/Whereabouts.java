package easel.ui.desk;

import easel.graph.Document;
import easel.graph.Level;
import easel.graph.Node;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.graph.Types;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where in a document something has changed. */
final class Whereabouts {

    private Whereabouts() {}

    /** The level nearest to the top of {@code now} where it is otherwise than {@code before}; empty if that is seen nowhere. */
    static Optional<Level> of(Document before, Document now) {
        if (!before.body().equals(now.body())) {
            return Optional.of(Level.TOP);
        }
        Set<SubgraphId> changed = now.subgraphs().stream()
                .filter(s -> before.subgraph(s.id()).filter(b -> b.body().equals(s.body()) && b.form().equals(s.form())).isEmpty())
                .map(Subgraph::id).collect(Collectors.toSet());
        Set<SubgraphId> met = new HashSet<>();
        Deque<Level> open = new ArrayDeque<>(List.of(Level.TOP));
        while (!open.isEmpty() && !changed.isEmpty()) {
            Level at = open.remove();
            for (Node node : at.subgraph(now).map(Subgraph::body).orElse(now.body()).nodes()) {
                Optional<SubgraphId> inside = SubgraphId.of(node.type()).filter(id -> now.subgraph(id).isPresent());
                if (inside.isEmpty() || !met.add(inside.get())) {
                    continue;
                }
                Level level = at.into(node.id());
                if (changed.contains(inside.get())) {
                    return Optional.of(level).filter(l -> l.isIn(now));
                }
                if (level.way().size() <= Types.DEEPEST) {
                    open.add(level);
                }
            }
        }
        return Optional.empty();
    }
}
