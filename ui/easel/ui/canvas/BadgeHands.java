package easel.ui.canvas;

import easel.run.NodeState;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The mouse on the badge of a node that has problems: a press says what they are. Listens before {@link Gestures}. */
final class BadgeHands extends MouseAdapter {

    /** The badge with air round it, at the head's right end, in the canvas's pixels. */
    private static final int SIDE = 28;

    private final CanvasView view;

    BadgeHands(CanvasView view, JComponent sheet) {
        this.view = view;
        sheet.addMouseListener(this);
    }

    @Override
    public void mousePressed(MouseEvent e) {
        NodeView node = e.isConsumed() || !SwingUtilities.isLeftMouseButton(e) || view.isSpaceHeld() ? null : at(e);
        if (node != null) {
            e.consume();
            view.chosen().only(Set.of(node));
            NodeState state = node.state().orElse(null);
            view.host().showProblems(node.id(), node.title(), node.problems(), state instanceof NodeState.Failed failed ? failed.trouble() : null, area(node));
        }
    }

    private @Nullable NodeView at(MouseEvent e) {
        if (view.camera().zoom() < NodePainter.BLOCKS) {
            return null;
        }
        Point2D.Double place = view.camera().at(e.getPoint());
        NodeView node = view.scene().at(place.x, place.y);
        boolean on = node != null && node.hasBadge() && place.x > node.x() + node.width() - SIDE && place.y < node.y() + NodeLayout.HEAD;
        return on ? node : null;
    }

    /** Where a node's badge is, on the sheet. */
    Rectangle area(NodeView node) {
        Camera camera = view.camera();
        return new Rectangle((int) (camera.x() + (node.x() + node.width() - SIDE) * camera.zoom()), (int) (camera.y() + node.y() * camera.zoom()),
                (int) (SIDE * camera.zoom()), (int) (NodeLayout.HEAD * camera.zoom()));
    }
}
