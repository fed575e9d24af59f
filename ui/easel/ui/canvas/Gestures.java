package easel.ui.canvas;

import easel.graph.Edit;
import easel.graph.NodeId;
import easel.graph.Offset;
import java.awt.Cursor;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The mouse on the canvas. A drag is an edit only when the button is let go; until then Esc takes it back. */
final class Gestures extends MouseAdapter {

    /** How far, in logical pixels, a button's press may wander and still be a click. */
    private static final int CLICK = 3;
    /** What one notch of the wheel moves the canvas by when it pans. */
    private static final int WHEEL_PAN = 60;

    /** What the pressed button does. */
    private sealed interface Drag {

        /** Pressed, and not moved far enough to mean anything. */
        record Pressed(@Nullable NodeView on, boolean adds) implements Drag {}

        record Panning(Camera from) implements Drag {}

        record Moving(List<NodeView> nodes) implements Drag {}

        record Framing(Set<NodeView> before) implements Drag {}
    }

    private final CanvasView view;
    private final JComponent sheet;
    private @Nullable Drag drag;
    private Point pressedAt = new Point();
    private Point pointer = new Point();
    private boolean space;
    private @Nullable Rectangle frame;
    private int button;

    Gestures(CanvasView view, JComponent sheet) {
        this.view = view;
        this.sheet = sheet;
        sheet.addMouseListener(this);
        sheet.addMouseMotionListener(this);
        sheet.addMouseWheelListener(this);
    }

    /** The selection frame that is being drawn, in logical pixels, or null. */
    @Nullable Rectangle frame() {
        return frame;
    }

    /** Where the pointer was last. */
    Point pointer() {
        return pointer;
    }

    boolean isDragging() {
        return drag != null && !(drag instanceof Drag.Pressed);
    }

    /** Space is held: dragging pans. */
    void space(boolean held) {
        space = held;
        cursor();
    }

    boolean isSpaceHeld() {
        return space;
    }

    @Override
    public void mousePressed(MouseEvent e) {
        if (e.isConsumed()) {
            return;   // meant for a parameter
        }
        sheet.requestFocusInWindow();
        if (drag != null) {
            return;   // a second button changes nothing
        }
        pressedAt = e.getPoint();
        button = e.getButton();
        if (SwingUtilities.isMiddleMouseButton(e) || SwingUtilities.isLeftMouseButton(e) && space) {
            drag = new Drag.Panning(view.camera());
        } else if (SwingUtilities.isLeftMouseButton(e)) {
            NodeView on = at(e.getPoint());
            boolean adds = e.isShiftDown() || isMenuDown(e);
            if (on != null && !adds && !on.selected) {
                view.selectOnly(Set.of(on));
            }
            drag = new Drag.Pressed(on, adds);
        }
        cursor();
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        pointer = e.getPoint();
        int dx = e.getX() - pressedAt.x;
        int dy = e.getY() - pressedAt.y;
        if (drag instanceof Drag.Pressed pressed && Math.max(Math.abs(dx), Math.abs(dy)) > CLICK) {
            drag = begin(pressed, e);
            cursor();
        }
        switch (drag) {
            case Drag.Panning panning -> view.setCamera(panning.from.moved(dx, dy));
            case Drag.Moving moving -> move(moving, dx / view.camera().zoom(), dy / view.camera().zoom());
            case Drag.Framing framing -> frame(framing, e);
            case Drag.Pressed _ -> { }
            case null -> { }
        }
    }

    private Drag begin(Drag.Pressed pressed, MouseEvent e) {
        if (pressed.on != null) {
            if (!pressed.on.selected) {
                view.selectOnly(plus(view.selected(), pressed.on));
            }
            return new Drag.Moving(view.selected().stream().filter(n -> !n.node().pinned()).toList());
        }
        boolean pans = view.habits().drag() == Habits.Drag.PANS && !e.isShiftDown();
        return pans ? new Drag.Panning(view.camera()) : new Drag.Framing(pressed.adds ? view.selected() : Set.of());
    }

    private static Set<NodeView> plus(Set<NodeView> some, NodeView one) {
        Set<NodeView> more = new LinkedHashSet<>(some);
        more.add(one);
        return more;
    }

    /** Whole pixels of the canvas: a node that was aligned by eye stays comparable to its neighbours. */
    private void move(Drag.Moving moving, double dx, double dy) {
        view.drag(moving.nodes, Math.rint(dx), Math.rint(dy));
    }

    private void frame(Drag.Framing framing, MouseEvent e) {
        Rectangle before = frame;
        frame = new Rectangle(Math.min(pressedAt.x, e.getX()), Math.min(pressedAt.y, e.getY()),
                Math.abs(e.getX() - pressedAt.x), Math.abs(e.getY() - pressedAt.y));
        Point2D.Double from = view.camera().at(frame.getLocation());
        Rectangle2D area = new Rectangle2D.Double(from.x, from.y, frame.width / view.camera().zoom(), frame.height / view.camera().zoom());
        Set<NodeView> touched = new LinkedHashSet<>(framing.before);
        for (NodeView node : view.scene().nodes()) {
            if (area.intersects(node.x(), node.y(), node.width(), node.height())) {
                touched.add(node);
            }
        }
        view.selectOnly(touched);
        repaint(before);
        repaint(frame);
    }

    private void repaint(@Nullable Rectangle area) {
        if (area != null) {
            sheet.repaint(area.x - 2, area.y - 2, area.width + 4, area.height + 4);
        }
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        if (drag == null || e.getButton() != button) {
            return;
        }
        Drag ended = drag;
        drag = null;
        switch (ended) {
            case Drag.Pressed pressed -> click(pressed);
            case Drag.Panning _ -> { }
            case Drag.Moving moving -> drop(moving);
            case Drag.Framing _ -> endFrame();
        }
        cursor();
    }

    private void click(Drag.Pressed pressed) {
        NodeView on = pressed.on;
        if (on == null) {
            if (!pressed.adds) {
                view.selectOnly(Set.of());
            }
        } else if (pressed.adds) {
            Set<NodeView> other = new LinkedHashSet<>(view.selected());
            if (!other.remove(on)) {
                other.add(on);
            }
            view.selectOnly(other);
        } else {
            view.selectOnly(Set.of(on));
        }
    }

    private void drop(Drag.Moving moving) {
        if (moving.nodes.isEmpty()) {
            return;
        }
        double dx = moving.nodes.getFirst().dragX;
        double dy = moving.nodes.getFirst().dragY;
        view.drag(moving.nodes, 0, 0);
        if (dx != 0 || dy != 0) {
            Set<NodeId> ids = moving.nodes.stream().map(NodeView::id).collect(Collectors.toCollection(HashSet::new));
            view.edit(new Edit.MoveNodes(ids, new Offset(dx, dy)));
        }
    }

    private void endFrame() {
        Rectangle before = frame;
        frame = null;
        repaint(before);
    }

    /** Takes back what the button is doing; whether it did anything. */
    boolean cancel() {
        Drag ended = drag;
        if (ended == null || ended instanceof Drag.Pressed) {
            return false;
        }
        drag = null;
        switch (ended) {
            case Drag.Moving moving -> view.drag(moving.nodes, 0, 0);
            case Drag.Panning panning -> view.setCamera(panning.from);
            case Drag.Framing framing -> {
                endFrame();
                view.selectOnly(framing.before);
            }
            case Drag.Pressed _ -> { }
        }
        cursor();
        return true;
    }

    /** A node in the hand is gone from the document: the drag is over. */
    void forget(NodeView gone) {
        if (drag instanceof Drag.Moving moving && moving.nodes.contains(gone)) {
            cancel();
        } else if (drag instanceof Drag.Pressed pressed && pressed.on == gone) {
            drag = null;
        } else if (drag instanceof Drag.Framing framing && framing.before.contains(gone)) {
            Set<NodeView> fewer = new LinkedHashSet<>(framing.before);
            fewer.remove(gone);
            drag = new Drag.Framing(fewer);
        }
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        pointer = e.getPoint();
        view.hover(at(e.getPoint()));
    }

    @Override
    public void mouseExited(MouseEvent e) {
        if (drag == null) {
            view.hover(null);
        }
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent e) {
        double turns = e.getPreciseWheelRotation();
        boolean zooms = isMenuDown(e) || view.habits().wheel() == Habits.Wheel.ZOOMS && !e.isShiftDown();
        if (zooms) {
            Camera camera = view.camera();
            view.setCamera(camera.zoomed(camera.notch(-turns), e.getPoint()));
        } else {
            double way = -turns * WHEEL_PAN;
            view.setCamera(e.isShiftDown() ? view.camera().moved(way, 0) : view.camera().moved(0, way));
        }
        e.consume();
    }

    private @Nullable NodeView at(Point point) {
        Point2D.Double place = view.camera().at(point);
        return view.scene().at(place.x, place.y);
    }

    private boolean isMenuDown(InputEvent e) {
        return (e.getModifiersEx() & view.menuMask()) != 0;
    }

    private void cursor() {
        boolean pans = drag instanceof Drag.Panning || space && drag == null;
        sheet.setCursor(pans ? Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR) : null);
    }
}
