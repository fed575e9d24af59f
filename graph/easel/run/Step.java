package easel.run;

import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Schema;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One node of a plan.
 *
 * @param sources by input, where its values really come from; inputs that get nothing are not in it
 */
record Step(Node node, Schema schema, Map<String, OutputRef> sources, Key key) {

    NodeId id() {
        return node.id();
    }

    /** The nodes it needs. */
    Set<NodeId> feeders() {
        Collection<OutputRef> outputs = sources.values();
        return outputs.stream().map(OutputRef::node).collect(Collectors.toSet());
    }
}
