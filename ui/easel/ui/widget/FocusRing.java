package easel.ui.widget;

import easel.ui.theme.Tone;
import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JComponent;

/** The ring that says where the keys go, for components that paint themselves. */
public final class FocusRing {

    private FocusRing() {}

    /** Paints it just inside a component's edge. */
    public static void paint(Graphics g, JComponent component) {
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setColor(Tone.INK.color());
        g2.setStroke(new BasicStroke(2));
        g2.drawRoundRect(1, 1, component.getWidth() - 2, component.getHeight() - 2, 10, 10);
        g2.dispose();
    }
}
