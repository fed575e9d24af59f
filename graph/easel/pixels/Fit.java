package easel.pixels;

import easel.engine.Picture;

/** A picture made to fit a size. */
public final class Fit {

    private Fit() {}

    /**
     * Scales a picture so that it just covers {@code width} x {@code height}, cuts off evenly what stands out, and
     * lays transparent parts on white; three channels. Each pixel is the mean over the area it covers in the
     * original, at least one pixel wide: smooth when shrinking, linear when enlarging.
     */
    public static Picture cover(Picture picture, int width, int height) {
        Picture opaque = Pictures.opaque(picture);
        if (opaque.width() == width && opaque.height() == height) {
            return opaque;
        }
        double scale = Math.min((double) opaque.width() / width, (double) opaque.height() / height);
        Weights across = new Weights(opaque.width(), width, scale);
        Weights down = new Weights(opaque.height(), height, scale);
        float[] rows = new float[opaque.height() * width * 3];
        for (int y = 0; y < opaque.height(); y++) {
            for (int x = 0; x < width; x++) {
                for (int i = 0; i < across.weights[x].length; i++) {
                    int from = (y * opaque.width() + across.first[x] + i) * 3;
                    for (int c = 0; c < 3; c++) {
                        rows[(y * width + x) * 3 + c] += across.weights[x][i] * (opaque.samples()[from + c] & 0xFF);
                    }
                }
            }
        }
        byte[] samples = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int at = 0; at < width * 3; at++) {
                float sum = 0;
                for (int i = 0; i < down.weights[y].length; i++) {
                    sum += down.weights[y][i] * rows[(down.first[y] + i) * width * 3 + at];
                }
                samples[y * width * 3 + at] = (byte) Math.clamp(Math.round(sum), 0, 255);
            }
        }
        return Picture.of(width, height, 3, samples);
    }

    /** For each new pixel along one side, the old ones under it and how much each counts. */
    private static final class Weights {

        private final int[] first;
        private final float[][] weights;

        Weights(int from, int to, double scale) {
            first = new int[to];
            weights = new float[to][];
            double offset = (from - to * scale) / 2;
            double half = Math.max(scale, 1) / 2;
            for (int i = 0; i < to; i++) {
                double middle = offset + (i + 0.5) * scale;
                int least = (int) Math.max(0, Math.floor(middle - half));
                int end = (int) Math.min(from, Math.ceil(middle + half));
                first[i] = least;
                weights[i] = new float[end - least];
                double sum = 0;
                for (int k = least; k < end; k++) {
                    double covered = Math.max(0, Math.min(k + 1, middle + half) - Math.max(k, middle - half));
                    weights[i][k - least] = (float) covered;
                    sum += covered;
                }
                for (int k = 0; k < weights[i].length; k++) {
                    weights[i][k] /= (float) sum;
                }
            }
        }
    }
}
