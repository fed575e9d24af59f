package easel.ui.image;

import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** The largest square in the middle of a picture: small pictures of any shape line up that way. */
public final class Middle {

    private Middle() {}

    /** Where it is. */
    public static Rectangle of(BufferedImage image) {
        int edge = Math.min(image.getWidth(), image.getHeight());
        return new Rectangle((image.getWidth() - edge) / 2, (image.getHeight() - edge) / 2, edge, edge);
    }

    /** Paints it so large; how samples are mixed is the graphics' affair. */
    public static void paint(Graphics g, BufferedImage image, int x, int y, int width, int height) {
        Rectangle middle = of(image);
        g.drawImage(image, x, y, x + width, y + height, middle.x, middle.y, middle.x + middle.width, middle.y + middle.height, null);
    }
}
