package easel.ui.canvas;

import com.mxgraph.model.mxCell;
import com.mxgraph.model.mxGeometry;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.OutputRef;
import easel.graph.SocketType;

/** A link as it is shown; its ends move with the nodes. The value of a cell. */
final class Wire {

    private final NodeView from;
    private final NodeView to;
    private final OutputRef output;
    private final InputRef input;
    private final mxCell cell;

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
        return from.y() + from.layout().outputY(output.output());
    }

    double x1() {
        return to.x();
    }

    double y1() {
        return to.y() + to.layout().inputY(input.input());
    }

    /** What flows in it: what its source gives, or, where that is unknown, what its end takes. */
    SocketType type() {
        SocketType passed = from.passes();
        if (passed != null) {
            return passed;
        }
        return from.layout().output(output.output()).map(NodeLayout.Socket::type)
                .filter(t -> t instanceof SocketType.Known).orElseGet(() -> to.layout().typeOf(input.input()));
    }

    /** Whether nothing goes through it. */
    boolean isMuted() {
        return from.mode() == Mode.MUTED || to.mode() == Mode.MUTED;
    }

    /** Whether it stands out: one end is selected, under the pointer or running. */
    boolean isActive() {
        return from.selected || to.selected || from.hovered || to.hovered || from.isRunning() || to.isRunning();
    }
}
