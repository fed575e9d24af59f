package easel.pixels;

import easel.engine.Picture;

/** What ComfyUI's VAEEncodeForInpaint does with picture and mask before it encodes. */
public final class Inpainting {

    private static final int GREY = 128;

    private Inpainting() {}

    /** The mask as yes or no. */
    public static Picture sharp(Picture mask) {
        byte[] samples = new byte[mask.width() * mask.height()];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) ((mask.samples()[at * mask.channels()] & 0xFF) >= GREY ? 255 : 0);
        }
        return Picture.of(mask.width(), mask.height(), 1, samples);
    }

    /** The picture, grey where the mask is white. */
    public static Picture grey(Picture picture, Picture mask) {
        byte[] samples = picture.samples().clone();
        for (int at = 0; at < samples.length; at++) {
            if (mask.samples()[at / 3] != 0) {
                samples[at] = (byte) GREY;
            }
        }
        return Picture.of(picture.width(), picture.height(), 3, samples);
    }

    /** The mask with its white squares {@code by} pixels wide around each place that was white. */
    public static Picture grown(Picture mask, int by) {
        if (by < 2) {
            return mask;
        }
        // A window of an even width has its larger half before the place, as a convolution padded by ceil((by - 1) / 2).
        int before = by / 2;
        int after = by - 1 - before;
        byte[] across = new byte[mask.width() * mask.height()];
        byte[] both = new byte[across.length];
        for (int at = 0; at < across.length; at++) {
            int x = at % mask.width();
            for (int k = Math.max(0, x - before); k <= Math.min(mask.width() - 1, x + after); k++) {
                across[at] |= mask.samples()[at - x + k];
            }
        }
        for (int at = 0; at < across.length; at++) {
            int y = at / mask.width();
            for (int k = Math.max(0, y - before); k <= Math.min(mask.height() - 1, y + after); k++) {
                both[at] |= across[at + (k - y) * mask.width()];
            }
        }
        return Picture.of(mask.width(), mask.height(), 1, both);
    }
}
