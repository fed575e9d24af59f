package easel.pixels;

import easel.engine.Picture;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Changes of brightness, each sample by itself. Opacity stays as it is. */
public final class Tones {

    private Tones() {}

    /**
     * Levels: what is {@code black} becomes {@code outBlack}, what is {@code white} {@code outWhite}, between them by a power
     * of {@code 1 / gamma}.
     */
    public static IntUnaryOperator levels(int black, int white, double gamma, int outBlack, int outWhite) {
        double range = Math.max(1, white - black);
        return sample -> {
            double within = Math.clamp((sample - black) / range, 0, 1);
            return Math.clamp(Math.round(outBlack + Math.pow(within, 1 / gamma) * (outWhite - outBlack)), 0, 255);
        };
    }

    /** White for black and black for white. */
    public static IntUnaryOperator inverted() {
        return sample -> 255 - sample;
    }

    /** White from {@code least} on, black below. */
    public static IntUnaryOperator threshold(int least) {
        return sample -> sample >= least ? 255 : 0;
    }

    /**
     * The picture with every sample of some channels changed.
     *
     * @param channels which of red, green, blue; all of them change a grey one
     */
    public static Picture applied(Picture picture, IntUnaryOperator tone, boolean[] channels) {
        byte[] table = new byte[256];
        byte[] same = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) tone.applyAsInt(i);
            same[i] = (byte) i;
        }
        int count = picture.channels();
        byte[][] tables = new byte[count][];
        for (int c = 0; c < count; c++) {
            tables[c] = c < 3 && (count == 1 || channels[c]) ? table : same;
        }
        byte[] from = picture.samples();
        byte[] samples = new byte[from.length];
        int row = picture.width() * count;
        Bands.each(picture.height(), (first, end) -> {
            for (int at = first * row; at < end * row; at += count) {
                for (int c = 0; c < count; c++) {
                    samples[at + c] = tables[c][from[at + c] & 0xFF];
                }
            }
        });
        return Picture.of(picture.width(), picture.height(), count, samples);
    }

    /** The picture with every sample but opacity changed. */
    public static Picture applied(Picture picture, IntUnaryOperator tone) {
        boolean[] all = new boolean[3];
        Arrays.fill(all, true);
        return applied(picture, tone, all);
    }
}
