package easel.graph;

import java.util.Map;
import java.util.Set;

/**
 * Where the ports of a subgraph stand inside it, on the canvas: there they are two nodes more, one that gives what comes
 * in and one that takes what goes out. These nodes are in no file and never run.
 *
 * @param inputs  where the one stands that gives what comes in
 * @param outputs where the one stands that takes what goes out
 * @param hidden  the inputs inside whose links from the ports are not drawn
 * @param unshown the outlets whose links are not drawn
 * @param converted how what a port brings becomes what an input inside takes: the ids of {@link Conversion}s
 */
public record Rim(Position inputs, Position outputs, Set<InputRef> hidden, Set<String> unshown, Map<InputRef, String> converted) {

    public Rim {
        hidden = Set.copyOf(hidden);
        unshown = Set.copyOf(unshown);
        converted = Map.copyOf(converted);
    }

    /** Ports at these places, with all of their links drawn. */
    public Rim(Position inputs, Position outputs) {
        this(inputs, outputs, Set.of(), Set.of(), Map.of());
    }

    /** The type of the node that gives what comes in. */
    public static final String IN = "subgraph-inputs";
    /** The type of the node that takes what goes out. */
    public static final String OUT = "subgraph-outputs";
    /** The socket of either that makes a port of what is linked to it. */
    public static final String NEW = "+";

    private static final String NAME_IN = "inputs";
    private static final String NAME_OUT = "outputs";
    /** As wide as most nodes, and the air before and after them, in the canvas's pixels. */
    private static final double WIDTH = 256;
    private static final double AIR = 96;
    private static final double OWN_WIDTH = 160;

    /** Whether a node is one of the two. */
    public static boolean is(Node node) {
        return node.type().equals(IN) || node.type().equals(OUT);
    }

    /** Where they go round what is inside. */
    static Rim round(Body body) {
        double left = body.nodes().stream().mapToDouble(n -> n.position().x()).min().orElse(0);
        double right = body.nodes().stream().mapToDouble(n -> n.position().x()
                + (n.size() == null ? WIDTH : n.size().width())).max().orElse(WIDTH);
        double top = body.nodes().stream().mapToDouble(n -> n.position().y()).min().orElse(0);
        return new Rim(new Position(left - AIR - OWN_WIDTH, top), new Position(right + AIR, top));
    }

    /** The id of the node that gives what comes in; no other node of the body has it. */
    static NodeId in(Body body) {
        return free(body, NAME_IN);
    }

    /** The id of the node that takes what goes out. */
    static NodeId out(Body body) {
        return free(body, NAME_OUT);
    }

    /** The colon keeps it apart from what files call nodes; a file may call a node anything, though. */
    private static NodeId free(Body body, String name) {
        NodeId id = new NodeId(":" + name);
        while (body.has(id)) {
            id = new NodeId(":" + id.text());
        }
        return id;
    }
}
