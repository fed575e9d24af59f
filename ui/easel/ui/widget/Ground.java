package easel.ui.widget;

import easel.ui.theme.Tone;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JComponent;

/** The rounded ground, with a line round it, of what lies over something else. */
public final class Ground {

    private static final int ARC = 12;

    private Ground() {}

    /** Fills a component that is not opaque. */
    public static void paint(Graphics g, JComponent component, Tone ground, Tone line) {
        int width = component.getWidth();
        int height = component.getHeight();
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setColor(ground.color());
        g2.fillRoundRect(0, 0, width, height, ARC, ARC);
        g2.setColor(line.color());
        g2.drawRoundRect(0, 0, width - 1, height - 1, ARC, ARC);
        g2.dispose();
    }
}
