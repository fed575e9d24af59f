package easel.pixels;

import easel.engine.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A mask's parts: what is not black and touches, corners too. In reading order of their first places. */
public final class Parts {

    private final Picture mask;
    /** By place: 0 where the mask is black, else a part's number, counted from 1. */
    private final int[] numbers;
    private final List<Bounds> bounds = new ArrayList<>();

    private static final class Bounds {
        private int left = Integer.MAX_VALUE;
        private int right = Integer.MIN_VALUE;
        private int top = Integer.MAX_VALUE;
        private int bottom = Integer.MIN_VALUE;

        void take(int x, int y) {
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }

        int longer() {
            return Math.max(right - left, bottom - top) + 1;
        }
    }

    private Parts(Picture mask, int[] numbers) {
        this.mask = mask;
        this.numbers = numbers;
    }

    /** Those of a mask. */
    public static Parts of(Picture mask) {
        int width = mask.width();
        int[] numbers = new int[mask.samples().length];
        Same same = new Same();
        for (int at = 0; at < numbers.length; at++) {
            if (mask.samples()[at] != 0) {
                int x = at % width;
                boolean above = at >= width;
                int number = x > 0 ? numbers[at - 1] : 0;
                number = same.joined(number, above && x > 0 ? numbers[at - width - 1] : 0);
                number = same.joined(number, above ? numbers[at - width] : 0);
                number = same.joined(number, above && x + 1 < width ? numbers[at - width + 1] : 0);
                numbers[at] = number == 0 ? same.fresh() : number;
            }
        }
        Parts parts = new Parts(mask, numbers);
        parts.count(same);
        return parts;
    }

    /** Numbers that turned out to stand for one part. */
    private static final class Same {
        private int[] lower = new int[16];
        private int last;

        int fresh() {
            last++;
            if (last == lower.length) {
                lower = Arrays.copyOf(lower, last * 2);
            }
            lower[last] = last;
            return last;
        }

        int lowest(int number) {
            int at = number;
            while (lower[at] != at) {
                lower[at] = lower[lower[at]];
                at = lower[at];
            }
            return at;
        }

        int joined(int a, int b) {
            if (a == 0 || b == 0) {
                return a + b;
            }
            int one = lowest(a);
            int other = lowest(b);
            lower[Math.max(one, other)] = Math.min(one, other);
            return Math.min(one, other);
        }
    }

    private void count(Same same) {
        int[] place = new int[same.last + 1];
        for (int at = 0; at < numbers.length; at++) {
            if (numbers[at] != 0) {
                int lowest = same.lowest(numbers[at]);
                if (place[lowest] == 0) {
                    bounds.add(new Bounds());
                    place[lowest] = bounds.size();
                }
                numbers[at] = place[lowest];
                bounds.get(numbers[at] - 1).take(at % mask.width(), at / mask.width());
            }
        }
    }

    /** How many there are. */
    public int count() {
        return bounds.size();
    }

    /** One of them, everything else black; from 0. */
    public Picture part(int which) {
        byte[] samples = new byte[numbers.length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = numbers[at] == which + 1 ? mask.samples()[at] : 0;
        }
        return Picture.of(mask.width(), mask.height(), 1, samples);
    }

    /** The mask without parts whose longer side is below so many pixels. */
    public Picture without(int below) {
        byte[] samples = new byte[numbers.length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = numbers[at] != 0 && bounds.get(numbers[at] - 1).longer() >= below ? mask.samples()[at] : 0;
        }
        return Picture.of(mask.width(), mask.height(), 1, samples);
    }
}
