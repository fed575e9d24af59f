package easel.pixels;

import easel.engine.Picture;
import java.util.Optional;

/** A mask made larger, with an edge that fades. */
public final class Feather {

    // Levels that a byte's divide evenly, so that black and white stay exactly that through any number of means.
    private static final int FINE = 257;

    private Feather() {}

    /**
     * How much shows at each place: all of it within {@code grow} pixels of the mask (counted along the sides, so that
     * squares stay squares), nothing of it {@code feather} pixels further out, and less and less between: what the
     * mask covers never shines through.
     */
    public static Picture of(Picture mask, int grow, int feather) {
        int width = mask.width();
        int height = mask.height();
        // Of a large photo mostly a small part: beyond it everything is black.
        Optional<Extent> white = Extent.of(mask).map(extent -> extent.grown(grow + feather + 1, width, height));
        byte[] samples = new byte[width * height];
        if (white.isPresent()) {
            Extent part = white.get();
            Picture faded = faded(Pictures.cropped(mask, part.width(), part.height(), part.left(), part.top()), grow, feather);
            for (int y = 0; y < part.height(); y++) {
                System.arraycopy(faded.samples(), y * part.width(), samples, (part.top() + y) * width + part.left(), part.width());
            }
        }
        return Picture.of(width, height, 1, samples);
    }

    private static Picture faded(Picture mask, int grow, int feather) {
        int width = mask.width();
        int height = mask.height();
        int half = feather / 2;
        byte[] grown = Reach.square(mask, grow + half).samples();
        int[] levels = new int[width * height];
        for (int at = 0; at < levels.length; at++) {
            levels[at] = (grown[at] & 0xFF) * FINE;
        }
        // Two means of windows that reach as far as the second growing: their sum fades smoothly, and ends exactly.
        levels = means(levels, width, height, half / 2);
        levels = means(levels, width, height, half - half / 2);
        byte[] samples = new byte[levels.length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) ((levels[at] + FINE / 2) / FINE);
        }
        return Picture.of(width, height, 1, samples);
    }

    /** White where anything shows. */
    public static Picture touched(Picture shown) {
        byte[] samples = new byte[shown.samples().length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (shown.samples()[at] == 0 ? 0 : 255);
        }
        return Picture.of(shown.width(), shown.height(), 1, samples);
    }

    private static int[] means(int[] levels, int width, int height, int radius) {
        if (radius == 0) {
            return levels;
        }
        int[] across = new int[levels.length];
        Bands.each(height, (first, end) -> {
            for (int y = first; y < end; y++) {
                mean(levels, across, y * width, width, 1, radius);
            }
        });
        int[] both = new int[levels.length];
        Bands.each(width, (first, end) -> {
            for (int x = first; x < end; x++) {
                mean(across, both, x, height, width, radius);
            }
        });
        return both;
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
