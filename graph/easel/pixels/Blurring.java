package easel.pixels;

import easel.engine.Picture;
import org.jspecify.annotations.Nullable;

/** Gaussian blur, and sharpening by what it takes away. */
public final class Blurring {

    /** Above this a picture of half the size, which nobody can tell apart then, is blurred half as wide. */
    private static final double WIDE = 10;
    /** Where the bell ends: what lies beyond counts for less than a thousandth. */
    private static final double REACH = 3.3;
    private static final int SMALL = 8;

    private Blurring() {}

    /**
     * Blurred with a bell of {@code sigma} pixels, the edges of the picture going on beyond it; a wide one in stages, which
     * moves patterns of black and white by up to three levels.
     */
    public static Picture gaussian(Picture picture, double sigma) {
        return sigma <= 0 ? picture : soft(picture, sigma, null);
    }

    /**
     * Blurred with the part of a bell within {@code radius} pixels, mirrored at the sides: what ComfyUI's ImageBlur does.
     *
     * @param sigma of the bell, in radii
     */
    public static Picture within(Picture picture, int radius, double sigma) {
        return kernel(picture, bell(radius, sigma * radius), Border.MIRROR, null);
    }

    /**
     * Each sample moved away from its {@link #gaussian blurred} one, {@code amount} times the difference, where that is more
     * than {@code threshold} levels. Opacity stays as it is.
     */
    public static Picture sharpened(Picture picture, double sigma, double amount, int threshold) {
        return sigma <= 0 || amount == 0 ? picture : soft(picture, sigma, new Separable.Away(picture, (float) amount, threshold));
    }

    /** Likewise from what {@link #within} gives: what ComfyUI's ImageSharpen does. */
    public static Picture sharpenedWithin(Picture picture, int radius, double sigma, double amount) {
        return kernel(picture, bell(radius, sigma * radius), Border.MIRROR, new Separable.Away(picture, (float) amount, 0));
    }

    private static Picture soft(Picture picture, double sigma, Separable.@Nullable Away away) {
        if (sigma <= WIDE || Math.min(picture.width(), picture.height()) <= SMALL) {
            return kernel(picture, bell((int) Math.ceil(sigma * REACH), sigma), Border.EDGE, away);
        }
        // Means of two pixels spread by a quarter of a squared pixel, and the straight lines back up by three quarters: so
        // much less is blurred between.
        Picture half = Separable.filtered(picture, Taps.halves(picture.width()), Taps.halves(picture.height()), null);
        Picture soft = soft(half, Math.sqrt(sigma * sigma - 1) / 2, null);
        Taps across = Taps.doubles(soft.width(), picture.width());
        return Separable.filtered(soft, across, Taps.doubles(soft.height(), picture.height()), away);
    }

    private static Picture kernel(Picture picture, float[] kernel, Border border, Separable.@Nullable Away away) {
        Taps across = Taps.kernel(picture.width(), kernel, border);
        return Separable.filtered(picture, across, Taps.kernel(picture.height(), kernel, border), away);
    }

    private static float[] bell(int radius, double sigma) {
        double[] bell = new double[2 * radius + 1];
        for (int i = 0; i < bell.length; i++) {
            double x = (i - radius) / sigma;
            bell[i] = Math.exp(-x * x / 2);
        }
        return Taps.toOne(bell);
    }
}
