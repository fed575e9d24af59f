package easel.ui.mask;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Rectangle2D;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** Which part of the picture a pad shows how large: the wheel zooms about the pointer, the middle button or Space and a drag move it. */
final class Lens extends MouseAdapter {

    private static final double MOST = 32;
    private static final double NOTCH = 1.25;

    private final MaskPad pad;
    private double zoom = 1;
    /** The place of the picture that lies in the pad's middle, in parts of the picture. */
    private double x = 0.5;
    private double y = 0.5;
    private boolean ready;
    private @Nullable Point held;

    Lens(MaskPad pad) {
        this.pad = pad;
    }

    /** How many times larger the picture is than where all of it is seen. */
    double zoom() {
        return zoom;
    }

    /** Where the picture lies that would fill {@code whole} if all of it were seen. */
    Rectangle2D of(Rectangle2D whole) {
        double w = whole.getWidth() * zoom;
        double h = whole.getHeight() * zoom;
        return new Rectangle2D.Double(whole.getCenterX() - x * w, whole.getCenterY() - y * h, w, h);
    }

    /** Shows all of it. */
    void showWhole() {
        look(1, 0.5, 0.5);
    }

    /** Zooms about the middle, by steps. */
    void zoomBy(int steps) {
        look(zoom * Math.pow(NOTCH, steps), x, y);
    }

    /** Shows what lies to a side, in parts of what is seen. */
    void shift(double right, double down) {
        look(zoom, x + right / zoom, y + down / zoom);
    }

    private void look(double to, double toX, double toY) {
        zoom = Math.clamp(to, 1, MOST);
        double margin = 0.5 / zoom;
        x = Math.clamp(toX, margin, 1 - margin);
        y = Math.clamp(toY, margin, 1 - margin);
        pad.seen();
    }

    /** Whether Space is held: a drag moves the picture. */
    void ready(boolean now) {
        ready = now;
        pad.setCursor(Cursor.getPredefinedCursor(now ? Cursor.MOVE_CURSOR : Cursor.CROSSHAIR_CURSOR));
    }

    boolean isReady() {
        return ready;
    }

    /** Whether a press is for it rather than for the shapes. */
    boolean takes(MouseEvent e) {
        return SwingUtilities.isMiddleMouseButton(e) || ready && SwingUtilities.isLeftMouseButton(e);
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent e) {
        Rectangle2D before = pad.picture();
        double atX = (e.getX() - before.getX()) / before.getWidth();
        double atY = (e.getY() - before.getY()) / before.getHeight();
        double larger = Math.clamp(zoom * Math.pow(NOTCH, -e.getPreciseWheelRotation()), 1, MOST);
        // What is under the pointer stays there.
        double w = before.getWidth() * larger / zoom;
        double h = before.getHeight() * larger / zoom;
        look(larger, atX + (pad.getWidth() / 2.0 - e.getX()) / w, atY + (pad.getHeight() / 2.0 - e.getY()) / h);
    }

    @Override
    public void mousePressed(MouseEvent e) {
        held = takes(e) ? e.getPoint() : null;
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        Point from = held;
        if (from != null) {
            Rectangle2D now = pad.picture();
            held = e.getPoint();
            look(zoom, x - (e.getX() - from.x) / now.getWidth(), y - (e.getY() - from.y) / now.getHeight());
        }
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        held = null;
    }
}
