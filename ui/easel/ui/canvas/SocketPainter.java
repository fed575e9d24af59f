package easel.ui.canvas;

import easel.graph.SocketType;
import org.jspecify.annotations.Nullable;

/** Paints a node's sockets; while a wire is in the hand they show whether it fits. */
final class SocketPainter {

    private final NodePen at;
    private final Pen pen;
    private final CanvasColors colors;
    private final @Nullable WireDrag hand;

    SocketPainter(NodePen at, @Nullable WireDrag hand) {
        this.at = at;
        this.pen = at.pen;
        this.colors = at.colors;
        this.hand = hand;
    }

    void paint() {
        float line = (float) Math.max(1, 1.5 * at.scale);
        if (hand != null) {
            Plug.of(at.view).forEach(plug -> offered(plug, line));
            return;
        }
        for (NodeLayout.Socket in : at.layout.inputs()) {
            boolean connected = at.view.node().inputs().containsKey(in.name());
            socket(in.type(), in.x(), in.y(), line, at.view.ink(in.name(), colors, colors.socket(in.type())), connected, colors.node);
        }
        for (NodeLayout.Socket out : at.layout.outputs()) {
            int rgb = colors.socket(out.type());
            socket(out.type(), out.x(), out.y(), line, rgb, isTaken(out.name()), free(rgb));
        }
        for (NodeLayout.Field field : at.layout.fields()) {
            if (at.view.node().inputs().containsKey(field.parameter().name())) {
                SocketType type = field.parameter().type();
                socket(type, 0, field.middle(), line, colors.socket(type), true, colors.node);
            }
        }
    }

    /** Half full when nobody takes from it: an empty one looks like an input that waits for something. */
    private int free(int rgb) {
        return CanvasColors.mix(rgb, colors.node, 0.4);
    }

    private void socket(SocketType type, double inX, double inY, float line, int rgb, boolean filled, int inside) {
        pen.socket(dot(type), at.x(inX), at.y(inY), Math.max(3, at.size(9) - 1 | 1), line, rgb, filled, inside);
    }

    /** A socket while a wire is in the hand: those that fit shine, the others step back. */
    private void offered(Plug plug, float line) {
        boolean fits = hand.welcome(plug) == WireDrag.Welcome.FITS;
        boolean fed = plug.isFed() && !hand.holds(plug.asInput());
        if (plug.field() && !fits && !fed) {
            return;
        }
        int full = colors.socket(plug.type());
        boolean end = hand.fast().contains(plug);
        int rgb = fits || end ? full : CanvasColors.mix(full, colors.node, 0.35);
        double inX = plug.x() - at.view.x();
        double inY = plug.y() - at.view.y();
        if (fits) {
            pen.halo(at.x(inX), at.y(inY), at.size(9), full, 0.3);
        }
        boolean filled = end || (plug.input() ? fed : isTaken(plug.name()));
        socket(plug.type(), inX, inY, line, rgb, filled, plug.input() ? colors.node : free(rgb));
    }

    private boolean isTaken(String output) {
        for (Wire wire : at.view.wires()) {
            if (wire.from() == at.view && !wire.held && wire.output().output().equals(output)) {
                return true;
            }
        }
        return false;
    }

    static Sprites.Dot dot(SocketType type) {
        return switch (type) {
            case SocketType.Foreign _ -> Sprites.Dot.RING;
            case SocketType.Known known -> switch (known) {
                case IMAGE, MASK, VIDEO, AUDIO -> Sprites.Dot.SQUARE;
                case INT, FLOAT, TEXT, BOOLEAN, SEED -> Sprites.Dot.DIAMOND;
                default -> Sprites.Dot.ROUND;
            };
        };
    }
}
