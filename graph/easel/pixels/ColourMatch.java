package easel.pixels;

import easel.engine.Picture;
import java.util.stream.IntStream;

/**
 * A picture given another one's colours: mean and spread of each channel of CIE L*a*b* (D65) made those of the other.
 * Reinhard et al., Color Transfer between Images, 2001, there in another such space.
 */
public final class ColourMatch {

    private static final double[] LINEAR = IntStream.range(0, 256).mapToDouble(ColourMatch::linear).toArray();
    // The white of D65, 2 degrees.
    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    private static final double BEND = 6.0 / 29;

    private ColourMatch() {}

    /**
     * The picture in the colours of another.
     *
     * @param share how much of the change, 0 to 1
     */
    public static Picture matched(Picture picture, Picture like, double share) {
        Picture from = Pictures.opaqueIfGrey(picture);
        Statistics own = Statistics.of(from);
        Statistics other = Statistics.of(Pictures.opaqueIfGrey(like));
        double[] scale = new double[3];
        for (int c = 0; c < 3; c++) {
            scale[c] = own.spread[c] < 1e-6 ? 1 : other.spread[c] / own.spread[c];
        }
        int channels = from.channels();
        int row = from.width() * channels;
        byte[] samples = from.samples().clone();
        Bands.each(from.height(), (first, end) -> {
            double[] lab = new double[3];
            for (int at = first * row; at < end * row; at += channels) {
                lab(samples, at, lab);
                for (int c = 0; c < 3; c++) {
                    double matched = (lab[c] - own.mean[c]) * scale[c] + other.mean[c];
                    lab[c] += (matched - lab[c]) * share;
                }
                stored(lab, samples, at);
            }
        });
        return Picture.of(from.width(), from.height(), channels, samples);
    }

    private record Statistics(double[] mean, double[] spread) {

        /** Of all that is not fully transparent. */
        static Statistics of(Picture picture) {
            int channels = picture.channels();
            int row = picture.width() * channels;
            double[] all = IntStream.range(0, picture.height()).parallel().mapToObj(y -> {
                double[] sums = new double[7];
                double[] lab = new double[3];
                for (int at = y * row; at < (y + 1) * row; at += channels) {
                    if (channels == 3 || picture.samples()[at + 3] != 0) {
                        lab(picture.samples(), at, lab);
                        for (int c = 0; c < 3; c++) {
                            sums[c] += lab[c];
                            sums[c + 3] += lab[c] * lab[c];
                        }
                        sums[6]++;
                    }
                }
                return sums;
            }).reduce(new double[7], (a, b) -> IntStream.range(0, 7).mapToDouble(i -> a[i] + b[i]).toArray());
            double count = Math.max(1, all[6]);
            double[] mean = new double[3];
            double[] spread = new double[3];
            for (int c = 0; c < 3; c++) {
                mean[c] = all[c] / count;
                spread[c] = Math.sqrt(Math.max(0, all[c + 3] / count - mean[c] * mean[c]));
            }
            return new Statistics(mean, spread);
        }
    }

    /** CIE 15: L* 0 to 100, a* and b* about 0. */
    private static void lab(byte[] samples, int at, double[] lab) {
        double red = LINEAR[samples[at] & 0xFF];
        double green = LINEAR[samples[at + 1] & 0xFF];
        double blue = LINEAR[samples[at + 2] & 0xFF];
        double x = root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
        double y = root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        double z = root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
        lab[0] = 116 * y - 16;
        lab[1] = 500 * (x - y);
        lab[2] = 200 * (y - z);
    }

    private static void stored(double[] lab, byte[] samples, int at) {
        double middle = (lab[0] + 16) / 116;
        double x = WHITE_X * cube(middle + lab[1] / 500);
        double y = cube(middle);
        double z = WHITE_Z * cube(middle - lab[2] / 200);
        samples[at] = stored(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
        samples[at + 1] = stored(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z);
        samples[at + 2] = stored(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
    }

    private static double root(double t) {
        return t > BEND * BEND * BEND ? Math.cbrt(t) : t / (3 * BEND * BEND) + 4.0 / 29;
    }

    private static double cube(double t) {
        return t > BEND ? t * t * t : 3 * BEND * BEND * (t - 4.0 / 29);
    }

    /** IEC 61966-2-1, sRGB. */
    private static double linear(int sample) {
        double v = sample / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static byte stored(double linear) {
        double v = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (byte) Math.clamp(Math.round(v * 255), 0, 255);
    }
}
