package easel.ui.stage;

import com.formdev.flatlaf.util.HiDPIUtils;
import easel.ui.image.Scaling;
import easel.ui.task.Task;
import easel.ui.theme.Tone;
import easel.ui.widget.FocusRing;
import easel.ui.widget.Outgoing;
import easel.ui.widget.SpokenComponent;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DragGestureEvent;
import java.awt.dnd.DragSource;
import java.awt.dnd.InvalidDnDOperationException;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * One picture that fills the pane, or stands in it pixel for pixel and can be dragged about. It is drawn on whole
 * device pixels from an image that was scaled elsewhere; until that one is there the old one is stretched.
 */
final class PicturePane extends SpokenComponent {

    private static final long serialVersionUID = 1;

    private transient @Nullable BufferedImage picture;
    private transient @Nullable BufferedImage scaled;
    private transient @Nullable BufferedImage scaledFrom;
    private boolean scaling;
    private boolean dimmed;
    private boolean actual;
    private double panX;
    private double panY;
    private transient @Nullable Path file;
    private final transient Mouse mouse = new Mouse();

    PicturePane() {
        super(AccessibleRole.ICON);
        setFocusable(true);
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        if (!GraphicsEnvironment.isHeadless()) {
            DragSource.getDefaultDragSource().createDefaultDragGestureRecognizer(this, DnDConstants.ACTION_COPY, this::dragOut);
        }
        onKey("SPACE", () -> toggleActual());
        onKey("LEFT", () -> pan(40, 0));
        onKey("RIGHT", () -> pan(-40, 0));
        onKey("UP", () -> pan(0, 40));
        onKey("DOWN", () -> pan(0, -40));
        addFocusListener(new java.awt.event.FocusAdapter() {
            @Override
            public void focusGained(java.awt.event.FocusEvent e) {
                repaint();
            }

            @Override
            public void focusLost(java.awt.event.FocusEvent e) {
                repaint();
            }
        });
    }

    private void onKey(String key, Runnable deed) {
        getInputMap(WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                deed.run();
            }
        });
    }

    /** The file that the picture is in, which can be dragged into another program; null while it is in none. */
    void setFile(@Nullable Path file) {
        this.file = file;
    }

    /** A picture that is shown whole has no other use for dragging; one at its true pixels is moved by it. */
    private void dragOut(DragGestureEvent e) {
        if (file != null && !actual) {
            mouse.dragged = true;
            try {
                e.startDrag(DragSource.DefaultCopyDrop, new Outgoing(file));
            } catch (InvalidDnDOperationException underWay) {
                // The last one has not ended yet on this system: the next pull will do.
            }
        }
    }

    /** Shows a picture, or the empty place where one will be. */
    void show(@Nullable BufferedImage other, boolean dim) {
        if (other != picture || dim != dimmed) {
            boolean otherSize = picture == null || other == null || other.getWidth() != picture.getWidth() || other.getHeight() != picture.getHeight();
            picture = other;
            dimmed = dim;
            if (otherSize) {
                panX = 0;
                panY = 0;
            }
            repaint();
        }
    }

    /** Whether it is shown pixel for pixel. */
    boolean isActual() {
        return actual;
    }

    /** Shows it pixel for pixel, or filling the pane again. */
    void setActual(boolean nowActual) {
        if (actual != nowActual) {
            actual = nowActual;
            panX = 0;
            panY = 0;
            firePropertyChange("actual", !actual, actual);
            revalidate();
            repaint();
        }
    }

    void toggleActual() {
        if (picture != null) {
            setActual(!actual);
        }
    }

    private void pan(double byX, double byY) {
        if (actual) {
            panX += byX;
            panY += byY;
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics g) {
        Graphics2D g2 = (Graphics2D) g.create();
        HiDPIUtils.paintAtScale1x(g2, this, this::paintExact);
        g2.dispose();
        if (isFocusOwner()) {
            FocusRing.paint(g, this);
        }
    }

    private void paintExact(Graphics2D g, int x, int y, int width, int height, double scale) {
        if (picture == null) {
            g.setColor(Tone.PANEL.color());
            g.fillRect(x, y, width, height);
            g.setColor(Tone.LINE.color());
            g.drawRect(x, y, width - 1, height - 1);
            return;
        }
        if (actual) {
            paintActual(g, x, y, width, height, scale);
        } else {
            paintFilling(g, x, y, width, height);
        }
        if (dimmed) {
            java.awt.Color stage = Tone.STAGE.color();
            g.setColor(new java.awt.Color(stage.getRed(), stage.getGreen(), stage.getBlue(), 140));
            g.fillRect(x, y, width, height);
        }
    }

    private void paintActual(Graphics2D g, int x, int y, int width, int height, double scale) {
        BufferedImage image = picture;
        // Dragged so far that the picture's edge meets the pane's; one that is smaller stands in the middle.
        double roomX = Math.max(0, (image.getWidth() - width) / 2.0);
        double roomY = Math.max(0, (image.getHeight() - height) / 2.0);
        panX = Math.clamp(panX, -roomX / scale, roomX / scale);
        panY = Math.clamp(panY, -roomY / scale, roomY / scale);
        Graphics2D inside = (Graphics2D) g.create(x, y, width, height);
        inside.drawImage(image, (int) Math.round((width - image.getWidth()) / 2.0 + panX * scale),
                (int) Math.round((height - image.getHeight()) / 2.0 + panY * scale), null);
        inside.dispose();
    }

    private void paintFilling(Graphics2D g, int x, int y, int width, int height) {
        BufferedImage ready = scaled;
        if (ready != null && scaledFrom == picture && ready.getWidth() == width && ready.getHeight() == height) {
            g.drawImage(ready, x, y, null);
            return;
        }
        scale(width, height);
        // The preview before this one, or the same one in another size, is nearer to what comes than a coarse picture.
        BufferedImage meanwhile = ready != null && sameShape(ready, width, height) && scaledFrom != null && picture.getWidth() == scaledFrom.getWidth()
                ? ready : picture;
        // For the moment until the good one has come, in the cheapest way: an interpolated one can take a tenth of a second
        // on this thread while the engine worked.
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(meanwhile, x, y, width, height, null);
    }

    private static boolean sameShape(BufferedImage image, int width, int height) {
        return Math.abs(image.getWidth() * (double) height - image.getHeight() * (double) width) <= 2.0 * Math.max(width, height);
    }

    private void scale(int width, int height) {
        if (scaling) {
            return;
        }
        BufferedImage from = picture;
        scaling = true;
        Task.of(() -> Scaling.to(from, width, height)).whenDone(image -> {
            scaling = false;
            scaled = image;
            scaledFrom = from;
            repaint();
        });
    }

    /** The image as it is painted now, for tests: null until it is scaled. */
    @Nullable BufferedImage ready() {
        return scaledFrom == picture ? scaled : null;
    }

    @Override
    public Cursor getCursor() {
        return picture == null ? Cursor.getDefaultCursor() : Cursor.getPredefinedCursor(actual ? Cursor.MOVE_CURSOR : Cursor.HAND_CURSOR);
    }

    /** How large it wants to be within {@code room}. */
    Dimension sizeWithin(Dimension room, int pictureWidth, int pictureHeight) {
        return actual && picture != null ? room : Scaling.fit(pictureWidth, pictureHeight, room.width, room.height);
    }

    private final class Mouse extends MouseAdapter {
        private @Nullable Point from;
        private boolean dragged;

        @Override
        public void mousePressed(MouseEvent e) {
            from = e.getPoint();
            dragged = false;
            requestFocusInWindow(java.awt.event.FocusEvent.Cause.MOUSE_EVENT);
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            if (from != null && (dragged || from.distance(e.getPoint()) > 3)) {
                dragged = true;
                pan(e.getX() - from.x, e.getY() - from.y);
                from = e.getPoint();
            }
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            if (!dragged && e.getButton() == MouseEvent.BUTTON1 && contains(e.getPoint())) {
                toggleActual();
            }
        }
    }
}
