package easel.ui.desk;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Level;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.SubgraphEdit;
import easel.graph.SubgraphId;
import easel.graph.Unpack;
import easel.run.RunEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results go along into a subgraph and out of one: what nodes gave stands for them under their new names too. */
final class Moved {

    private Moved() {}

    /**
     * What is known of nodes under their names after an edit, as far as these are others.
     *
     * @param before the whole document before it
     * @param known  what is known of its nodes
     */
    static List<RunEvent.NodeChanged> by(Edit edit, Level level, Document before, Collection<RunEvent.NodeChanged> known) {
        Map<NodeId, NodeId> names = names(edit, level, before);
        List<RunEvent.NodeChanged> moved = new ArrayList<>();
        if (!names.isEmpty()) {
            known.forEach(k -> renamed(k.node(), names).ifPresent(id -> moved.add(new RunEvent.NodeChanged(k.job(), id, k.key(), k.state()))));
        }
        return moved;
    }

    private static Map<NodeId, NodeId> names(Edit edit, Level level, Document before) {
        Map<NodeId, NodeId> names = new HashMap<>();
        if (edit instanceof SubgraphEdit.MakeSubgraph made) {
            made.nodes().forEach(n -> names.put(level.whole(n), level.whole(n.in(made.instance().id()))));
        } else if (edit instanceof Unpack(NodeId instance)) {
            NodeId outer = level.whole(instance);
            Optional<List<NodeId>> inside = before.node(outer).flatMap(n -> SubgraphId.of(n.type())).flatMap(before::subgraph)
                    .map(s -> s.body().nodes().stream().map(Node::id).toList());
            // One that could not keep its name is the loss of one picture until the next run.
            inside.ifPresent(all -> all.stream().filter(id -> before.node(level.whole(id)).isEmpty()).forEach(id -> names.put(id.in(outer), level.whole(id))));
        }
        return names;
    }

    private static Optional<NodeId> renamed(NodeId node, Map<NodeId, NodeId> names) {
        Optional<NodeId> at = Optional.of(node);
        while (at.isPresent() && !names.containsKey(at.get())) {
            at = at.get().outer();
        }
        return at.map(outer -> {
            String rest = node.within(outer).orElse("");
            return rest.isEmpty() ? names.get(outer) : new NodeId(rest).in(names.get(outer));
        });
    }
}
