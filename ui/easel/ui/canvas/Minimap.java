package easel.ui.canvas;

import easel.ui.theme.Tone;
import easel.ui.widget.Ground;
import easel.ui.widget.SpokenComponent;
import easel.ui.widget.ToolButton;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.beans.PropertyChangeListener;
import javax.accessibility.AccessibleRole;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * All of a canvas in a small picture: groups and nodes as blocks, and what the window shows of them as a frame that can be
 * dragged. The blocks are painted when the document changes, not when it is only looked at from elsewhere.
 */
public final class Minimap extends SpokenComponent {

    private static final long serialVersionUID = 1;
    private static final Dimension SIZE = new Dimension(176, 112);
    private static final int INSET = 8;
    /** No block is smaller, in logical pixels: a node alone in a thousand can still be seen. */
    private static final double LEAST = 2;

    private transient @Nullable CanvasView view;
    private final transient PropertyChangeListener looked = _ -> repaint();
    private final transient PropertyChangeListener changed = _ -> forget();
    private transient @Nullable BufferedImage blocks;
    private transient @Nullable CanvasColors colors;
    private transient Rectangle2D world = new Rectangle2D.Double();
    /** What of the frame is in the hand: from its middle, in the canvas's pixels. */
    private transient Point2D.@Nullable Double held;

    /**
     * @param name what it is, for people who do not see it, too
     * @param key  the key that shows and hides it, as it is printed; empty for none
     */
    public Minimap(String name, String key) {
        super(AccessibleRole.CANVAS);
        setName("minimap");
        setToolTipText(ToolButton.tip(name, key));
        getAccessibleContext().setAccessibleName(name);
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                if (SwingUtilities.isLeftMouseButton(e)) {
                    take(e.getPoint());
                }
            }

            @Override
            public void mouseDragged(MouseEvent e) {
                if (held != null) {
                    go(e.getPoint());
                }
            }

            @Override
            public void mouseReleased(MouseEvent e) {
                held = null;
            }

            @Override
            public void mouseWheelMoved(MouseWheelEvent e) {
                CanvasView of = view;
                if (of != null) {
                    of.setCamera(of.camera().zoomed(of.camera().notch(-e.getPreciseWheelRotation()), of.sight().middle()));
                }
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addMouseWheelListener(mouse);
    }

    /** Shows another canvas, or none. */
    public void show(@Nullable CanvasView other) {
        CanvasView before = view;
        if (before == other) {
            return;
        }
        if (before != null) {
            before.removePropertyChangeListener("camera", looked);
            before.removePropertyChangeListener("document", changed);
        }
        view = other;
        held = null;
        if (other != null) {
            other.addPropertyChangeListener("camera", looked);
            other.addPropertyChangeListener("document", changed);
        }
        forget();
    }

    private void forget() {
        blocks = null;
        repaint();
    }

    // ---- the mouse

    private void take(Point at) {
        CanvasView of = view;
        if (of == null || world.isEmpty()) {
            return;
        }
        Rectangle2D seen = seen(of);
        Point2D.Double place = place(at);
        // A press beside the frame brings its middle there; one in it takes hold of it where it is.
        held = seen.contains(place) ? new Point2D.Double(place.x - seen.getCenterX(), place.y - seen.getCenterY()) : new Point2D.Double();
        go(at);
    }

    private void go(Point at) {
        CanvasView of = view;
        Point2D.Double from = held;
        if (of != null && from != null) {
            Point2D.Double place = place(at);
            double zoom = of.camera().zoom();
            of.setCamera(new Camera(zoom, of.sheet().getWidth() / 2.0 - (place.x - from.x) * zoom, of.sheet().getHeight() / 2.0 - (place.y - from.y) * zoom));
        }
    }

    /** What the window shows, in the canvas's pixels. */
    private static Rectangle2D seen(CanvasView of) {
        Point2D.Double from = of.camera().at(new Point(0, 0));
        return new Rectangle2D.Double(from.x, from.y, of.sheet().getWidth() / of.camera().zoom(), of.sheet().getHeight() / of.camera().zoom());
    }

    private double scale() {
        return Math.min((getWidth() - 2.0 * INSET) / Math.max(1, world.getWidth()), (getHeight() - 2.0 * INSET) / Math.max(1, world.getHeight()));
    }

    private double left() {
        return getWidth() / 2.0 - world.getCenterX() * scale();
    }

    private double top() {
        return getHeight() / 2.0 - world.getCenterY() * scale();
    }

    private Point2D.Double place(Point at) {
        return new Point2D.Double((at.x - left()) / scale(), (at.y - top()) / scale());
    }

    /** Where a place of the canvas is shown, in this component's pixels. */
    Point at(double x, double y) {
        return new Point((int) Math.round(left() + x * scale()), (int) Math.round(top() + y * scale()));
    }

    // ---- painting

    @Override
    protected void paintComponent(Graphics g) {
        Ground.paint(g, this, Tone.PANEL, Tone.LINE);
        CanvasView of = view;
        if (of == null || getWidth() <= 2 * INSET || getHeight() <= 2 * INSET) {
            return;
        }
        Graphics2D g2 = (Graphics2D) g.create();
        AffineTransform device = g2.getTransform();
        int width = (int) Math.ceil(getWidth() * device.getScaleX());
        int height = (int) Math.ceil(getHeight() * device.getScaleY());
        BufferedImage known = blocks;
        if (known == null || known.getWidth() != width || known.getHeight() != height || colors != CanvasColors.now()) {
            known = paintBlocks(of, width, height, device.getScaleX());
        }
        g2.drawImage(known, 0, 0, getWidth(), getHeight(), null);
        if (!world.isEmpty()) {
            frame(g2, seen(of));
        }
        g2.dispose();
    }

    private void frame(Graphics2D g, Rectangle2D seen) {
        double scale = scale();
        Rectangle2D inside = new Rectangle2D.Double(3, 3, getWidth() - 7, getHeight() - 7);
        Rectangle2D shown = new Rectangle2D.Double(left() + seen.getX() * scale, top() + seen.getY() * scale, seen.getWidth() * scale, seen.getHeight() * scale);
        double x0 = Math.clamp(shown.getMinX(), inside.getMinX(), inside.getMaxX());
        double y0 = Math.clamp(shown.getMinY(), inside.getMinY(), inside.getMaxY());
        double x1 = Math.clamp(shown.getMaxX(), inside.getMinX(), inside.getMaxX());
        double y1 = Math.clamp(shown.getMaxY(), inside.getMinY(), inside.getMaxY());
        Rectangle frame = new Rectangle((int) Math.round(x0), (int) Math.round(y0), (int) Math.round(x1 - x0), (int) Math.round(y1 - y0));
        Color ink = Tone.INK.color();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 24));
        g.fillRoundRect(frame.x, frame.y, frame.width, frame.height, 4, 4);
        g.setColor(ink);
        g.drawRoundRect(frame.x, frame.y, frame.width, frame.height, 4, 4);
    }

    private BufferedImage paintBlocks(CanvasView of, int width, int height, double dpi) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        CanvasColors now = CanvasColors.now();
        world = of.scene().mostBounds();
        Graphics2D g = image.createGraphics();
        g.scale(dpi, dpi);
        for (GroupView group : of.scene().groups()) {
            String colour = group.group().colour();
            block(g, group.box(), colour == null ? now.groupLine : CanvasColors.mix(CanvasColors.hex(colour, now.groupLine), now.group, 0.3));
        }
        for (NodeView node : of.scene().nodes()) {
            block(g, node.box(), node.block(now));
        }
        g.dispose();
        blocks = image;
        colors = now;
        return image;
    }

    private void block(Graphics2D g, Rectangle2D box, int rgb) {
        double scale = scale();
        g.setColor(new Color(rgb));
        g.fill(new Rectangle2D.Double(left() + box.getX() * scale, top() + box.getY() * scale, Math.max(LEAST, box.getWidth() * scale), Math.max(LEAST, box.getHeight() * scale)));
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(SIZE);
    }
}
