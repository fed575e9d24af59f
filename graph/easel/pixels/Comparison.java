package easel.pixels;

import easel.engine.Picture;
import java.util.stream.IntStream;

/** Two pictures of one size beside each other. */
public final class Comparison {

    /** The window of the paper, and its weights' sigma. */
    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    private Comparison() {}

    /** How far each sample lies from the other's, times {@code gain}; three channels. */
    public static Picture difference(Picture a, Picture b, int gain) {
        byte[] one = Pictures.opaque(a).samples();
        byte[] other = Pictures.opaque(b).samples();
        byte[] samples = new byte[one.length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) Math.min(255, gain * Math.abs((one[at] & 0xFF) - (other[at] & 0xFF)));
        }
        return Picture.of(a.width(), a.height(), 3, samples);
    }

    /** Mean of the squared differences of all samples; 0 for equal pictures. */
    public static double squaredError(Picture a, Picture b) {
        byte[] one = Pictures.opaque(a).samples();
        byte[] other = Pictures.opaque(b).samples();
        long sum = 0;
        for (int at = 0; at < one.length; at++) {
            int difference = (one[at] & 0xFF) - (other[at] & 0xFF);
            sum += (long) difference * difference;
        }
        return (double) sum / one.length;
    }

    /** Peak signal-to-noise ratio in decibels; {@code most} for equal pictures, of which it would be endless. */
    public static double psnr(Picture a, Picture b, double most) {
        double error = squaredError(a, b);
        return error == 0 ? most : Math.min(most, 10 * Math.log10(255 * 255 / error));
    }

    /**
     * Structural similarity of the luma (Rec. 601), 1 for equal pictures: Wang et al., Image Quality Assessment, 2004, with
     * its own window (11 x 11, sigma 1.5) wherever that lies within the picture; a smaller picture has a smaller window.
     */
    public static double ssim(Picture a, Picture b) {
        int side = Math.min(a.width(), a.height());
        int window = Math.min(WINDOW, side % 2 == 0 ? side - 1 : side);
        float[] bell = bell(window);
        Luma one = new Luma(Pictures.opaque(a));
        Luma other = new Luma(Pictures.opaque(b));
        int width = a.width() - window + 1;
        int height = a.height() - window + 1;
        int bands = (height + 63) / 64;
        double sum = IntStream.range(0, bands).parallel()
                .mapToDouble(band -> band(one, other, bell, width, band * 64, Math.min(height, band * 64 + 64))).sum();
        return sum / ((double) width * height);
    }

    private static float[] bell(int window) {
        double[] bell = new double[window];
        for (int i = 0; i < window; i++) {
            double x = (i - window / 2) / SIGMA;
            bell[i] = Math.exp(-x * x / 2);
        }
        return Taps.toOne(bell);
    }

    private record Luma(Picture picture) {
        float at(int place) {
            byte[] s = picture.samples();
            return 0.299f * (s[place * 3] & 0xFF) + 0.587f * (s[place * 3 + 1] & 0xFF) + 0.114f * (s[place * 3 + 2] & 0xFF);
        }
    }

    /** Means of a, b, aa, bb, ab along a row. */
    private static float[][] along(Luma a, Luma b, float[] bell, int y, int width) {
        float[][] means = new float[5][width];
        int row = y * a.picture().width();
        float[] one = new float[a.picture().width()];
        float[] other = new float[one.length];
        for (int x = 0; x < one.length; x++) {
            one[x] = a.at(row + x);
            other[x] = b.at(row + x);
        }
        for (int k = 0; k < bell.length; k++) {
            float weight = bell[k];
            for (int x = 0; x < width; x++) {
                float p = one[x + k];
                float q = other[x + k];
                means[0][x] += weight * p;
                means[1][x] += weight * q;
                means[2][x] += weight * p * p;
                means[3][x] += weight * q * q;
                means[4][x] += weight * p * q;
            }
        }
        return means;
    }

    private static double band(Luma a, Luma b, float[] bell, int width, int first, int end) {
        float[][][] rows = new float[end - first + bell.length - 1][][];
        for (int y = 0; y < rows.length; y++) {
            rows[y] = along(a, b, bell, first + y, width);
        }
        double sum = 0;
        double[] m = new double[5];
        for (int y = 0; y < end - first; y++) {
            for (int x = 0; x < width; x++) {
                for (int i = 0; i < 5; i++) {
                    m[i] = 0;
                    for (int k = 0; k < bell.length; k++) {
                        m[i] += bell[k] * rows[y + k][i][x];
                    }
                }
                double means = m[0] * m[1];
                double squares = m[0] * m[0] + m[1] * m[1];
                sum += (2 * means + C1) * (2 * (m[4] - means) + C2) / ((squares + C1) * (m[2] + m[3] - squares + C2));
            }
        }
        return sum;
    }
}
