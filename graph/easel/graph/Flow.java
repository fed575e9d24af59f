package easel.graph;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where values really come from in a document: past reroutes and bypassed nodes, and not at all from muted and empty ones. */
public final class Flow {

    private final Document document;
    private final Function<String, Optional<Schema>> schemas;

    public Flow(Document document, Function<String, Optional<Schema>> schemas) {
        this.document = document;
        this.schemas = schemas;
    }

    /**
     * The output that gives what is asked of {@code output}: itself, or the one that feeds a bypassed node by the
     * same type; empty if nothing comes.
     */
    public Optional<OutputRef> source(OutputRef output) {
        OutputRef at = output;
        // As many steps as there are nodes at most: bypassed ones may stand in a circle.
        for (int passed = 0; passed <= document.size(); passed++) {
            Optional<Node> node = document.body().node(at.node());
            if (node.isPresent() && Reroute.is(node.get()) && node.get().mode() != Mode.MUTED) {
                Optional<OutputRef> before = node.get().input(Reroute.IN);
                if (before.isEmpty()) {
                    return before;
                }
                at = before.get();
                continue;
            }
            Optional<Schema> schema = node.map(Node::type).flatMap(schemas);
            if (node.isEmpty() || schema.isEmpty() || node.get().mode() == Mode.MUTED) {
                return Optional.empty();
            }
            Optional<Schema.Output> socket = schema.get().output(at.output());
            if (socket.isEmpty()) {
                return Optional.empty();
            }
            if (node.get().mode() != Mode.BYPASSED) {
                return isEmpty(node.get(), schema.get(), socket.get()) ? Optional.empty() : Optional.of(at);
            }
            Optional<OutputRef> through = passed(node.get(), schema.get(), socket.get());
            if (through.isEmpty()) {
                return through;
            }
            at = through.get();
        }
        return Optional.empty();
    }

    /** What feeds a node and would come out of {@code output} if the node were not there. */
    static Optional<OutputRef> passed(Node node, Schema schema, Schema.Output output) {
        return schema.passing(output, node).stream().flatMap(i -> node.input(i).stream()).findFirst();
    }

    /** The outputs that some node that is on takes, directly or past bypassed nodes. */
    public Set<OutputRef> taken() {
        Set<OutputRef> taken = new HashSet<>();
        for (Node node : document.nodes()) {
            if (node.mode() == Mode.MUTED || node.mode() == Mode.BYPASSED) {
                continue;
            }
            for (Map.Entry<String, OutputRef> input : node.inputs().entrySet()) {
                source(input.getValue()).ifPresent(taken::add);
            }
        }
        return taken;
    }

    private static boolean isEmpty(Node node, Schema schema, Schema.Output socket) {
        String parameter = socket.onlyWith();
        if (parameter == null || node.input(parameter).isPresent()) {
            return false;
        }
        Value value = node.value(parameter).orElseGet(() -> schema.parameter(parameter).orElseThrow().standard());
        return value instanceof Value.Text text && text.text().isEmpty();
    }
}
