package easel.ui.form;

import easel.ui.theme.Tone;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;

/** The shape of a picture, as an icon with the stroke of the icon set. */
record AspectIcon(int width, int height) implements Icon {

    @Override
    public void paintIcon(Component c, Graphics g, int x, int y) {
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setColor((c.isEnabled() ? Tone.LABEL : Tone.DISABLED).color());
        g2.setStroke(new BasicStroke(1));
        g2.translate(x + (16 - width) / 2.0, y + (16 - height) / 2.0);
        g2.draw(new java.awt.geom.RoundRectangle2D.Double(0.5, 0.5, width - 1.0, height - 1.0, 3, 3));
        g2.dispose();
    }

    @Override
    public int getIconWidth() {
        return 16;
    }

    @Override
    public int getIconHeight() {
        return 16;
    }
}
