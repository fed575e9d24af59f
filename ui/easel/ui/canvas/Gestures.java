package easel.ui.canvas;

import easel.graph.Edit;
import easel.graph.NodeId;
import easel.graph.Offset;
import easel.graph.Reroute;
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
    /** Milliseconds within which a key that is let go was tapped, and is pressed again by the system. */
    private static final int TAP = 300;
    private static final int REPEAT = 10;
    /** How near a wire, in logical pixels, the pointer is on it. */
    static final int WIRE = 6;
    /** What one notch of the wheel moves the canvas by when it pans. */
    private static final int WHEEL_PAN = 60;

    /** What the pressed button does. */
    private sealed interface Drag {

        /** Pressed, and not moved far enough to mean anything. */
        record Pressed(@Nullable NodeView on, @Nullable Plug plug, boolean adds) implements Drag {}

        record Panning(Camera from) implements Drag {}

        /** @param into finds the wire that a single node is put into, or null */
        record Moving(List<NodeView> nodes, @Nullable Insertion into) implements Drag {}

        record Framing(Set<NodeView> before) implements Drag {}

        record Copying(List<NodeView> nodes, Offset by) implements Drag {}

        record Wiring(WireDrag wire) implements Drag {}

        record Cutting(CutDrag cut) implements Drag {}
    }

    private final CanvasView view;
    private final JComponent sheet;
    private @Nullable Drag drag;
    private Point pressedAt = new Point();
    private Point pointer = new Point();
    private boolean space;
    private boolean overPlug;
    /** Whether the pointer is over the canvas. */
    private boolean inside;
    private long spaceAt;
    private long spaceLeft;
    private boolean spaceAlone;
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

    /** The wire in the hand, or null. */
    @Nullable WireDrag wire() {
        return drag instanceof Drag.Wiring wiring ? wiring.wire : null;
    }

    /** The line that cuts wires, or null. */
    @Nullable CutDrag cut() {
        return drag instanceof Drag.Cutting cutting ? cutting.cut : null;
    }

    /** Where the pointer is, or null if it is elsewhere. */
    @Nullable Point pointer() {
        return inside ? pointer : null;
    }

    boolean isDragging() {
        return drag != null && !(drag instanceof Drag.Pressed);
    }

    /** Nodes that are being copied, and how far away; null for none. */
    @Nullable List<NodeView> copied() {
        return drag instanceof Drag.Copying copying ? copying.nodes : null;
    }

    /** How far away the copies are. */
    Offset copiedBy() {
        return drag instanceof Drag.Copying copying ? copying.by : new Offset(0, 0);
    }

    /** Space is held: dragging pans. Tapped alone, it searches. */
    void space(boolean held, long when) {
        if (held) {
            // While a key is held, some systems let it go and press it again at once.
            spaceAt = space || when - spaceLeft <= REPEAT && spaceLeft > 0 ? spaceAt : when;
            spaceAlone = space ? spaceAlone : drag == null;
        } else {
            spaceLeft = when;
        }
        space = held;
        cursor();
        if (!held && spaceAlone && when - spaceAt <= TAP) {
            view.search(view.hand());
        }
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
        spaceAlone = false;
        if (view.closePopups() || drag != null) {
            return;   // a second button changes nothing
        }
        pointer = e.getPoint();
        if (e.isPopupTrigger()) {
            menu(e.getPoint());
            return;
        }
        pressedAt = e.getPoint();
        button = e.getButton();
        if (SwingUtilities.isMiddleMouseButton(e) || SwingUtilities.isLeftMouseButton(e) && space) {
            drag = new Drag.Panning(view.camera());
        } else if (SwingUtilities.isLeftMouseButton(e)) {
            pressed(e);
        }
        cursor();
    }

    private void pressed(MouseEvent e) {
        Plug plug = plug(e.getPoint());
        NodeView on = plug == null ? at(e.getPoint()) : plug.node();
        if (e.getClickCount() == 2 && doubleClick(e.getPoint(), plug == null ? on : null, plug != null)) {
            return;
        }
        boolean adds = e.isShiftDown() || isMenuDown(e);
        if (on != null && plug == null && !adds && !on.selected) {
            view.selectOnly(Set.of(on));
        }
        drag = new Drag.Pressed(on, plug, adds);
    }

    /** Twice on a wire bends it, on a title renames, on nothing searches; whether it meant anything. */
    private boolean doubleClick(Point point, @Nullable NodeView on, boolean onSocket) {
        Wire wire = on == null && !onSocket ? wire(point) : null;
        if (wire != null) {
            view.bend(wire, view.camera().at(point));
        } else if (on != null && !Reroute.is(on.node()) && view.camera().at(point).y - on.y() < NodeLayout.HEAD) {
            view.selectOnly(Set.of(on));
            view.rename();
        } else if (on == null && !onSocket) {
            view.search(point);
        } else {
            return false;
        }
        return true;
    }

    /** The menu of what lies at a point; a node there is selected first. */
    private void menu(Point point) {
        NodeView on = at(point);
        if (on != null && !on.selected) {
            view.selectOnly(Set.of(on));
        }
        view.menu(point, on, on == null ? wire(point) : null);
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        pointer = e.getPoint();
        inside = true;
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
            case Drag.Copying copying -> {
                view.repaintCopies();
                drag = new Drag.Copying(copying.nodes, new Offset(Math.rint(dx / view.camera().zoom()), Math.rint(dy / view.camera().zoom())));
                view.repaintCopies();
            }
            case Drag.Wiring wiring -> view.drag(wiring.wire, e.getPoint());
            case Drag.Cutting cutting -> cut(cutting.cut, e.getPoint());
            case Drag.Pressed _ -> { }
            case null -> { }
        }
    }

    private Drag begin(Drag.Pressed pressed, MouseEvent e) {
        if (pressed.plug != null) {
            WireDrag wire = WireDrag.of(view.scene(), pressed.plug, e.isShiftDown());
            view.takeUp(wire);
            return new Drag.Wiring(wire);
        }
        if (pressed.on == null && e.isShiftDown() && isMenuDown(e)) {
            return new Drag.Cutting(new CutDrag(view.scene(), view.habits().wires(), view.camera().at(pressedAt)));
        }
        if (pressed.on != null) {
            if (!pressed.on.selected) {
                view.selectOnly(plus(view.selected(), pressed.on));
            }
            if (e.isAltDown()) {
                return new Drag.Copying(List.copyOf(view.selected()), new Offset(0, 0));
            }
            List<NodeView> free = view.selected().stream().filter(n -> !n.node().pinned()).toList();
            return new Drag.Moving(free, free.size() == 1 ? Insertion.of(view.scene(), free.getFirst()).orElse(null) : null);
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
        if (moving.into != null) {
            NodeView node = moving.nodes.getFirst();
            view.light(moving.into.under(view.camera().at(pointer), new Point2D.Double(node.x() + node.width() / 2.0, node.y() + NodeLayout.HEAD / 2.0),
                    WIRE / view.camera().zoom(), view.habits().wires()));
        }
    }

    private void cut(CutDrag cut, Point to) {
        Point2D.Double last = cut.line().getLast();
        Point2D.Double now = view.camera().at(to);
        cut.on(now).forEach(view::touch);
        Camera camera = view.camera();
        Rectangle piece = new Rectangle((int) (camera.x() + last.x * camera.zoom()), (int) (camera.y() + last.y * camera.zoom()), 1, 1);
        piece.add(to);
        repaint(piece);
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
        if (e.isPopupTrigger() && drag == null) {
            menu(e.getPoint());
        }
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
            case Drag.Wiring wiring -> {
                view.putDown(wiring.wire);
                if (wiring.wire.asksForNode()) {
                    view.search(e.getPoint(), wiring.wire);
                } else {
                    wiring.wire.edit().ifPresent(view::edit);
                }
            }
            case Drag.Copying copying -> {
                sheet.repaint();
                if (copying.by.dx() != 0 || copying.by.dy() != 0) {
                    view.deeds().duplicate(copying.nodes.stream().map(NodeView::id).collect(Collectors.toSet()), copying.by, false);
                }
            }
            case Drag.Cutting cutting -> {
                view.end(cutting.cut);
                cutting.cut.edit().ifPresent(view::edit);
            }
        }
        cursor();
        mouseMoved(e);   // what lies under the pointer now
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
        view.light(null);
        if (dx != 0 || dy != 0) {
            Set<NodeId> ids = moving.nodes.stream().map(NodeView::id).collect(Collectors.toCollection(HashSet::new));
            Edit move = new Edit.MoveNodes(ids, new Offset(dx, dy));
            view.edit(moving.into == null ? move : moving.into.after(move));
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
            case Drag.Moving moving -> {
                view.drag(moving.nodes, 0, 0);
                view.light(null);
            }
            case Drag.Copying _ -> sheet.repaint();
            case Drag.Wiring wiring -> view.putDown(wiring.wire);
            case Drag.Cutting cutting -> view.end(cutting.cut);
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
        if (drag instanceof Drag.Moving moving && moving.nodes.contains(gone) || drag instanceof Drag.Copying copying && copying.nodes.contains(gone)) {
            cancel();
        } else if (drag instanceof Drag.Pressed pressed && pressed.on == gone) {
            drag = null;
        } else if (drag instanceof Drag.Framing framing && framing.before.contains(gone)) {
            Set<NodeView> fewer = new LinkedHashSet<>(framing.before);
            fewer.remove(gone);
            drag = new Drag.Framing(fewer);
        }
    }

    /** The document is another: what is in the hand may be there no more, or fit elsewhere. */
    void documentChanged() {
        switch (drag) {
            case Drag.Wiring wiring -> {
                view.putDown(wiring.wire);
                WireDrag again = wiring.wire.again();
                drag = again == null ? null : new Drag.Wiring(again);
                if (again != null) {
                    view.takeUp(again);
                    view.drag(again, pointer);
                }
            }
            case Drag.Moving moving when moving.into != null -> {
                view.light(null);
                drag = new Drag.Moving(moving.nodes, Insertion.of(view.scene(), moving.nodes.getFirst()).orElse(null));
            }
            case Drag.Pressed pressed when pressed.plug != null && view.scene().node(pressed.plug.node().id()).orElse(null) != pressed.plug.node() -> drag = null;
            case null, default -> { }
        }
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        pointer = e.getPoint();
        inside = true;
        Plug plug = plug(pointer);
        NodeView node = plug == null ? at(pointer) : plug.node();
        view.hover(node);
        view.light(node == null ? wire(pointer) : null);
        if (overPlug != (plug != null)) {
            overPlug = plug != null;
            cursor();
        }
    }

    @Override
    public void mouseExited(MouseEvent e) {
        if (drag == null) {
            inside = false;
            view.hover(null);
            view.light(null);
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

    /** Sockets are taken up where they can be seen. */
    private @Nullable Plug plug(Point point) {
        if (view.camera().zoom() < NodePainter.BLOCKS || space) {
            return null;
        }
        Point2D.Double place = view.camera().at(point);
        return Plug.at(view.scene(), place.x, place.y);
    }

    private @Nullable Wire wire(Point point) {
        Point2D.Double place = view.camera().at(point);
        return view.scene().wireAt(place.x, place.y, WIRE / view.camera().zoom(), view.habits().wires());
    }

    private boolean isMenuDown(InputEvent e) {
        return (e.getModifiersEx() & view.menuMask()) != 0;
    }

    private void cursor() {
        boolean pans = drag instanceof Drag.Panning || space && drag == null;
        boolean wires = drag instanceof Drag.Wiring || drag instanceof Drag.Cutting || overPlug && drag == null;
        sheet.setCursor(pans ? Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR) : wires ? Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR) : null);
    }
}
