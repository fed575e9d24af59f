package easel.ui.canvas;

import com.mxgraph.model.mxCell;
import com.mxgraph.model.mxGeometry;
import easel.graph.Conversion;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.OutputRef;
import easel.graph.SocketType;
import org.jspecify.annotations.Nullable;

/** A link as it is shown; its ends move with the nodes. The value of a cell. */
final class Wire {

    private final NodeView from;
    private final NodeView to;
    private final OutputRef output;
    private final InputRef input;
    private final mxCell cell;
    private @Nullable NodeLayout fromLayout;
    private @Nullable NodeLayout toLayout;
    private int outY;
    private int inY;
    private SocketType own = SocketType.ANY;
    /** Whether it is in somebody's hand: it is painted from there. */
    boolean held;
    /** Whether the pointer is on it or on one that brings the same value. */
    boolean lit;
    /** Whether letting go now cuts it. */
    boolean cut;

    Wire(NodeView from, OutputRef output, NodeView to, InputRef input) {
        this.from = from;
        this.to = to;
        this.output = output;
        this.input = input;
        cell = new mxCell(this, new mxGeometry(), "");
        cell.setEdge(true);
        cell.getGeometry().setRelative(true);
    }

    mxCell cell() {
        return cell;
    }

    NodeView from() {
        return from;
    }

    NodeView to() {
        return to;
    }

    OutputRef output() {
        return output;
    }

    InputRef input() {
        return input;
    }

    double x0() {
        return from.x() + from.width();
    }

    double y0() {
        refresh();
        return from.y() + outY;
    }

    double x1() {
        return to.x();
    }

    double y1() {
        refresh();
        return to.y() + inY;
    }

    /** Layouts are asked by name, which thousands of wires a frame should not do. */
    private void refresh() {
        if (fromLayout != from.layout() || toLayout != to.layout()) {
            fromLayout = from.layout();
            toLayout = to.layout();
            outY = fromLayout.outputY(output.output());
            inY = toLayout.inputY(input.input());
            own = fromLayout.output(output.output()).map(NodeLayout.Socket::type)
                    .filter(t -> t instanceof SocketType.Known).orElseGet(() -> toLayout.typeOf(input.input()));
        }
    }

    /** What flows in it: what its source gives, or, where that is unknown, what its end takes. */
    SocketType type() {
        SocketType passed = from.passes();
        if (passed != null) {
            return passed;
        }
        refresh();
        return own;
    }

    /** Whether it is not drawn: badges at its ends say where it leads. */
    boolean isHidden() {
        return to.node().hidden().contains(input.input());
    }

    /** Whether it is drawn now: one that is hidden only while it or an end of it is looked at. */
    boolean isDrawn() {
        return !held && (!isHidden() || lit || from.selected || to.selected || from.hovered || to.hovered);
    }

    /** Whether nothing goes through it. */
    boolean isMuted() {
        return from.mode() == Mode.MUTED || to.mode() == Mode.MUTED;
    }

    /** Whether its value becomes one of another type on the way. */
    boolean converts() {
        SocketType comes = type();
        SocketType wanted = to.layout().typeOf(input.input());
        return to.node().conversion(input.input()).isPresent()
                || !comes.equals(wanted) && Conversion.between(comes, wanted).stream().anyMatch(Conversion::silent);
    }

    /** Whether it stands out: it or one end is under the pointer, an end is selected or running. */
    boolean isActive() {
        return lit || from.selected || to.selected || from.hovered || to.hovered || from.isRunning() || to.isRunning();
    }
}
