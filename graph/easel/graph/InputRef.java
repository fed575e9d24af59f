package easel.graph;

/** One input of one node: a socket, or a parameter, which is an input as well. */
public record InputRef(NodeId node, String input) {

    /** The input named {@code input} of the node named {@code node}. */
    public static InputRef of(String node, String input) {
        return new InputRef(new NodeId(node), input);
    }

    @Override
    public String toString() {
        return node + "." + input;
    }
}
