package easel.ui.canvas;

import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.SeedMode;
import easel.graph.Value;
import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * The mouse on the parameters shown in nodes. Listens before {@link Gestures}: a press that is meant for a number is
 * consumed; on any other parameter it may still become a drag of the node, and only a click is meant for the parameter.
 */
final class FieldHands extends MouseAdapter {

    /** How far, in logical pixels, a press may wander and still be a click. */
    private static final int CLICK = 3;

    /** What of a field the pointer is on. */
    private enum Part { VALUE, DICE, LOCK }

    /** A field under the pointer. */
    private record Spot(NodeView node, NodeLayout.Field field, Part part) {
        InputRef ref() {
            return new InputRef(node.id(), field.parameter().name());
        }

        Value value() {
            return node.shown(field.parameter().name()).orElse(field.parameter().standard());
        }
    }

    private final CanvasView view;
    private final JComponent sheet;
    private @Nullable Spot pressed;
    private @Nullable NumberDrag drag;
    private Point pressedAt = new Point();
    private boolean moved;
    private boolean showsWay;

    FieldHands(CanvasView view, JComponent sheet) {
        this.view = view;
        this.sheet = sheet;
        sheet.addMouseListener(this);
        sheet.addMouseMotionListener(this);
    }

    /** Whether a number is in the hand and is another than before. */
    boolean isDragging() {
        return drag != null && moved;
    }

    @Override
    public void mousePressed(MouseEvent e) {
        if (pressed != null || !SwingUtilities.isLeftMouseButton(e) || view.isSpaceHeld() || isModified(e)) {
            return;
        }
        Spot spot = at(e.getPoint());
        if (spot == null || spot.node.node().inputs().containsKey(spot.field.parameter().name())) {
            return;   // what a wire feeds is not the hand's
        }
        pressed = spot;
        pressedAt = e.getPoint();
        moved = false;
        boolean readable = NodePainter.writes(view.camera().zoom(), view.scene().nodes().size());
        drag = spot.field.look() == NodeLayout.Look.NUMBER && readable
                ? NumberDrag.of(spot.field.parameter().rule(), spot.value()) : null;
        if (drag != null) {
            sheet.requestFocusInWindow();
            if (!spot.node.selected) {
                view.chosen().only(Set.of(spot.node));
            }
            e.consume();
        }
    }

    private boolean isModified(InputEvent e) {
        return (e.getModifiersEx() & (InputEvent.SHIFT_DOWN_MASK | InputEvent.ALT_DOWN_MASK | view.menuMask())) != 0;
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        if (pressed == null) {
            return;
        }
        int dx = e.getX() - pressedAt.x;
        moved |= Math.max(Math.abs(dx), Math.abs(e.getY() - pressedAt.y)) > CLICK;
        if (drag != null) {
            if (moved) {
                view.draft(pressed.node, pressed.field.parameter().name(), drag.at(dx, e.isShiftDown()));
            }
            e.consume();
        }
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        if (pressed == null || e.getButton() != MouseEvent.BUTTON1) {
            return;
        }
        Spot spot = pressed;
        boolean clicked = !moved;
        Value now = drag != null && moved ? spot.value() : null;
        end();
        if (now != null) {
            view.draft(spot.node, null, null);
            Value before = spot.value();
            if (!now.equals(before)) {
                view.edit(new Edit.SetParameter(spot.ref(), now));
            }
            e.consume();
        } else if (clicked && view.scene().node(spot.node.id()).orElse(null) == spot.node) {
            click(spot);
        }
    }

    private void end() {
        pressed = null;
        drag = null;
        moved = false;
    }

    private void click(Spot spot) {
        FieldHost host = view.fieldHost();
        Value value = spot.value();
        switch (spot.part) {
            case LOCK -> {
                if (value instanceof Value.Seed seed) {
                    boolean lock = seed.mode() != SeedMode.FIXED;
                    OptionalLong number = seed.number();
                    Value.Seed other = lock && number.isEmpty() ? Value.Seed.fixed(ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE))
                            : seed.in(lock ? SeedMode.FIXED : SeedMode.RANDOM);
                    view.edit(new Edit.SetParameter(spot.ref(), other));
                }
            }
            case DICE -> {
                if (host != null) {
                    host.drawSeed(spot.ref());
                }
            }
            case VALUE -> {
                if (spot.field.look() == NodeLayout.Look.SWITCH) {
                    view.edit(new Edit.SetParameter(spot.ref(), Value.of(!(value instanceof Value.Truth truth && truth.on()))));
                } else if (host != null) {
                    host.edit(spot.ref());
                }
            }
        }
    }

    /** Takes back what is being dragged; whether anything was. */
    boolean cancel() {
        if (!isDragging() || pressed == null) {
            return false;
        }
        NodeView node = pressed.node;
        // The button is still down: what follows until it is let go means nothing.
        drag = null;
        view.draft(node, null, null);
        return true;
    }

    /** The button is let go where nobody tells. */
    void letGo() {
        cancel();
        end();
    }

    /** A node is gone from the document. */
    void forget(NodeView gone) {
        if (pressed != null && pressed.node == gone) {
            end();
        }
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        Spot spot = view.isSpaceHeld() ? null : at(e.getPoint());
        boolean way = spot != null && spot.field.look() == NodeLayout.Look.NUMBER && NodePainter.writes(view.camera().zoom(), view.scene().nodes().size())
                && !spot.node.node().inputs().containsKey(spot.field.parameter().name());
        if (way != showsWay) {
            showsWay = way;
            sheet.setCursor(way ? Cursor.getPredefinedCursor(Cursor.E_RESIZE_CURSOR) : null);
        }
    }

    private @Nullable Spot at(Point point) {
        if (view.camera().zoom() < NodePainter.BLOCKS) {
            return null;
        }
        Point2D.Double place = view.camera().at(point);
        NodeView node = view.scene().at(place.x, place.y);
        if (node == null) {
            return null;
        }
        double x = place.x - node.x();
        double y = place.y - node.y();
        for (NodeLayout.Field field : node.layout().fields()) {
            if (field.box().contains(x, y)) {
                return new Spot(node, field, part(field, x));
            }
        }
        return null;
    }

    private static Part part(NodeLayout.Field field, double x) {
        double fromRight = field.box().x() + field.box().width() - x;
        return field.look() != NodeLayout.Look.SEED || fromRight > 2 * NodeLayout.ROW + NodeLayout.GAP ? Part.VALUE
                : fromRight <= NodeLayout.ROW ? Part.LOCK : Part.DICE;
    }
}
