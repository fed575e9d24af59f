package easel.ui.theme;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import javax.swing.Icon;

/** An icon drawn from an outline, so that it is sharp at every scale and takes the theme's colour when it is painted. */
final class GlyphIcon implements Icon, FlatLaf.DisabledIconProvider {

    private final Shape outline;
    private final int size;
    private final Tone tone;

    GlyphIcon(Shape outline, int size, Tone tone) {
        this.outline = outline;
        this.size = size;
        this.tone = tone;
    }

    @Override
    public void paintIcon(Component c, Graphics g, int x, int y) {
        Graphics2D g2 = (Graphics2D) g.create();
        try {
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            // Pure: the default normalisation moves the points of an outline by up to half a pixel and thickens it.
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            Color color = c != null && !c.isEnabled() ? Tone.DISABLED.color() : tone.color();
            g2.setColor(color);
            g2.translate(x, y);
            g2.fill(outline);
        } finally {
            g2.dispose();
        }
    }

    @Override
    public Icon getDisabledIcon() {
        return new GlyphIcon(outline, size, Tone.DISABLED);
    }

    @Override
    public int getIconWidth() {
        return size;
    }

    @Override
    public int getIconHeight() {
        return size;
    }
}
