package easel.ui.canvas;

import easel.ui.closer.Subject;
import easel.ui.image.FullPicture;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

/** What is done with a node's picture: a close look at it, a copy of it, a way out of the canvas. */
final class Closer {

    private final CanvasView view;

    Closer(CanvasView view) {
        this.view = view;
    }

    /** Whether one node is selected that shows a picture. */
    boolean can() {
        return view.chosen().nodes().size() == 1 && !pictures(view.chosen().nodes().iterator().next()).isEmpty();
    }

    /** Whether one node is selected that shows a picture or words. */
    boolean canOpen() {
        return can() || view.chosen().nodes().size() == 1 && !selected().words().isEmpty();
    }

    /** Looks at the first picture of the selected node, or reads all that it says. */
    void open() {
        if (can()) {
            open(selected(), 0);
        } else {
            read(selected());
        }
    }

    /** Whether a place of the canvas is on words that a node gave. */
    static boolean isOnWords(NodeView node, Point2D.Double place) {
        NodeLayout.Box box = node.layout().picture();
        return box != null && !node.node().collapsed() && !node.words().isEmpty() && box.contains(place.x - node.x(), place.y - node.y());
    }

    private void read(NodeView node) {
        NodeLayout.Box box = node.layout().picture();
        if (box != null) {
            Camera camera = view.camera();
            view.host().read(node.title(), node.words(), new Rectangle((int) (camera.x() + (node.x() + box.x()) * camera.zoom()),
                    (int) (camera.y() + (node.y() + box.y()) * camera.zoom()), (int) (box.width() * camera.zoom()), (int) (box.height() * camera.zoom())));
        }
    }

    /** Looks at the picture of a node that is at a place of the canvas, or reads its words; whether there is any. */
    boolean openAt(NodeView node, Point2D.Double place) {
        if (isOnWords(node, place)) {
            read(node);
            return true;
        }
        int at = index(node, place);
        if (at >= 0) {
            open(node, at);
        }
        return at >= 0;
    }

    /** The picture of a node that is at a place of the canvas. */
    Optional<FullPicture> at(NodeView node, Point2D.Double place) {
        int at = index(node, place);
        return at < 0 ? Optional.empty() : Optional.of(pictures(node).get(at));
    }

    /** Copies the picture of the selected node: of several the one at a point of the sheet, else the first. */
    void copy(Point at) {
        view.host().pictures().copy(pictureAt(at));
    }

    /** Saves it elsewhere. */
    void saveAs(Point at) {
        view.host().pictures().saveAs(pictureAt(at), selected().title());
    }

    private FullPicture pictureAt(Point point) {
        return at(selected(), view.camera().at(point)).orElseGet(() -> pictures(selected()).getFirst());
    }

    private NodeView selected() {
        return view.chosen().nodes().iterator().next();
    }

    /** Which of its pictures is there; -1 if none is. */
    private static int index(NodeView node, Point2D.Double place) {
        NodeLayout.Box box = node.layout().picture();
        double x = place.x - node.x();
        double y = place.y - node.y();
        List<Thumb> all = pictures(node);
        if (box == null || node.node().collapsed() || all.isEmpty() || x < box.x() || y < box.y() || x >= box.x() + box.width() || y >= box.y() + box.height()) {
            return -1;
        }
        int columns = PicturePainter.columns(all.size());
        int rows = (all.size() + columns - 1) / columns;
        int at = (int) ((y - box.y()) * rows / box.height()) * columns + (int) ((x - box.x()) * columns / box.width());
        return Math.min(at, all.size() - 1);
    }

    private void open(NodeView node, int first) {
        view.host().lookCloser(new Subject(node.title(), List.copyOf(pictures(node)), List.copyOf(view.before(node)), first));
    }

    private static List<Thumb> pictures(NodeView node) {
        return node.pictures().stream().anyMatch(Thumb::isUnreadable) ? List.of() : node.pictures();
    }
}
