package easel.pixels;

import easel.engine.Picture;
import java.util.Arrays;

/**
 * The brightest sample within reach, along lines: a queue keeps those that may still become it, so that the reach costs
 * nothing.
 */
final class Reach {

    /** Columns that are done together: neighbours in memory, and few enough to stay near the processor. */
    private static final int STRIP = 64;

    private Reach() {}

    /** ... of a square, {@code radius} pixels to each side. */
    static Picture square(Picture mask, int radius) {
        if (radius == 0) {
            return mask;
        }
        int width = mask.width();
        int height = mask.height();
        byte[] across = new byte[width * height];
        byte[] both = new byte[width * height];
        Bands.each(height, (first, end) -> {
            Windows windows = new Windows(width, Math.min(radius, width - 1), 1);
            for (int y = first; y < end; y++) {
                windows.most(mask.samples(), across, y * width, 1);
            }
        });
        Bands.each(width, STRIP, (left, end) ->
                new Windows(height, Math.min(radius, height - 1), end - left).most(across, both, left, width));
        return Picture.of(width, height, 1, both);
    }

    /**
     * The brightest in windows along a line of places, some samples wide each: what is brightest from the beginning of a block
     * of the window's length on, and to its end, are together what is brightest in any window. Van Herk, A Fast Algorithm for
     * Local Minimum and Maximum Filters, 1992.
     */
    private static final class Windows {

        private final int count;
        private final int radius;
        private final int wide;
        private final byte[] on;
        private final byte[] back;

        Windows(int count, int radius, int wide) {
            this.count = count;
            this.radius = radius;
            this.wide = wide;
            on = new byte[Math.multiplyExact(count + 2 * radius, wide)];
            back = new byte[on.length];
        }

        /** Places begin at {@code first} and lie {@code step} apart. */
        void most(byte[] from, byte[] into, int first, int step) {
            Arrays.fill(on, (byte) 0);
            for (int at = 0; at < count; at++) {
                System.arraycopy(from, first + at * step, on, (at + radius) * wide, wide);
            }
            System.arraycopy(on, 0, back, 0, on.length);
            int block = 2 * radius + 1;
            int all = count + 2 * radius;
            for (int at = 1; at < all; at++) {
                if (at % block != 0) {
                    brighter(on, at * wide, on, (at - 1) * wide, on, at * wide);
                }
                int mirrored = all - 1 - at;
                if ((mirrored + 1) % block != 0) {
                    brighter(back, mirrored * wide, back, (mirrored + 1) * wide, back, mirrored * wide);
                }
            }
            for (int at = 0; at < count; at++) {
                brighter(back, at * wide, on, (at + 2 * radius) * wide, into, first + at * step);
            }
        }

        private void brighter(byte[] a, int atA, byte[] b, int atB, byte[] into, int to) {
            for (int i = 0; i < wide; i++) {
                into[to + i] = (byte) Math.max(a[atA + i] & 0xFF, b[atB + i] & 0xFF);
            }
        }
    }

    /** ... of a pixel and the four beside it. */
    static Picture cross(Picture mask) {
        int width = mask.width();
        int height = mask.height();
        byte[] samples = new byte[width * height];
        Bands.each(height, (first, end) -> {
            for (int y = first; y < end; y++) {
                for (int x = 0; x < width; x++) {
                    int most = mask.at(x, y, 0);
                    most = x > 0 ? Math.max(most, mask.at(x - 1, y, 0)) : most;
                    most = x < width - 1 ? Math.max(most, mask.at(x + 1, y, 0)) : most;
                    most = y > 0 ? Math.max(most, mask.at(x, y - 1, 0)) : most;
                    samples[y * width + x] = (byte) (y < height - 1 ? Math.max(most, mask.at(x, y + 1, 0)) : most);
                }
            }
        });
        return Picture.of(width, height, 1, samples);
    }

    /** ... along the one diagonal and then along the other: every second pixel of a diamond, which a cross fills. */
    static Picture diagonals(Picture mask, int radius) {
        if (radius == 0) {
            return mask;
        }
        // Room around, so that what grows over a side on one diagonal comes back on the other; from further out nothing does.
        int room = Math.min(radius, Math.max(mask.width(), mask.height()) / 2 + 1);
        int width = mask.width() + 2 * room;
        int height = mask.height() + 2 * room;
        byte[] wide = new byte[Math.multiplyExact(width, height)];
        for (int y = 0; y < mask.height(); y++) {
            System.arraycopy(mask.samples(), y * mask.width(), wide, (y + room) * width + room, mask.width());
        }
        byte[] one = new byte[wide.length];
        byte[] both = new byte[wide.length];
        for (int start = 1 - height; start < width; start++) {
            int x = Math.max(0, start);
            int y = Math.max(0, -start);
            line(wide, one, y * width + x, Math.min(width - x, height - y), width + 1, radius);
        }
        for (int start = 0; start < width + height - 1; start++) {
            int x = Math.min(start, width - 1);
            int y = start - x;
            line(one, both, y * width + x, Math.min(x + 1, height - y), width - 1, radius);
        }
        return Pictures.cropped(Picture.of(width, height, 1, both), mask.width(), mask.height(), room, room);
    }

    private static void line(byte[] from, byte[] into, int first, int count, int step, int radius) {
        int[] queue = new int[count];
        int head = 0;
        int tail = 0;
        for (int next = 0; next < count + radius; next++) {
            if (next < count) {
                int sample = from[first + next * step] & 0xFF;
                while (tail > head && (from[first + queue[tail - 1] * step] & 0xFF) <= sample) {
                    tail--;
                }
                queue[tail++] = next;
            }
            int at = next - radius;
            if (at >= 0 && at < count) {
                while (queue[head] < at - radius) {
                    head++;
                }
                into[first + at * step] = from[first + queue[head] * step];
            }
        }
    }
}
