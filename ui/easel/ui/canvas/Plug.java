package easel.ui.canvas;

import easel.graph.InputRef;
import easel.graph.Note;
import easel.graph.OutputRef;
import easel.graph.Reroute;
import easel.graph.SocketType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place on a node where a wire may begin or end: a socket, or a parameter, which is an input as well.
 *
 * @param input whether it takes rather than gives
 * @param field whether it is a parameter
 */
record Plug(NodeView node, String name, String label, SocketType type, boolean input, boolean field) {

    /** How near, in the canvas's pixels, a pointer must come. */
    static final double REACH = 14;
    /** How far into the node that goes: fields and titles begin beside sockets. */
    private static final double INTO = 8;
    /** A bend must be left something to be moved by. */
    private static final double INTO_BEND = 4;

    double x() {
        return input ? node.x() : node.x() + node.width();
    }

    double y() {
        return node.y() + (input ? node.layout().inputY(name) : node.layout().outputY(name));
    }

    InputRef asInput() {
        return new InputRef(node.id(), name);
    }

    OutputRef asOutput() {
        return new OutputRef(node.id(), name);
    }

    /** Whether the document has a link to this input. */
    boolean isFed() {
        return input && node.node().inputs().containsKey(name);
    }

    /** All places of a node: inputs, parameters, outputs. */
    static List<Plug> of(NodeView node) {
        List<Plug> all = new ArrayList<>();
        if (Note.is(node.node())) {
            return all;   // nothing feeds what a note says
        }
        NodeLayout layout = node.layout();
        layout.inputs().forEach(s -> all.add(new Plug(node, s.name(), s.label(), s.type(), true, false)));
        layout.fields().forEach(f -> all.add(new Plug(node, f.parameter().name(), f.label(), f.parameter().type(), true, true)));
        layout.outputs().forEach(s -> all.add(new Plug(node, s.name(), s.label(), s.type(), false, false)));
        return all;
    }

    /** The socket at a place of the canvas where a wire can be taken up, or null. A parameter has one only if it is fed. */
    static @Nullable Plug at(Scene scene, double x, double y) {
        List<NodeView> nodes = scene.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            NodeView node = nodes.get(i);
            if (x < node.x() - REACH || x > node.x() + node.width() + REACH || y < node.y() - REACH || y > node.y() + node.height() + REACH) {
                continue;
            }
            Plug plug = on(node, x, y);
            if (plug != null || node.contains(x, y)) {
                return plug;
            }
        }
        return null;
    }

    /** The node that a wire let go at a place is meant for: the one there, or one with a socket near enough; or null. */
    static @Nullable NodeView near(Scene scene, double x, double y, boolean input) {
        NodeView there = scene.at(x, y);
        if (there != null) {
            return there;
        }
        NodeView nearest = null;
        double least = REACH;
        for (NodeView node : scene.nodes()) {
            double edge = input ? node.x() : node.x() + node.width();
            if (Math.abs(x - edge) <= REACH && y >= node.y() - REACH && y <= node.y() + node.height() + REACH) {
                for (Plug plug : of(node)) {
                    double distance = plug.input == input ? Math.hypot(x - plug.x(), y - plug.y()) : REACH;
                    if (distance < least) {
                        least = distance;
                        nearest = node;
                    }
                }
            }
        }
        return nearest;
    }

    private static @Nullable Plug on(NodeView node, double x, double y) {
        double into = Reroute.is(node.node()) ? INTO_BEND : INTO;
        if (x > node.x() + into && x < node.x() + node.width() - into) {
            return null;
        }
        Plug nearest = null;
        double least = REACH;
        for (Plug plug : of(node)) {
            double inside = plug.input ? x - plug.x() : plug.x() - x;
            double distance = Math.hypot(x - plug.x(), y - plug.y());
            // Where several stand in one place, on a collapsed node, the one that has a wire.
            boolean nearer = distance < least || distance == least && nearest != null && !nearest.isFed() && plug.isFed();
            if (inside <= into && nearer && !(plug.field && !plug.isFed())) {
                nearest = plug;
                least = distance;
            }
        }
        return nearest;
    }
}
