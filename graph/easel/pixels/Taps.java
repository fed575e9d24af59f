package easel.pixels;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * For each new pixel along one side, the old ones it is made of and how much each counts.
 *
 * @param at      places, all within the side
 * @param weights likewise; they sum to 1 where brightness is to be kept
 * @param kernel  the weights, where they are the same for each new pixel and there are as many old ones; else null
 */
record Taps(int[][] at, float[][] weights, float @Nullable [] kernel) {

    /** Those that differ from place to place. */
    Taps(int[][] at, float[][] weights) {
        this(at, weights, null);
    }

    /** The same sum at each place. */
    static Taps kernel(int length, float[] kernel, Border border) {
        int half = kernel.length / 2;
        Taps taps = new Taps(new int[length][kernel.length], new float[length][], kernel);
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < kernel.length; k++) {
                taps.at[i][k] = border.within(i - half + k, length);
            }
            taps.weights[i] = kernel;
        }
        return taps;
    }

    /** Half as long, each pixel the mean of two; an odd last one goes on. */
    static Taps halves(int from) {
        int to = (from + 1) / 2;
        Taps taps = new Taps(new int[to][], new float[to][]);
        for (int i = 0; i < to; i++) {
            taps.at[i] = new int[] {2 * i, Math.min(2 * i + 1, from - 1)};
            taps.weights[i] = new float[] {0.5f, 0.5f};
        }
        return taps;
    }

    /** Twice as long along straight lines between the old pixels, which go on beyond the first and the last. */
    static Taps doubles(int from, int to) {
        Taps taps = new Taps(new int[to][], new float[to][]);
        for (int i = 0; i < to; i++) {
            float centre = (i + 0.5f) / 2 - 0.5f;
            int first = Math.clamp((int) Math.floor(centre), 0, Math.max(0, from - 2));
            float share = from == 1 ? 0 : centre - first;
            taps.at[i] = new int[] {first, Math.min(first + 1, from - 1)};
            taps.weights[i] = new float[] {1 - share, share};
        }
        return taps;
    }

    /**
     * From one length to another, each pixel the mean of those near it as a kernel weighs them; when shrinking the kernel is
     * as many times as wide, so that nothing is left out. Pillow's resize.
     *
     * @param reach half the width of the kernel in pixels
     */
    static Taps means(int from, int to, double reach, DoubleUnaryOperator kernel) {
        Taps taps = new Taps(new int[to][], new float[to][]);
        double scale = (double) from / to;
        double wide = Math.max(scale, 1);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int first = Math.max(0, (int) (centre - reach * wide + 0.5));
            int end = Math.min(from, (int) (centre + reach * wide + 0.5));
            double[] weights = new double[end - first];
            taps.at[i] = new int[end - first];
            for (int k = 0; k < weights.length; k++) {
                taps.at[i][k] = first + k;
                weights[k] = kernel.applyAsDouble((first + k + 0.5 - centre) / wide);
            }
            taps.weights[i] = toOne(weights);
        }
        return taps;
    }

    /** Weights that sum to 1. */
    static float[] toOne(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        float[] out = new float[weights.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = (float) (weights[k] / sum);
        }
        return out;
    }
}
