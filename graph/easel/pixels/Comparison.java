package easel.pixels;

import easel.engine.Picture;
import java.util.stream.IntStream;

/**
 * Two pictures of one size beside each other. Colours count as much as they are opaque (premultiplied): what nobody sees is no
 * difference. Opacity is a channel of its own where either picture is transparent anywhere, so that an opaque picture with
 * an alpha channel is the same as one without.
 */
public final class Comparison {

    /** The window of the paper, and its weights' sigma. */
    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    private Comparison() {}

    /** The samples of two pictures that are held against each other, those of a place one after the other. */
    private record Pair(byte[] one, byte[] other, int channels) {

        static Pair of(Picture a, Picture b) {
            return isTransparent(a) || isTransparent(b) ? new Pair(premultiplied(a), premultiplied(b), 4)
                    : new Pair(Pictures.opaque(a).samples(), Pictures.opaque(b).samples(), 3);
        }

        private static boolean isTransparent(Picture picture) {
            byte[] samples = picture.samples();
            for (int at = 3; picture.channels() == 4 && at < samples.length; at += 4) {
                if (samples[at] != -1) {
                    return true;
                }
            }
            return false;
        }

        private static byte[] premultiplied(Picture picture) {
            int channels = picture.channels();
            byte[] from = picture.samples();
            byte[] samples = new byte[picture.width() * picture.height() * 4];
            for (int at = 0; at < samples.length; at += 4) {
                int alpha = channels == 4 ? from[at + 3] & 0xFF : 255;
                for (int c = 0; c < 3; c++) {
                    int sample = from[channels == 1 ? at / 4 : at / 4 * channels + c] & 0xFF;
                    samples[at + c] = (byte) ((sample * alpha + 127) / 255);
                }
                samples[at + 3] = (byte) alpha;
            }
            return samples;
        }

        int apart(int at) {
            return Math.abs((one[at] & 0xFF) - (other[at] & 0xFF));
        }
    }

    /** How far each sample lies from the other's, or the opacity there if that is further, times {@code gain}; three channels. */
    public static Picture difference(Picture a, Picture b, int gain) {
        Pair pair = Pair.of(a, b);
        byte[] samples = new byte[a.width() * a.height() * 3];
        for (int at = 0; at < samples.length; at++) {
            int place = at / 3 * pair.channels;
            int apart = pair.apart(place + at % 3);
            samples[at] = (byte) Math.min(255, gain * (pair.channels == 4 ? Math.max(apart, pair.apart(place + 3)) : apart));
        }
        return Picture.of(a.width(), a.height(), 3, samples);
    }

    /** Mean of the squared differences of all samples; 0 for equal pictures. */
    public static double squaredError(Picture a, Picture b) {
        Pair pair = Pair.of(a, b);
        long sum = 0;
        for (int at = 0; at < pair.one.length; at++) {
            long apart = pair.apart(at);
            sum += apart * apart;
        }
        return (double) sum / pair.one.length;
    }

    /** Peak signal-to-noise ratio in decibels; {@code most} for equal pictures, of which it would be endless. */
    public static double psnr(Picture a, Picture b, double most) {
        double error = squaredError(a, b);
        return error == 0 ? most : Math.min(most, 10 * Math.log10(255 * 255 / error));
    }

    /**
     * Structural similarity of the luma (Rec. 601), 1 for equal pictures: Wang et al., Image Quality Assessment, 2004, with
     * its own window (11 x 11, sigma 1.5) wherever that lies within the picture; a smaller picture has a smaller window. Where
     * opacity counts it is one channel of four, as in {@link #squaredError}: the luma stands for the other three.
     */
    public static double ssim(Picture a, Picture b) {
        Pair pair = Pair.of(a, b);
        double luma = ssim(a.width(), a.height(), luma(pair.one, pair.channels), luma(pair.other, pair.channels));
        return pair.channels == 3 ? luma : (3 * luma + ssim(a.width(), a.height(), opacity(pair.one), opacity(pair.other))) / 4;
    }

    /** One number for each place. */
    @FunctionalInterface
    private interface Plane {
        float at(int place);
    }

    private static Plane luma(byte[] s, int channels) {
        return place -> {
            int at = place * channels;
            return 0.299f * (s[at] & 0xFF) + 0.587f * (s[at + 1] & 0xFF) + 0.114f * (s[at + 2] & 0xFF);
        };
    }

    private static Plane opacity(byte[] samples) {
        return place -> samples[place * 4 + 3] & 0xFF;
    }

    private static double ssim(int wide, int high, Plane one, Plane other) {
        int side = Math.min(wide, high);
        int window = Math.min(WINDOW, side % 2 == 0 ? side - 1 : side);
        float[] bell = bell(window);
        int width = wide - window + 1;
        int height = high - window + 1;
        int bands = (height + 63) / 64;
        double sum = IntStream.range(0, bands).parallel()
                .mapToDouble(band -> band(one, other, wide, bell, width, band * 64, Math.min(height, band * 64 + 64))).sum();
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

    /** Means of a, b, aa, bb, ab along a row. */
    private static float[][] along(Plane a, Plane b, int wide, float[] bell, int y, int width) {
        float[][] means = new float[5][width];
        int row = y * wide;
        float[] one = new float[wide];
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

    private static double band(Plane a, Plane b, int wide, float[] bell, int width, int first, int end) {
        float[][][] rows = new float[end - first + bell.length - 1][][];
        for (int y = 0; y < rows.length; y++) {
            rows[y] = along(a, b, wide, bell, first + y, width);
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
