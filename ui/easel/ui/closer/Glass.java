package easel.ui.closer;

import easel.ui.theme.Tone;
import easel.ui.widget.SpokenComponent;
import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import javax.accessibility.AccessibleRole;
import org.jspecify.annotations.Nullable;

/**
 * One picture, and over its left part the one before, where there is a line between them to draw aside. The wheel zooms about
 * the pointer, a drag moves the picture, two clicks go from all of it to pixel for pixel and back.
 */
final class Glass extends SpokenComponent {

    private static final long serialVersionUID = 1;

    private static final double LEAST = 0.05;
    private static final double MOST = 32;
    private static final double NOTCH = 1.2;
    /** Air round a picture that is seen whole, in logical pixels. */
    private static final int AIR = 24;
    /** How near the line, in logical pixels, the pointer takes hold of it. */
    private static final int GRASP = 8;
    private static final int KNOB = 20;
    /** What one press of an arrow moves. */
    private static final int STEP = 40;

    private final transient Runnable changed;
    private transient @Nullable BufferedImage now;
    private transient @Nullable BufferedImage before;
    /** Logical pixels a pixel of the picture; the whole picture is fitted in as long as nobody zooms. */
    private double zoom = 1;
    private boolean whole = true;
    private double x;
    private double y;
    /** Where the line stands, as a part of the picture's width. */
    private double line = 0.5;

    Glass(Runnable changed) {
        super(AccessibleRole.ICON);
        this.changed = changed;
        setFocusable(true);
        setOpaque(true);
        Hand hand = new Hand();
        addMouseListener(hand);
        addMouseMotionListener(hand);
        addMouseWheelListener(hand);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                place();
            }
        });
    }

    /** Shows a picture, with the one before over its left part, or null. Place and zoom stay if the size does. */
    void show(@Nullable BufferedImage picture, @Nullable BufferedImage previous) {
        boolean alike = now != null && picture != null && now.getWidth() == picture.getWidth() && now.getHeight() == picture.getHeight();
        now = picture;
        before = previous;
        whole |= !alike;
        place();
    }

    double zoom() {
        return zoom;
    }

    double line() {
        return line;
    }

    boolean isWhole() {
        return whole;
    }

    void showWhole() {
        whole = true;
        place();
    }

    void zoomTo(double wanted) {
        zoomTo(wanted, getWidth() / 2.0, getHeight() / 2.0);
    }

    void zoomBy(int notches) {
        zoomTo(zoom * Math.pow(NOTCH, notches));
    }

    void shift(int right, int down) {
        x += right * STEP;
        y += down * STEP;
        whole = false;
        keepInSight();
    }

    private void zoomTo(double wanted, double aboutX, double aboutY) {
        double next = Math.clamp(wanted, LEAST, MOST);
        x = aboutX - (aboutX - x) * next / zoom;
        y = aboutY - (aboutY - y) * next / zoom;
        zoom = next;
        whole = false;
        keepInSight();
    }

    private void place() {
        if (now != null && whole && getWidth() > 0) {
            zoom = Math.clamp(Math.min((getWidth() - 2.0 * AIR) / now.getWidth(), (getHeight() - 2.0 * AIR) / now.getHeight()), LEAST, MOST);
            x = (getWidth() - now.getWidth() * zoom) / 2;
            y = (getHeight() - now.getHeight() * zoom) / 2;
        }
        keepInSight();
    }

    /** A part of the picture stays where it can be taken hold of. */
    private void keepInSight() {
        if (now != null) {
            double wide = now.getWidth() * zoom;
            double high = now.getHeight() * zoom;
            x = Math.clamp(x, Math.min(AIR - wide, getWidth() - wide), Math.max(getWidth() - AIR, 0));
            y = Math.clamp(y, Math.min(AIR - high, getHeight() - high), Math.max(getHeight() - AIR, 0));
        }
        changed.run();
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setColor(Tone.STAGE.color());
        g.fillRect(0, 0, getWidth(), getHeight());
        BufferedImage picture = now;
        if (picture != null) {
            int left = (int) Math.round(x);
            int top = (int) Math.round(y);
            int wide = (int) Math.round(picture.getWidth() * zoom);
            int high = (int) Math.round(picture.getHeight() * zoom);
            double device = zoom * g.getTransform().getScaleX();
            // Enlarged, pixels are squares: who looks so closely wants to see them.
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, device >= 2 ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                    : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(picture, left, top, wide, high, null);
            if (before != null) {
                int at = left + (int) Math.round(wide * line);
                Shape all = g.getClip();
                g.clipRect(left, top, at - left, high);
                g.drawImage(before, left, top, wide, high, null);
                g.setClip(all);
                paintLine(g, at, top, high);
            }
        }
        g.dispose();
    }

    private void paintLine(Graphics2D g, int at, int top, int high) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Tone.PANEL.color());
        g.fillRect(at - 1, top, 2, high);
        int middle = Math.clamp(top + high / 2, KNOB, Math.max(KNOB, getHeight() - KNOB));
        g.fillOval(at - KNOB / 2, middle - KNOB / 2, KNOB, KNOB);
        g.setColor(Tone.LABEL.color());
        for (int way : new int[] {-1, 1}) {
            g.drawLine(at + way * 3, middle - 3, at + way * 6, middle);
            g.drawLine(at + way * 6, middle, at + way * 3, middle + 3);
        }
    }

    private boolean onLine(Point p) {
        BufferedImage picture = now;
        return before != null && picture != null && Math.abs(p.x - (x + picture.getWidth() * zoom * line)) <= GRASP;
    }

    private final class Hand extends MouseAdapter {
        private @Nullable Point from;
        private boolean dividing;

        @Override
        public void mousePressed(MouseEvent e) {
            requestFocusInWindow(java.awt.event.FocusEvent.Cause.MOUSE_EVENT);
            from = e.getPoint();
            dividing = onLine(e.getPoint());
            if (e.getClickCount() == 2 && e.getButton() == MouseEvent.BUTTON1 && !dividing) {
                if (whole) {
                    zoomTo(1, e.getX(), e.getY());
                } else {
                    showWhole();
                }
            }
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            Point last = from;
            BufferedImage picture = now;
            if (last == null || picture == null) {
                return;
            }
            if (dividing) {
                line = Math.clamp((e.getX() - x) / (picture.getWidth() * zoom), 0.0, 1.0);
                repaint();
            } else {
                x += e.getX() - last.x;
                y += e.getY() - last.y;
                whole = false;
                keepInSight();
            }
            from = e.getPoint();
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            from = null;
        }

        @Override
        public void mouseMoved(MouseEvent e) {
            setCursor(Cursor.getPredefinedCursor(onLine(e.getPoint()) ? Cursor.E_RESIZE_CURSOR : Cursor.DEFAULT_CURSOR));
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent e) {
            zoomTo(zoom * Math.pow(NOTCH, -e.getPreciseWheelRotation()), e.getX(), e.getY());
            e.consume();
        }
    }
}
