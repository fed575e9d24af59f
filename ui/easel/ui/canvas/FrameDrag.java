package easel.ui.canvas;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashSet;
import java.util.Set;

/** Draws a frame: nodes that it touches and groups that lie in it are selected, besides those that were. */
final class FrameDrag implements Drag {

    private final CanvasView view;
    private final Point pressedAt;
    private final Set<NodeView> nodesBefore;
    private final Set<GroupView> groupsBefore;
    private Rectangle frame = new Rectangle();

    FrameDrag(CanvasView view, Point pressedAt, boolean adds) {
        this.view = view;
        this.pressedAt = pressedAt;
        nodesBefore = adds ? new LinkedHashSet<>(view.chosen().nodes()) : new LinkedHashSet<>();
        groupsBefore = adds ? new LinkedHashSet<>(view.chosen().groups()) : new LinkedHashSet<>();
    }

    @Override
    public void to(MouseEvent e) {
        repaint();
        frame = new Rectangle(Math.min(pressedAt.x, e.getX()), Math.min(pressedAt.y, e.getY()),
                Math.abs(e.getX() - pressedAt.x), Math.abs(e.getY() - pressedAt.y));
        Point2D.Double from = view.camera().at(frame.getLocation());
        Rectangle2D area = new Rectangle2D.Double(from.x, from.y, frame.width / view.camera().zoom(), frame.height / view.camera().zoom());
        Set<NodeView> touched = new LinkedHashSet<>(nodesBefore);
        for (NodeView node : view.scene().nodes()) {
            if (area.intersects(node.x(), node.y(), node.width(), node.height())) {
                touched.add(node);
            }
        }
        Set<GroupView> inside = new LinkedHashSet<>(groupsBefore);
        for (GroupView group : view.scene().groups()) {
            if (area.contains(group.box())) {
                inside.add(group);
            }
        }
        view.chosen().only(touched, inside);
        repaint();
    }

    @Override
    public void drop(MouseEvent e) {
        repaint();
    }

    @Override
    public void cancel() {
        repaint();
        view.chosen().only(nodesBefore, groupsBefore);
    }

    @Override
    public Drag without(NodeView gone) {
        nodesBefore.remove(gone);
        return this;
    }

    @Override
    public void paint(HandPainter.Onto onto) {
        onto.frame(frame);
    }

    private void repaint() {
        view.sheet().repaint(frame.x - 2, frame.y - 2, frame.width + 4, frame.height + 4);
    }
}
