package easel.ui.canvas;

import easel.graph.Reroute;
import easel.graph.Rim;
import easel.ui.widget.Grip;
import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Point2D;
import java.util.LinkedHashSet;
import java.util.Set;
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
    /** How far a node's corner reaches, in the canvas's pixels. */
    private static final int CORNER = 8;
    /** What one notch of the wheel moves the canvas by when it pans. */
    private static final int WHEEL_PAN = 60;

    /** A button that is down and was not moved far enough to mean anything. */
    private record Pressed(@Nullable NodeView on, boolean again, @Nullable Plug plug, @Nullable GroupSpot spot, boolean adds) {}

    private final CanvasView view;
    private final JComponent sheet;
    private @Nullable Drag drag;
    private @Nullable Pressed pressed;
    private Point pressedAt = new Point();
    private Point pointer = new Point();
    private boolean space;
    private int over = Cursor.DEFAULT_CURSOR;
    /** Whether the pointer is over the canvas. */
    private boolean inside;
    private long spaceAt;
    private long spaceLeft;
    private boolean spaceAlone;
    private int button;

    Gestures(CanvasView view, JComponent sheet) {
        this.view = view;
        this.sheet = sheet;
        sheet.addMouseListener(this);
        sheet.addMouseMotionListener(this);
        sheet.addMouseWheelListener(this);
    }

    /** What the held button does, or null. */
    @Nullable Drag drag() {
        return drag;
    }

    /** The wire in the hand, or null. */
    @Nullable WireDrag wire() {
        return drag instanceof DrawDrag drawing ? drawing.wire() : null;
    }

    /** Where the pointer is, or null if it is elsewhere. */
    @Nullable Point pointer() {
        return inside ? pointer : null;
    }

    boolean isDragging() {
        return drag != null;
    }

    /** Space is held: dragging pans. Tapped alone, it searches. */
    void space(boolean held, long when) {
        if (held) {
            // While a key is held, some systems let it go and press it again at once.
            spaceAt = space || when - spaceLeft <= REPEAT && spaceLeft > 0 ? spaceAt : when;
            spaceAlone = space ? spaceAlone : isIdle();
        } else {
            spaceLeft = when;
        }
        space = held;
        cursor();
        if (!held && spaceAlone && when - spaceAt <= TAP) {
            view.over().search(view.hand());
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
        if (view.over().closePopups() || !isIdle()) {
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
            drag = new PanDrag(view, pressedAt, view.camera());
        } else if (SwingUtilities.isLeftMouseButton(e)) {
            pressed(e);
        }
        cursor();
    }

    private boolean isIdle() {
        return drag == null && pressed == null;
    }

    private void pressed(MouseEvent e) {
        Plug plug = plug(e.getPoint());
        NodeView on = plug == null ? at(e.getPoint()) : plug.node();
        GroupSpot spot = on == null ? spot(e.getPoint()) : null;
        if (e.getClickCount() == 2 && doubleClick(e.getPoint(), plug == null ? on : null, spot, plug != null)) {
            return;
        }
        boolean adds = e.isShiftDown() || isMenuDown(e);
        boolean again = on != null && view.chosen().nodes().equals(Set.of(on));
        if (on != null && plug == null && !adds && !on.selected) {
            view.chosen().only(Set.of(on));
        }
        pressed = new Pressed(on, again, plug, spot, adds);
    }

    /** Twice on a wire bends it, on a title or a port renames, on nothing searches; whether it meant anything. */
    private boolean doubleClick(Point point, @Nullable NodeView on, @Nullable GroupSpot spot, boolean onSocket) {
        if (!view.isLocked() && view.over().renamePort(point)) {
            return true;
        }
        if (on != null && view.subgraphs().isEnterable(on)) {
            view.subgraphs().enter(on);
            return true;
        }
        if (view.isLocked()) {
            return false;
        }
        Wire wire = on == null && !onSocket ? wire(point) : null;
        if (wire != null && wire.isHidden()) {
            return false;   // the first click has gone to its other end
        } else if (wire != null) {
            view.deeds().bend(wire, view.camera().at(point));
        } else if (on != null && !Reroute.is(on.node()) && !Rim.is(on.node()) && view.camera().at(point).y - on.y() < NodeLayout.HEAD) {
            view.chosen().only(Set.of(on));
            view.over().rename();
        } else if (spot != null && spot.grip() == null) {
            view.chosen().only(Set.of(), Set.of(spot.group()));
            view.over().rename();
        } else if (on == null && !onSocket) {
            view.over().search(point);
        } else {
            return false;
        }
        return true;
    }

    /** The menu of what lies at a point; a node or group there is selected first. */
    private void menu(Point point) {
        NodeView on = at(point);
        Wire wire = on == null ? wire(point) : null;
        GroupSpot spot = on == null && wire == null ? spot(point) : null;
        if (on != null && !on.selected) {
            view.chosen().only(Set.of(on));
        } else if (spot != null && !spot.group().selected) {
            view.chosen().only(Set.of(), Set.of(spot.group()));
        }
        view.over().menu(point, on, wire, spot == null ? null : spot.group());
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        pointer = e.getPoint();
        inside = true;
        if (pressed != null && Math.max(Math.abs(e.getX() - pressedAt.x), Math.abs(e.getY() - pressedAt.y)) > CLICK) {
            drag = begin(pressed, e);
            pressed = null;
            cursor();
        }
        if (drag != null) {
            drag.to(e);
        }
    }

    private Drag begin(Pressed from, MouseEvent e) {
        if (from.plug != null) {
            WireDrag wire = WireDrag.of(view.scene(), from.plug, e.isShiftDown());
            view.wires().takeUp(wire);
            return new DrawDrag(view, wire);
        }
        if (view.isLocked() && (from.on != null || from.spot != null)) {
            return new PanDrag(view, pressedAt, view.camera());
        }
        if (from.on != null) {
            Grip corner = corner(from.on, pressedAt);
            return corner != null ? ResizeDrag.of(view, pressedAt, corner, from.on) : held(from.on, e);
        }
        if (from.spot != null) {
            Grip grip = from.spot.grip();
            return grip != null ? ResizeDrag.of(view, pressedAt, grip, from.spot.group()) : carry(null, from.spot.group(), e);
        }
        if (e.isShiftDown() && isMenuDown(e) && !view.isLocked()) {
            return new SeverDrag(view, new CutDrag(view.scene(), view.habits().wires(), view.camera().at(pressedAt)));
        }
        boolean pans = view.habits().drag() == Habits.Drag.PANS && !e.isShiftDown();
        return pans ? new PanDrag(view, pressedAt, view.camera()) : new FrameDrag(view, pressedAt, from.adds);
    }

    /** A node held somewhere: by its picture it can be pulled out of the canvas. */
    private Drag held(NodeView node, MouseEvent e) {
        Drag carried = carry(node, null, e);
        return e.isAltDown() ? carried : view.closer().at(node, view.camera().at(pressedAt))
                .<Drag>map(picture -> new PictureDrag(view, carried, view.host().pictures().carry(picture, node.title()))).orElse(carried);
    }

    /** What is selected, and what was taken hold of, is moved or copied. */
    private Drag carry(@Nullable NodeView node, @Nullable GroupView group, MouseEvent e) {
        Set<NodeView> nodes = new LinkedHashSet<>(view.chosen().nodes());
        Set<GroupView> groups = new LinkedHashSet<>(view.chosen().groups());
        if (node != null && nodes.add(node) || group != null && !groups.contains(group)) {
            boolean adds = node != null || e.isShiftDown() || isMenuDown(e);
            if (!adds) {
                nodes.clear();
                groups.clear();
            }
            if (group != null) {
                groups.add(group);
            }
            view.chosen().only(nodes, groups);
        }
        return e.isAltDown() ? new CopyDrag(view, pressedAt, Load.of(view.scene(), nodes, groups, true))
                : new MoveDrag(view, pressedAt, Load.of(view.scene(), nodes, groups, false));
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        if (e.isPopupTrigger() && isIdle()) {
            menu(e.getPoint());
        }
        if (isIdle() || e.getButton() != button) {
            return;
        }
        Drag ended = drag;
        Pressed let = pressed;
        drag = null;
        pressed = null;
        if (ended != null) {
            ended.drop(e);
        } else if (let != null) {
            click(let);
        }
        cursor();
        mouseMoved(e);   // what lies under the pointer now
    }

    private void click(Pressed let) {
        WireBadge badge = let.on == null ? badge(pressedAt) : null;
        if (badge != null) {
            view.chosen().only(Set.of(badge.other()));
            view.sight().flyTo(badge.other().box());
            return;
        }
        if (let.spot != null && let.spot.fold() && !view.isLocked()) {
            view.groups().fold(let.spot.group());
        } else if (let.on == null && let.spot == null) {
            if (!let.adds) {
                view.chosen().only(Set.of());
            }
        } else if (let.adds) {
            view.chosen().only(toggled(view.chosen().nodes(), let.on), toggled(view.chosen().groups(), let.spot == null ? null : let.spot.group()));
        } else if (!(let.on != null && let.again && let.plug == null && view.closer().openAt(let.on, view.camera().at(pressedAt)))) {
            view.chosen().only(let.on == null ? Set.of() : Set.of(let.on), let.spot == null ? Set.of() : Set.of(let.spot.group()));
        }
    }

    private static <T> Set<T> toggled(Set<T> some, @Nullable T one) {
        Set<T> other = new LinkedHashSet<>(some);
        if (one != null && !other.remove(one)) {
            other.add(one);
        }
        return other;
    }

    /** Takes back what the button is doing; whether it did anything. */
    boolean cancel() {
        Drag ended = drag;
        if (ended == null) {
            return false;
        }
        drag = null;
        ended.cancel();
        cursor();
        return true;
    }

    /** Whatever the button was doing is taken back: it is let go where nobody tells. */
    void letGo() {
        cancel();
        pressed = null;
        forgetSpace();
    }

    /** Space is let go where nobody tells. */
    void forgetSpace() {
        space = false;
        spaceAlone = false;
        cursor();
    }

    /** A node is gone from the document: a drag of it is over. */
    void forget(NodeView gone) {
        if (drag != null) {
            drag = drag.without(gone);
            cursor();
        } else if (pressed != null && pressed.on == gone) {
            pressed = null;
        }
    }

    /** The document is another: what is in the hand may be there no more, or fit elsewhere. */
    void documentChanged() {
        if (drag != null) {
            drag = drag.again(pointer);
            cursor();
        } else if (pressed != null && (pressed.plug != null && view.scene().node(pressed.plug.node().id()).orElse(null) != pressed.plug.node()
                || pressed.spot != null && !view.scene().groups().contains(pressed.spot.group()))) {
            pressed = null;
        }
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        pointer = e.getPoint();
        inside = true;
        Plug plug = plug(pointer);
        NodeView node = plug == null ? at(pointer) : plug.node();
        Wire wire = node == null ? wire(pointer) : null;
        GroupSpot spot = node == null && wire == null ? spot(pointer) : null;
        view.chosen().hoverNode(node);
        view.chosen().hoverGroup(spot == null ? null : spot.group());
        view.wires().light(wire);
        Grip grip = plug == null && node != null ? corner(node, pointer) : spot == null || view.isLocked() ? null : spot.grip();
        int now = plug != null ? Cursor.CROSSHAIR_CURSOR : grip != null ? grip.cursor() : Cursor.DEFAULT_CURSOR;
        if (over != now) {
            over = now;
            cursor();
        }
    }

    @Override
    public void mouseExited(MouseEvent e) {
        if (isIdle()) {
            inside = false;
            view.chosen().hoverNode(null);
            view.chosen().hoverGroup(null);
            view.wires().light(null);
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
        if (view.camera().zoom() < NodePainter.BLOCKS || space || view.isLocked()) {
            return null;
        }
        Point2D.Double place = view.camera().at(point);
        return Plug.at(view.scene(), place.x, place.y);
    }

    /** What stands at an end of a hidden wire under the pointer, or null. */
    private @Nullable WireBadge badge(Point point) {
        Point2D.Double place = view.camera().at(point);
        return view.camera().zoom() < NodePainter.BLOCKS || space ? null : WireBadge.at(view.scene(), place.x, place.y);
    }

    private @Nullable GroupSpot spot(Point point) {
        Point2D.Double place = view.camera().at(point);
        return space ? null : GroupSpot.at(view.scene(), place.x, place.y, view.camera().zoom());
    }

    /** The corner that a node is made larger by, if the pointer is on it. */
    private @Nullable Grip corner(NodeView node, Point point) {
        Point2D.Double place = view.camera().at(point);
        boolean in = node.x() + node.width() - place.x <= CORNER && node.y() + node.height() - place.y <= CORNER;
        return in && !space && !view.isLocked() && view.camera().zoom() >= NodePainter.BLOCKS && !node.node().collapsed()
                && !Reroute.is(node.node()) && !Rim.is(node.node()) ? Grip.SOUTH_EAST : null;
    }

    private @Nullable Wire wire(Point point) {
        Point2D.Double place = view.camera().at(point);
        WireBadge badge = badge(point);
        return badge != null ? badge.wire() : view.scene().wireAt(place.x, place.y, WIRE / view.camera().zoom(), view.habits().wires());
    }

    private boolean isMenuDown(InputEvent e) {
        return (e.getModifiersEx() & view.menuMask()) != 0;
    }

    private void cursor() {
        int shape = drag != null ? drag.cursor() : space ? Cursor.MOVE_CURSOR : over;
        sheet.setCursor(shape == Cursor.DEFAULT_CURSOR ? null : Cursor.getPredefinedCursor(shape));
    }
}
