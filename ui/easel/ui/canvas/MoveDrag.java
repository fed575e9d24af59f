package easel.ui.canvas;

import easel.graph.Edit;
import easel.graph.Offset;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves nodes and groups; a single node that feeds nothing may be put into a wire. */
final class MoveDrag implements Drag {

    /** How near a wire, in logical pixels, counts, and how far things are drawn into line. */
    private static final int WIRE = 6;
    private static final double REACH = 6;

    private final CanvasView view;
    private final Point pressedAt;
    private final Load load;
    private final @Nullable Snapping snap;
    private final Snapping free;
    private @Nullable Insertion into;
    private Offset by = new Offset(0, 0);
    private List<Line2D> lines = List.of();

    MoveDrag(CanvasView view, Point pressedAt, Load load) {
        this.view = view;
        this.pressedAt = pressedAt;
        this.load = load;
        Rectangle2D bounds = load.isEmpty() ? new Rectangle2D.Double() : load.bounds();
        free = new Snapping(List.of(), bounds, Habits.Snap.NOTHING);
        snap = view.habits().snap() == Habits.Snap.NOTHING || load.isEmpty() ? null : new Snapping(around(), bounds, view.habits().snap());
        into = insertion();
    }

    private @Nullable Insertion insertion() {
        return load.groups().isEmpty() && load.nodes().size() == 1 ? Insertion.of(view.scene(), load.nodes().iterator().next()).orElse(null) : null;
    }

    /** What can be seen and stays where it is. */
    private List<Rectangle2D> around() {
        Point2D.Double from = view.camera().at(new Point(0, 0));
        double zoom = view.camera().zoom();
        Rectangle2D seen = new Rectangle2D.Double(from.x, from.y, view.sheet().getWidth() / zoom, view.sheet().getHeight() / zoom);
        List<Rectangle2D> boxes = new ArrayList<>();
        for (NodeView node : view.scene().nodes()) {
            if (seen.intersects(node.x(), node.y(), node.width(), node.height()) && !load.nodes().contains(node)) {
                boxes.add(node.box());
            }
        }
        for (GroupView group : view.scene().groups()) {
            if (!load.groups().contains(group) && load.nodes().stream().noneMatch(n -> group.box().contains(n.box())) && seen.intersects(group.box())) {
                boxes.add(group.box());
            }
        }
        return boxes;
    }

    @Override
    public void to(MouseEvent e) {
        double zoom = view.camera().zoom();
        double dx = (e.getX() - pressedAt.x) / zoom;
        double dy = (e.getY() - pressedAt.y) / zoom;
        Snapping how = snap == null || e.isAltDown() ? free : snap;
        by = how.moved(dx, dy, REACH / zoom);
        load.drag(view.surface(), by.dx(), by.dy());
        repaintLines();
        lines = how.lines();
        repaintLines();
        if (into != null) {
            NodeView node = load.nodes().iterator().next();
            view.wires().light(into.under(view.camera().at(e.getPoint()), new Point2D.Double(node.x() + node.width() / 2.0, node.y() + NodeLayout.HEAD / 2.0),
                    WIRE / zoom, view.habits().wires()));
        }
    }

    @Override
    public void drop(MouseEvent e) {
        cancel();
        if (!load.isEmpty() && (by.dx() != 0 || by.dy() != 0)) {
            Edit move = load.moved(by);
            view.edit(into == null ? move : into.after(move));
        }
    }

    @Override
    public void cancel() {
        load.drag(view.surface(), 0, 0);
        view.wires().light(null);
        repaintLines();
        lines = List.of();
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
    public @Nullable Drag again(Point pointer) {
        if (!view.scene().groups().containsAll(load.groups())) {
            cancel();
            return null;
        }
        if (into != null) {
            view.wires().light(null);
            into = insertion();
        }
        return this;
    }

    @Override
    public void paint(HandPainter.Onto onto) {
        onto.lines(lines);
    }

    private void repaintLines() {
        Camera camera = view.camera();
        for (Line2D line : lines) {
            Rectangle area = new Rectangle((int) (camera.x() + line.getX1() * camera.zoom()), (int) (camera.y() + line.getY1() * camera.zoom()),
                    (int) Math.ceil((line.getX2() - line.getX1()) * camera.zoom()), (int) Math.ceil((line.getY2() - line.getY1()) * camera.zoom()));
            view.sheet().repaint(area.x - 2, area.y - 2, area.width + 5, area.height + 5);
        }
    }
}
