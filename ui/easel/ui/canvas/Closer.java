package easel.ui.canvas;

import easel.ui.closer.Subject;
import java.awt.geom.Point2D;
import java.util.List;

/** From a node's picture to a close look at it. */
final class Closer {

    private final CanvasView view;

    Closer(CanvasView view) {
        this.view = view;
    }

    /** Whether one node is selected that shows a picture. */
    boolean can() {
        return view.chosen().nodes().size() == 1 && !pictures(view.chosen().nodes().iterator().next()).isEmpty();
    }

    /** Looks at the first picture of the selected node. */
    void open() {
        open(view.chosen().nodes().iterator().next(), 0);
    }

    /** Looks at the picture of a node that is at a place of the canvas; whether there is one. */
    boolean openAt(NodeView node, Point2D.Double place) {
        NodeLayout.Box box = node.layout().picture();
        double x = place.x - node.x();
        double y = place.y - node.y();
        List<Thumb> all = pictures(node);
        if (box == null || node.node().collapsed() || all.isEmpty() || x < box.x() || y < box.y() || x >= box.x() + box.width() || y >= box.y() + box.height()) {
            return false;
        }
        int columns = PicturePainter.columns(all.size());
        int rows = (all.size() + columns - 1) / columns;
        int at = (int) ((y - box.y()) * rows / box.height()) * columns + (int) ((x - box.x()) * columns / box.width());
        open(node, at);
        return true;
    }

    private void open(NodeView node, int first) {
        view.host().lookCloser(new Subject(node.title(), List.copyOf(pictures(node)), List.copyOf(view.before(node)), first));
    }

    private static List<Thumb> pictures(NodeView node) {
        return node.pictures().stream().anyMatch(Thumb::isUnreadable) ? List.of() : node.pictures();
    }
}
