package easel.pixels;

import easel.engine.Picture;
import java.util.Arrays;

/** Where a picture changes quickly. */
public final class Edges {

    // A bell of five pixels with a sigma of 1.
    private static final float[] BELL = Taps.toOne(new double[] {Math.exp(-2), Math.exp(-0.5), 1, Math.exp(-0.5), Math.exp(-2)});
    private static final int[] ACROSS = {1, 1, 0, -1, -1, -1, 0, 1};
    private static final int[] DOWN = {0, 1, 1, 1, 0, -1, -1, -1};

    private final int width;
    private final int height;
    private final float[] grey;
    private final float[] steepness;
    private final byte[] direction;

    private Edges(Picture picture, boolean soft) {
        width = picture.width();
        height = picture.height();
        float[] plain = luma(picture);
        grey = soft ? softened(plain) : plain;
        steepness = new float[grey.length];
        direction = new byte[grey.length];
        Bands.each(height, this::slopes);
    }

    /**
     * Canny's edges, white on black, one channel: Canny, A Computational Approach to Edge Detection, 1986, in the very
     * steps of kornia's, which ComfyUI's node runs: luma of Rec. 601, a bell of five pixels, Sobel's slopes, only what is
     * steepest across the edge, and weak edges that hang on strong ones.
     *
     * @param low  slope from which on there may be an edge; black to white in one step is about 4
     * @param high slope from which on there is one
     */
    public static Picture canny(Picture picture, double low, double high) {
        Edges edges = new Edges(picture, true);
        return Picture.of(edges.width, edges.height, 1, edges.followed((float) low, (float) high));
    }

    /** How steep the luma is at each place by Sobel's slopes: white where black meets white. One channel. */
    public static Picture slopes(Picture picture) {
        Edges edges = new Edges(picture, false);
        byte[] samples = new byte[edges.grey.length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) Math.min(255, Math.round(edges.steepness[at] * 255 / 4));
        }
        return Picture.of(edges.width, edges.height, 1, samples);
    }

    /** Rec. 601, 0 to 1; transparent parts laid on white. */
    private static float[] luma(Picture picture) {
        byte[] samples = Pictures.opaque(picture).samples();
        float[] luma = new float[picture.width() * picture.height()];
        for (int at = 0; at < luma.length; at++) {
            int i = at * 3;
            luma[at] = (0.299f * (samples[i] & 0xFF) + 0.587f * (samples[i + 1] & 0xFF) + 0.114f * (samples[i + 2] & 0xFF)) / 255;
        }
        return luma;
    }

    private float[] softened(float[] from) {
        float[] across = new float[from.length];
        float[] both = new float[from.length];
        Bands.each(height, (first, end) -> {
            for (int y = first; y < end; y++) {
                for (int x = 0; x < width; x++) {
                    float sum = 0;
                    for (int k = -2; k <= 2; k++) {
                        sum += BELL[k + 2] * from[y * width + Border.MIRROR.within(x + k, width)];
                    }
                    across[y * width + x] = sum;
                }
            }
        });
        Bands.each(height, (first, end) -> {
            for (int y = first; y < end; y++) {
                for (int k = -2; k <= 2; k++) {
                    int row = Border.MIRROR.within(y + k, height) * width;
                    for (int x = 0; x < width; x++) {
                        both[y * width + x] += BELL[k + 2] * across[row + x];
                    }
                }
            }
        });
        return both;
    }

    private void slopes(int first, int end) {
        for (int y = first; y < end; y++) {
            int above = Math.max(0, y - 1) * width;
            int here = y * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - 1);
                int right = Math.min(width - 1, x + 1);
                float falling = grey[below + right] - grey[above + left];
                float rising = grey[above + right] - grey[below + left];
                float across = falling + rising + 2 * (grey[here + right] - grey[here + left]);
                float down = falling - rising + 2 * (grey[below + x] - grey[above + x]);
                steepness[here + x] = (float) Math.sqrt(across * across + down * down + 1e-6f);
                direction[here + x] = (byte) Math.floorMod(Math.round(Math.atan2(down, across) * 4 / Math.PI), 8);
            }
        }
    }

    private byte[] followed(float low, float high) {
        byte[] samples = new byte[grey.length];
        boolean[] weak = new boolean[grey.length];
        int[] next = new int[1024];
        int count = 0;
        for (int at = 0; at < grey.length; at++) {
            if (steepness[at] > low && isCrest(at)) {
                weak[at] = true;
                if (steepness[at] > high) {
                    next = count == next.length ? Arrays.copyOf(next, count * 2) : next;
                    next[count++] = at;
                    samples[at] = (byte) 255;
                }
            }
        }
        while (count > 0) {
            int at = next[--count];
            for (int way = 0; way < 8; way++) {
                int x = at % width + ACROSS[way];
                int y = at / width + DOWN[way];
                if (x >= 0 && y >= 0 && x < width && y < height && weak[y * width + x] && samples[y * width + x] == 0) {
                    samples[y * width + x] = (byte) 255;
                    next = count == next.length ? Arrays.copyOf(next, count * 2) : next;
                    next[count++] = y * width + x;
                }
            }
        }
        return samples;
    }

    /** Steeper than before and behind it, across the edge; of two as steep the second, where kornia leaves it to rounding. */
    private boolean isCrest(int at) {
        int way = direction[at];
        return steepness[at] > steepness(at, way, 1) && steepness[at] >= steepness(at, way, -1);
    }

    private float steepness(int at, int way, int sign) {
        int x = at % width + sign * ACROSS[way];
        int y = at / width + sign * DOWN[way];
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : steepness[y * width + x];
    }
}
