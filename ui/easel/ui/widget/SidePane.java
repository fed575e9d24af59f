package easel.ui.widget;

import easel.ui.theme.Tone;
import java.awt.BorderLayout;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.IntConsumer;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** A panel at a side of the window. Its inner edge is dragged, or moved with the arrow keys, to make it wider. */
public final class SidePane extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int EDGE = 5;
    private static final int KEY_STEP = 16;

    private final boolean left;
    private final int least;
    private final int most;
    private final transient IntConsumer changed;
    private int width;

    /**
     * @param left    whether it stands at the window's left
     * @param changed told how wide the person has made it
     */
    public SidePane(JComponent content, boolean left, int width, int least, int most, String edgeName, IntConsumer changed) {
        super(new BorderLayout());
        this.left = left;
        this.width = width;
        this.least = least;
        this.most = most;
        this.changed = changed;
        add(content);
        add(new Edge(edgeName), left ? BorderLayout.EAST : BorderLayout.WEST);
    }

    private void widen(int to) {
        int next = Math.clamp(to, least, most);
        if (next != width) {
            width = next;
            changed.accept(width);
            revalidate();
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(width, 100);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(least, 100);
    }

    private final class Edge extends SpokenComponent implements FocusListener {

        private static final long serialVersionUID = 1;
        private int pressedAt;
        private int widthThen;

        Edge(String name) {
            super(AccessibleRole.SPLIT_PANE);
            setPreferredSize(new Dimension(EDGE, 10));
            setCursor(Cursor.getPredefinedCursor(Cursor.E_RESIZE_CURSOR));
            setName("edge");
            getAccessibleContext().setAccessibleName(name);
            setFocusable(true);
            addFocusListener(this);
            key("LEFT", left ? -KEY_STEP : KEY_STEP);
            key("RIGHT", left ? KEY_STEP : -KEY_STEP);
            MouseAdapter mouse = new MouseAdapter() {
                @Override
                public void mousePressed(MouseEvent e) {
                    pressedAt = e.getXOnScreen();
                    widthThen = width;
                }

                @Override
                public void mouseDragged(MouseEvent e) {
                    int by = e.getXOnScreen() - pressedAt;
                    widen(widthThen + (left ? by : -by));
                }
            };
            addMouseListener(mouse);
            addMouseMotionListener(mouse);
        }

        private void key(String key, int by) {
            getInputMap().put(KeyStroke.getKeyStroke(key), key);
            getActionMap().put(key, new AbstractAction() {
                private static final long serialVersionUID = 1;

                @Override
                public void actionPerformed(ActionEvent e) {
                    widen(width + by);
                }
            });
        }

        @Override
        protected void paintComponent(Graphics g) {
            boolean focused = isFocusOwner();
            g.setColor((focused ? Tone.INK : Tone.LINE).color());
            int line = focused ? 2 : 1;
            g.fillRect(left ? getWidth() - line : 0, 0, line, getHeight());
        }

        @Override
        public void focusGained(FocusEvent e) {
            repaint();
        }

        @Override
        public void focusLost(FocusEvent e) {
            repaint();
        }
    }
}
