package easel.ui;

import easel.ui.theme.Icons;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** The program's own icon: an easel, white on the accent. */
final class AppIcon {

    private static final Color GROUND = new Color(0x3467D1);

    private AppIcon() {}

    static BufferedImage of(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(GROUND);
        g.fillRoundRect(0, 0, size, size, size / 2, size / 2);
        g.translate(size * 0.17, size * 0.17);
        g.setColor(Color.WHITE);
        g.fill(Icons.EASEL.outline(size * 0.66));
        g.dispose();
        return image;
    }
}
