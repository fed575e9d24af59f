package easel.format;

import easel.engine.Picture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small pictures of pictures, as JPEG. */
public final class Thumbnail {

    /** Longest side, in pixels. */
    public static final int SIDE = 256;

    private static final float QUALITY = 0.85f;

    private Thumbnail() {}

    /** A JPEG of at most {@link #SIDE} pixels a side; a smaller picture keeps its size. */
    public static byte[] of(Picture picture) {
        return jpeg(shrunk(picture, SIDE));
    }

    /** The picture with no side longer than {@code side} pixels; a smaller one keeps its size. */
    static BufferedImage shrunk(Picture picture, int side) {
        BufferedImage image = Pixels.image(picture);
        double scale = Math.min(1, (double) side / Math.max(picture.width(), picture.height()));
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        // Halved until it is near: one step from far away would leave most pixels out.
        while (image.getWidth() >= 2 * width && image.getHeight() >= 2 * height) {
            image = drawn(image, (image.getWidth() + 1) / 2, (image.getHeight() + 1) / 2);
        }
        return drawn(image, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = to.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return to;
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 << 10);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);   // into memory
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
