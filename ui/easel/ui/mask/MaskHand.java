package easel.ui.mask;

import easel.graph.MaskShape;
import easel.platform.Words;
import easel.ui.widget.Grip;
import java.awt.Cursor;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The pointer on a pad: draws, selects, moves and resizes shapes, and opens their menu. */
final class MaskHand extends MouseAdapter {

    /** How near a handle the pointer takes it. */
    private static final int REACH = 7;
    /** A press that moves less is a click. */
    private static final int STILL = 3;

    private final MaskPad pad;
    private final DrawnShapes shapes;
    private final Words words;
    private @Nullable Hold hold;

    /**
     * What it holds.
     *
     * @param at    its place among the shapes; their number for a new one
     * @param shape as it was
     * @param grip  null for the whole
     * @param now   as it is; null before it was moved
     */
    private record Hold(Point from, int at, MaskShape shape, @Nullable Grip grip, boolean fresh, @Nullable MaskShape now) {
        Hold with(MaskShape moved) {
            return new Hold(from, at, shape, grip, fresh, moved);
        }
    }

    MaskHand(MaskPad pad, DrawnShapes shapes, Words words) {
        this.pad = pad;
        this.shapes = shapes;
        this.words = words;
    }

    boolean holds() {
        return hold != null;
    }

    /** Leaves what it holds as it was. */
    void letGo() {
        hold = null;
        pad.repaint();
    }

    /** The shapes with what it holds as it is now. */
    List<MaskShape> seen() {
        Hold held = hold;
        if (held == null || held.now == null) {
            return shapes.all();
        }
        List<MaskShape> now = new ArrayList<>(shapes.all());
        if (held.fresh) {
            now.add(held.now);
        } else {
            now.set(held.at, held.now);
        }
        return now;
    }

    /** The place of the one that shows its handles; -1 for none. */
    int shown() {
        Hold held = hold;
        return held != null && held.fresh && held.now != null ? held.at : shapes.selected();
    }

    @Override
    public void mousePressed(MouseEvent e) {
        pad.requestFocusInWindow();
        if (!pad.isEnabled() || pad.isForLens(e)) {
            return;
        }
        if (e.isPopupTrigger()) {
            menu(e);
        } else if (SwingUtilities.isLeftMouseButton(e)) {
            Optional<Grip> grip = grip(e.getPoint());
            boolean away = (e.getModifiersEx() & Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx()) != 0;
            if (grip.isPresent() || !away && isOnSelected(e.getPoint())) {
                hold = new Hold(e.getPoint(), shapes.selected(), shapes.chosen().orElseThrow(), grip.orElse(null), false, null);
            } else {
                hold = new Hold(e.getPoint(), shapes.all().size(), shapes.begun(across(e.getX()), down(e.getY()), away),
                        Grip.SOUTH_EAST, true, null);
            }
        }
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        Hold held = hold;
        if (held == null || held.now == null && held.from.distance(e.getPoint()) < STILL) {
            return;
        }
        double right = across(e.getX()) - across(held.from.x);
        double lower = down(e.getY()) - down(held.from.y);
        if (held.fresh && e.isShiftDown()) {
            double ratio = pad.picture().getWidth() / pad.picture().getHeight();
            double side = Math.max(Math.abs(right) * ratio, Math.abs(lower));
            right = Math.copySign(side / ratio, right);
            lower = Math.copySign(side, lower);
        }
        hold = held.with(held.grip == null ? held.shape.moved(right, lower) : Handles.drawn(held.grip, held.shape, right, lower));
        pad.repaint();
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        Hold held = hold;
        hold = null;
        if (held != null && held.now != null) {
            if (held.fresh) {
                shapes.add(held.now);
            } else {
                shapes.replace(held.now);
            }
        } else if (e.isPopupTrigger() && pad.isEnabled()) {
            menu(e);
        } else if (held != null && held.fresh) {
            select(e.getPoint());
        }
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        if (pad.isLensReady()) {
            return;
        }
        pad.setCursor(!pad.isEnabled() ? Cursor.getDefaultCursor() : grip(e.getPoint()).map(Grip::cursor).map(Cursor::getPredefinedCursor)
                .orElseGet(() -> Cursor.getPredefinedCursor(isOnSelected(e.getPoint()) ? Cursor.MOVE_CURSOR : Cursor.CROSSHAIR_CURSOR)));
    }

    private double across(int x) {
        return (x - pad.picture().getX()) / pad.picture().getWidth();
    }

    private double down(int y) {
        return (y - pad.picture().getY()) / pad.picture().getHeight();
    }

    private boolean isOnSelected(Point at) {
        return shapes.chosen().filter(shape -> shape.covers(across(at.x), down(at.y))).isPresent();
    }

    private void select(Point at) {
        shapes.select(shapes.topmost(across(at.x), down(at.y)));
    }

    private Optional<Grip> grip(Point at) {
        Rectangle2D picture = pad.picture();
        return shapes.chosen().flatMap(shape -> Arrays.stream(Grip.values())
                .filter(g -> at.distance(picture.getX() + Handles.x(g, shape) * picture.getWidth(),
                        picture.getY() + Handles.y(g, shape) * picture.getHeight()) <= REACH)
                .findFirst());
    }

    private void menu(MouseEvent e) {
        select(e.getPoint());
        JPopupMenu menu = new JPopupMenu();
        shapes.chosen().ifPresent(shape -> {
            item(menu, shape.subtract() ? "mask.add" : "mask.take", () -> shapes.takeAway(!shape.subtract()));
            item(menu, "mask.delete", shapes::removeSelected);
        });
        if (!shapes.all().isEmpty()) {
            item(menu, "mask.clear", shapes::clear);
            menu.show(pad, e.getX(), e.getY());
        }
    }

    private void item(JPopupMenu menu, String code, Runnable deed) {
        JMenuItem item = new JMenuItem(words.say(code));
        item.addActionListener(_ -> deed.run());
        menu.add(item);
    }
}
