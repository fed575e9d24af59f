package easel.ui.image;

import easel.engine.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The engine's pictures as images that Java draws quickly. */
public final class Pixels {

    private Pixels() {}

    /** An opaque image of a picture; alpha is laid over black. */
    public static BufferedImage of(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        int channels = picture.channels();
        byte[] from = picture.samples();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] to = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0, s = 0; i < to.length; i++, s += channels) {
            to[i] = switch (channels) {
                case 1 -> (from[s] & 0xFF) * 0x010101;
                case 3 -> (from[s] & 0xFF) << 16 | (from[s + 1] & 0xFF) << 8 | from[s + 2] & 0xFF;
                default -> {
                    int alpha = from[s + 3] & 0xFF;
                    yield (from[s] & 0xFF) * alpha / 255 << 16 | (from[s + 1] & 0xFF) * alpha / 255 << 8 | (from[s + 2] & 0xFF) * alpha / 255;
                }
            };
        }
        return image;
    }
}
