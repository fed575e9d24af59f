package easel.pixels;

import easel.engine.Picture;
import java.util.Optional;

/** The least rectangle that holds everything of a mask that is not black, in pixels. */
public record Extent(int left, int top, int width, int height) {

    /** That of a mask; empty if all of it is black. */
    public static Optional<Extent> of(Picture mask) {
        int width = mask.width();
        byte[] samples = mask.samples();
        int left = width;
        int right = -1;
        int top = -1;
        int bottom = -1;
        for (int y = 0; y < mask.height(); y++) {
            int first = 0;
            while (first < width && samples[y * width + first] == 0) {
                first++;
            }
            if (first < width) {
                int last = width - 1;
                while (samples[y * width + last] == 0) {
                    last--;
                }
                left = Math.min(left, first);
                right = Math.max(right, last);
                top = top < 0 ? y : top;
                bottom = y;
            }
        }
        return top < 0 ? Optional.empty() : Optional.of(new Extent(left, top, right - left + 1, bottom - top + 1));
    }

    /** So much larger on each side, within a picture of this size. */
    public Extent grown(int by, int wide, int high) {
        int x = Math.max(0, left - by);
        int y = Math.max(0, top - by);
        return new Extent(x, y, Math.min(wide, left + width + by) - x, Math.min(high, top + height + by) - y);
    }
}
