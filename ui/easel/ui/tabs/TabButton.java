package easel.ui.tabs;

import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.FocusRing;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JToggleButton;

/** One tab: its title, a dot if something is not saved, a cross that closes it. */
final class TabButton extends JToggleButton {

    private static final long serialVersionUID = 1;

    static final int HEIGHT = 32;
    private static final int LEAST = 72;
    private static final int MOST = 220;
    private static final int SIDE = 12;
    private static final int DOT = 6;
    private static final int CROSS = 20;

    private final JButton close = new JButton(Icons.REMOVE.at(12));
    private boolean edited;

    TabButton(String closeName, Runnable closing) {
        super();
        setLayout(null);
        setContentAreaFilled(false);
        setBorderPainted(false);
        setFocusPainted(false);
        setOpaque(false);
        setRolloverEnabled(true);
        putClientProperty("JButton.buttonType", "none");
        setBorder(BorderFactory.createEmptyBorder());
        close.putClientProperty("JButton.buttonType", "toolBarButton");
        close.putClientProperty("FlatLaf.style", "margin: 0,0,0,0; arc: 8");
        close.setFocusable(false);
        close.setName("tab.close");
        close.setToolTipText(closeName);
        close.getAccessibleContext().setAccessibleName(closeName);
        close.addActionListener(_ -> closing.run());
        add(close);
        getModel().addChangeListener(_ -> showClose());
        close.getModel().addChangeListener(_ -> showClose());
        showClose();
    }

    private void showClose() {
        // Only where it is of use: crosses in every tab are noise, and are hit by mistake.
        close.setVisible(isSelected() || getModel().isRollover() || close.getModel().isRollover());
    }

    void show(String title, boolean notSaved, boolean front, String spoken) {
        boolean same = edited == notSaved && isSelected() == front && title.equals(getText());
        edited = notSaved;
        setSelected(front);
        setFocusable(front);
        if (!title.equals(getText())) {
            setText(title);
            revalidate();
        }
        if (!same) {
            getAccessibleContext().setAccessibleName(spoken);
            repaint();
        }
    }

    @Override
    public void doLayout() {
        close.setBounds(getWidth() - CROSS - 6, (getHeight() - CROSS) / 2, CROSS, CROSS);
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics metrics = getFontMetrics(getFont());
        return new Dimension(Math.clamp(SIDE + metrics.stringWidth(getText()) + 8 + DOT + 4 + CROSS + 6, LEAST, MOST), HEIGHT);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(LEAST, HEIGHT);
    }

    @Override
    protected void paintComponent(Graphics g) {
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (!isSelected() && getModel().isRollover()) {
            g2.setColor(Tone.HOVER.color());
            g2.fillRect(0, 0, getWidth(), getHeight() - 1);
        }
        int end = getWidth() - 6 - (close.isVisible() ? CROSS + 2 : 4) - (edited ? DOT + 6 : 0);
        g2.setColor((isSelected() ? Tone.TEXT : Tone.LABEL).color());
        g2.setFont(getFont());
        FontMetrics metrics = g2.getFontMetrics();
        String text = cut(getText(), metrics, end - SIDE);
        javax.swing.plaf.basic.BasicGraphicsUtils.drawString(this, g2, text, SIDE, (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent());
        if (edited) {
            g2.setColor(Tone.HINT.color());
            g2.fill(new Ellipse2D.Double(SIDE + metrics.stringWidth(text) + 8, (getHeight() - DOT) / 2.0, DOT, DOT));
        }
        if (isSelected()) {
            g2.setColor(Tone.INK.color());
            g2.fillRect(0, getHeight() - 2, getWidth(), 2);
        }
        g2.dispose();
        if (isFocusOwner()) {
            FocusRing.paint(g, this);
        }
    }

    private static String cut(String text, FontMetrics metrics, int room) {
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end)) + metrics.stringWidth("\u2026") > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "\u2026";
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJToggleButton() {
                private static final long serialVersionUID = 1;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.PAGE_TAB;
                }
            };
        }
        return accessibleContext;
    }
}
