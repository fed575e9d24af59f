package easel.ui.widget;

import com.formdev.flatlaf.ui.FlatDropShadowBorder;
import easel.ui.theme.Tone;
import java.awt.AWTEvent;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.ActionEvent;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseEvent;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * A small panel over the window, under the button that opened it; nothing waits for it. Esc, or a click elsewhere,
 * closes it and gives the focus back. Unlike a popup menu it may hold drop-downs.
 */
public final class Popover {

    /** Under this a window's root knows where the keys belong. */
    private static final String HOME = "easel.keys";
    private static final int SHADOW = 6;
    private static final int TOP = 72;

    private final Component owner;
    private final boolean atTop;
    private final Rectangle spot;
    private final boolean besides;
    private boolean inMiddle;
    private Runnable closed = () -> { };
    private final JPanel frame;
    private final JRootPane root;
    private final JLayeredPane layers;
    private final @Nullable Component focusBefore;
    private final AWTEventListener outside = this::onMouse;
    private final ComponentAdapter resized = new ComponentAdapter() {
        @Override
        public void componentResized(ComponentEvent e) {
            close();
        }
    };

    private Popover(JComponent owner, @Nullable Rectangle spot, JComponent content, String name, boolean atTop) {
        this.owner = owner;
        this.spot = spot == null ? new Rectangle(owner.getSize()) : spot;
        this.besides = spot != null;
        this.atTop = atTop;
        root = SwingUtilities.getRootPane(owner);
        layers = root.getLayeredPane();
        focusBefore = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        JComponent body = content;
        if (!atTop) {
            body = new Body();
            body.add(content);
        }
        frame = new JPanel(new BorderLayout());
        frame.setOpaque(false);
        frame.setBorder(new FlatDropShadowBorder(java.awt.Color.BLACK, SHADOW, 0.25f));
        frame.add(body);
        frame.setFocusCycleRoot(true);
        frame.getAccessibleContext().setAccessibleName(name);
        frame.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("ESCAPE"), "close");
        frame.getActionMap().put("close", new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                close();
            }
        });
    }

    /** Says who gives the keys to where they belong in a window, once what had them is gone: a field may close itself when it loses them. */
    public static void home(JRootPane of, Runnable keys) {
        of.putClientProperty(HOME, keys);
    }

    /** Opens {@code content} under {@code owner}, right edges aligned. */
    public static Popover open(JComponent owner, JComponent content, String name) {
        Popover popover = new Popover(owner, null, content, name, false);
        popover.show();
        return popover;
    }

    /** Opens {@code content} beside a place of {@code owner}, tops aligned, where there is room for it. */
    public static Popover openAt(JComponent owner, Rectangle spot, JComponent content, String name) {
        Popover popover = new Popover(owner, spot, content, name, false);
        popover.show();
        return popover;
    }

    /** Opens {@code content}, which paints its own ground, over the upper middle of what {@code owner} fills. */
    public static Popover openAtTop(JComponent owner, JComponent content, String name) {
        Popover popover = new Popover(owner, null, content, name, true);
        popover.show();
        return popover;
    }

    /**
     * Opens {@code content} over the middle of what {@code owner} fills.
     *
     * @param closed told once it is closed
     */
    public static Popover openInMiddle(JComponent owner, JComponent content, String name, Runnable closed) {
        Popover popover = new Popover(owner, null, content, name, false);
        popover.inMiddle = true;
        popover.closed = closed;
        popover.show();
        return popover;
    }

    private void show() {
        // Measured in its place: how wide words are depends on the screen's scale.
        layers.add(frame, JLayeredPane.MODAL_LAYER);
        Dimension size = frame.getPreferredSize();
        Point corner = atTop ? SwingUtilities.convertPoint(owner, (owner.getWidth() + size.width) / 2 - SHADOW, TOP, layers)
                : besides ? SwingUtilities.convertPoint(owner, spot.x + spot.width + 4 - SHADOW + size.width, spot.y - SHADOW, layers)
                : SwingUtilities.convertPoint(owner, owner.getWidth(), owner.getHeight() + 6, layers);
        if (besides && corner.x > layers.getWidth()) {
            corner.x -= size.width + spot.width + 8;   // at the other side
        }
        if (inMiddle) {
            corner = SwingUtilities.convertPoint(owner, (owner.getWidth() + size.width) / 2 - SHADOW, Math.max(0, owner.getHeight() - size.height) / 2, layers);
        }
        int x = Math.clamp(corner.x - size.width + (besides ? 0 : SHADOW), 0, Math.max(0, layers.getWidth() - size.width));
        int y = Math.clamp(corner.y, 0, Math.max(0, layers.getHeight() - size.height));
        frame.setBounds(x, y, Math.min(size.width, layers.getWidth()), Math.min(size.height, layers.getHeight()));
        frame.revalidate();
        layers.addComponentListener(resized);
        Toolkit.getDefaultToolkit().addAWTEventListener(outside, AWTEvent.MOUSE_EVENT_MASK);
        Component first = frame.getFocusTraversalPolicy().getDefaultComponent(frame);
        // Without a control in it it takes the keys itself: Esc must reach it.
        frame.setFocusable(first == null);
        (first == null ? frame : first).requestFocusInWindow();
    }

    private void onMouse(AWTEvent event) {
        if (event instanceof MouseEvent mouse && mouse.getID() == MouseEvent.MOUSE_PRESSED) {
            Window window = SwingUtilities.getWindowAncestor(owner);
            Window pressed = mouse.getComponent() instanceof Window w ? w : SwingUtilities.getWindowAncestor(mouse.getComponent());
            // A drop-down's list may be a window of its own, or lie in the popup layer: a press there is one in here.
            boolean inPopup = SwingUtilities.getAncestorOfClass(javax.swing.JPopupMenu.class, mouse.getComponent()) != null
                    || mouse.getComponent() instanceof javax.swing.JPopupMenu;
            if (pressed == window && !inPopup && !SwingUtilities.isDescendingFrom(mouse.getComponent(), frame)) {
                close();
                // A press on the button that opened it only closes it.
                if (!atTop && !inMiddle && SwingUtilities.isDescendingFrom(mouse.getComponent(), owner)
                        && spot.contains(SwingUtilities.convertPoint(mouse.getComponent(), mouse.getPoint(), owner))) {
                    mouse.consume();
                }
            }
        }
    }

    /** Whether it is still open. */
    public boolean isOpen() {
        return frame.getParent() != null;
    }

    /** Closes it; closing it again does nothing. */
    public void close() {
        if (!isOpen()) {
            return;
        }
        Toolkit.getDefaultToolkit().removeAWTEventListener(outside);
        layers.removeComponentListener(resized);
        layers.remove(frame);
        layers.repaint();
        if (focusBefore != null && focusBefore.isShowing()) {
            focusBefore.requestFocusInWindow();
        } else if (root.getClientProperty(HOME) instanceof Runnable home) {
            home.run();
        }
        closed.run();
    }

    private static final class Body extends JPanel {
        private static final long serialVersionUID = 1;

        Body() {
            super(new BorderLayout());
            setOpaque(false);
            setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        }

        @Override
        protected void paintComponent(Graphics g) {
            Ground.paint(g, this, Tone.POPUP, Tone.STRONG);
        }
    }
}
