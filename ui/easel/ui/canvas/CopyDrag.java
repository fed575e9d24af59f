package easel.ui.canvas;

import easel.graph.GroupId;
import easel.graph.NodeId;
import easel.graph.Offset;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows where copies of nodes and groups would stand, and makes them. */
final class CopyDrag implements Drag {

    private final CanvasView view;
    private final Point pressedAt;
    private final Load load;
    private Offset by = new Offset(0, 0);

    CopyDrag(CanvasView view, Point pressedAt, Load load) {
        this.view = view;
        this.pressedAt = pressedAt;
        this.load = load;
    }

    @Override
    public void to(MouseEvent e) {
        repaint();
        double zoom = view.camera().zoom();
        by = new Offset(Math.rint((e.getX() - pressedAt.x) / zoom), Math.rint((e.getY() - pressedAt.y) / zoom));
        repaint();
    }

    @Override
    public void drop(MouseEvent e) {
        repaint();
        if (by.dx() != 0 || by.dy() != 0) {
            Set<NodeId> nodes = load.nodes().stream().map(NodeView::id).collect(Collectors.toSet());
            Set<GroupId> groups = load.groups().stream().map(GroupView::id).collect(Collectors.toSet());
            view.deeds().duplicate(nodes, groups, by, false);
        }
    }

    @Override
    public void cancel() {
        repaint();
    }

    @Override
    public @Nullable Drag without(NodeView gone) {
        if (!load.nodes().contains(gone)) {
            return this;
        }
        cancel();
        return null;
    }

    @Override
    public void paint(HandPainter.Onto onto) {
        onto.copies(load.boxes(), by.dx(), by.dy());
    }

    private void repaint() {
        List<Rectangle2D> boxes = load.boxes();
        if (!boxes.isEmpty()) {
            Rectangle2D all = load.bounds();
            Camera camera = view.camera();
            double zoom = camera.zoom();
            view.sheet().repaint((int) (camera.x() + (all.getX() + by.dx()) * zoom) - 3, (int) (camera.y() + (all.getY() + by.dy()) * zoom) - 3,
                    (int) Math.ceil(all.getWidth() * zoom) + 7, (int) Math.ceil(all.getHeight() * zoom) + 7);
        }
    }
}
