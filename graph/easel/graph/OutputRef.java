package easel.graph;

/** One output of one node. */
public record OutputRef(NodeId node, String output) {

    /** The output named {@code output} of the node named {@code node}. */
    public static OutputRef of(String node, String output) {
        return new OutputRef(new NodeId(node), output);
    }

    @Override
    public String toString() {
        return node + "." + output;
    }
}
