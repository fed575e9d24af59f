package easel.pixels;

import java.util.stream.IntStream;

/** Work on a picture's rows, shared among the processors. */
final class Bands {

    /** Few enough rows that every processor gets some, many enough that what a band does for itself alone is little. */
    private static final int ROWS = 64;

    private Bands() {}

    /** Some rows of a picture. */
    @FunctionalInterface
    interface Work {
        /** Does those from {@code first} to before {@code end}. */
        void rows(int first, int end);
    }

    /** Does all rows; bands may be done in any order and at once. */
    static void each(int height, Work work) {
        each(height, ROWS, work);
    }

    /** ... so many in each band. */
    static void each(int height, int rows, Work work) {
        int bands = (height + rows - 1) / rows;
        IntStream.range(0, bands).parallel().forEach(band -> work.rows(band * rows, Math.min(height, (band + 1) * rows)));
    }
}
