package easel.graph;

import java.util.List;

/** A bend in a link: a node that gives what it gets, of whatever type. */
public final class Reroute {

    /** The type of these nodes. */
    public static final String TYPE = "reroute";
    /** Their only input. */
    public static final String IN = "in";
    /** Their only output. */
    public static final String OUT = "out";

    static final Schema SCHEMA = new Schema(TYPE, Schema.Kind.VALUE, 1, false,
            List.of(new Schema.Input(IN, SocketType.ANY, false)), List.of(), List.of(new Schema.Output(OUT, SocketType.ANY, null)));

    private Reroute() {}

    /** Whether a node is one. */
    public static boolean is(Node node) {
        return node.type().equals(TYPE);
    }
}
