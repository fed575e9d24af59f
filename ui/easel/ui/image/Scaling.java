package easel.ui.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;

/** Pictures in another size, smooth in both directions. Costs milliseconds, so never while painting. */
public final class Scaling {

    /** From this many times its size on, a picture is coarse. */
    private static final int COARSE = 3;

    private Scaling() {}

    /** The largest size of the same shape within {@code width} x {@code height}, at least one pixel each way. */
    public static Dimension fit(int pictureWidth, int pictureHeight, int width, int height) {
        double scale = Math.min((double) width / pictureWidth, (double) height / pictureHeight);
        return new Dimension(Math.max(1, (int) Math.round(pictureWidth * scale)), Math.max(1, (int) Math.round(pictureHeight * scale)));
    }

    /** {@code image} in exactly that size. */
    public static BufferedImage to(BufferedImage image, int width, int height) {
        if (image.getWidth() == width && image.getHeight() == height) {
            return image;
        }
        BufferedImage now = image;
        // Halving first: an interpolation looks at two or four pixels, and what lies between them would be lost.
        while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height) {
            now = draw(now, now.getWidth() / 2, now.getHeight() / 2, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        if (width <= now.getWidth()) {
            return draw(now, width, height, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        if (width > COARSE * now.getWidth() && height > COARSE * now.getHeight()) {
            return enlargeCoarse(now, width, height);
        }
        return draw(now, width, height, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    /**
     * A preview fills the stage many times a second while the engine wants every core, and bicubic interpolation costs by the
     * pixel made: 100 ms for 900 x 900. Curves at a third of the size and straight lines from there look the same (bands of
     * bytes are the form that the native loops of Java are quick with).
     */
    private static BufferedImage enlargeCoarse(BufferedImage image, int width, int height) {
        BufferedImage bytes = drawn(image, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage curved = transformed(bytes, width / COARSE, height / COARSE, AffineTransformOp.TYPE_BICUBIC);
        return drawn(transformed(curved, width, height, AffineTransformOp.TYPE_BILINEAR), BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage transformed(BufferedImage image, int width, int height, int interpolation) {
        AffineTransform larger = AffineTransform.getScaleInstance((double) width / image.getWidth(), (double) height / image.getHeight());
        return new AffineTransformOp(larger, interpolation).filter(image, new BufferedImage(width, height, image.getType()));
    }

    private static BufferedImage drawn(BufferedImage image, int type) {
        BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D g = drawn.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return drawn;
    }

    /** {@code image} in the largest size within a box; never larger than it is. */
    public static BufferedImage within(BufferedImage image, int width, int height) {
        if (image.getWidth() <= width && image.getHeight() <= height) {
            return to(image, image.getWidth(), image.getHeight());
        }
        Dimension size = fit(image.getWidth(), image.getHeight(), width, height);
        return to(image, size.width, size.height);
    }

    private static BufferedImage draw(BufferedImage image, int width, int height, Object interpolation) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = drawn.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return drawn;
    }
}
