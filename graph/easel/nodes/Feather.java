package easel.nodes;

import easel.engine.Picture;

/** A mask made larger, with an edge that fades. */
final class Feather {

    // Levels that a byte's divide evenly, so that black and white stay exactly that through any number of means.
    private static final int FINE = 257;

    private Feather() {}

    /**
     * How much shows at each place: all of it within {@code grow} pixels of the mask (counted along the sides, so that
     * squares stay squares), nothing of it {@code feather} pixels further out, and less and less between: what the
     * mask covers never shines through.
     */
    static Picture of(Picture mask, int grow, int feather) {
        int width = mask.width();
        int height = mask.height();
        int half = feather / 2;
        int[] levels = new int[width * height];
        for (int at = 0; at < levels.length; at++) {
            levels[at] = (mask.samples()[at] & 0xFF) * FINE;
        }
        // Two means of windows that reach as far as the second growing: their sum fades smoothly, and ends exactly.
        levels = alongBoth(levels, width, height, grow + half, Feather::most);
        levels = alongBoth(levels, width, height, half / 2, Feather::mean);
        levels = alongBoth(levels, width, height, half - half / 2, Feather::mean);
        byte[] samples = new byte[levels.length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) ((levels[at] + FINE / 2) / FINE);
        }
        return Picture.of(width, height, 1, samples);
    }

    /** White where anything shows. */
    static Picture touched(Picture shown) {
        byte[] samples = new byte[shown.samples().length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (shown.samples()[at] == 0 ? 0 : 255);
        }
        return Picture.of(shown.width(), shown.height(), 1, samples);
    }

    private interface Window {
        /** Writes to {@code into} what becomes of {@code count} levels that stand {@code step} apart. */
        void slide(int[] from, int[] into, int first, int count, int step, int radius);
    }

    private static int[] alongBoth(int[] levels, int width, int height, int radius, Window window) {
        if (radius == 0) {
            return levels;
        }
        int[] across = new int[levels.length];
        for (int y = 0; y < height; y++) {
            window.slide(levels, across, y * width, width, 1, radius);
        }
        int[] both = new int[levels.length];
        for (int x = 0; x < width; x++) {
            window.slide(across, both, x, height, width, radius);
        }
        return both;
    }

    /** The highest level in reach; a queue keeps those that may still become it. */
    private static void most(int[] from, int[] into, int first, int count, int step, int radius) {
        int[] queue = new int[count];
        int head = 0;
        int tail = 0;
        for (int next = 0; next < count + radius; next++) {
            if (next < count) {
                while (tail > head && from[first + queue[tail - 1] * step] <= from[first + next * step]) {
                    tail--;
                }
                queue[tail++] = next;
            }
            int at = next - radius;
            if (at >= 0) {
                while (queue[head] < at - radius) {
                    head++;
                }
                into[first + at * step] = from[first + queue[head] * step];
            }
        }
    }

    /** The mean of the levels in reach, the last ones going on beyond the ends. */
    private static void mean(int[] from, int[] into, int first, int count, int step, int radius) {
        long sum = 0;
        for (int k = -radius; k <= radius; k++) {
            sum += from[first + Math.clamp(k, 0, count - 1) * step];
        }
        int size = 2 * radius + 1;
        for (int at = 0; at < count; at++) {
            into[first + at * step] = (int) ((sum + radius) / size);
            sum += from[first + Math.min(at + radius + 1, count - 1) * step] - from[first + Math.max(at - radius, 0) * step];
        }
    }
}
