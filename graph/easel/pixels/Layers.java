package easel.pixels;

import easel.engine.Picture;
import org.jspecify.annotations.Nullable;

/** Pictures laid over pictures. */
public final class Layers {

    private Layers() {}

    /**
     * One picture over another: mixed as W3C's Compositing and Blending says ("simple alpha compositing" behind a
     * "separable blend mode"), on the stored values. What stands out at the sides is cut off. The result has alpha if
     * the one below has.
     *
     * @param x       where the left side of {@code over} lies; may be negative
     * @param y       its upper side
     * @param opacity of all of {@code over}, 0 to 1
     * @param mask    where {@code over} shows, of its size, one channel; null for everywhere
     */
    public static Picture over(Picture under, Picture over, int x, int y, Mixing mixing, double opacity, @Nullable Picture mask) {
        Picture below = under.channels() == 1 ? Pictures.opaque(under) : under;
        Picture above = over.channels() == 1 ? Pictures.opaque(over) : over;
        byte[] samples = below.samples().clone();
        int left = Math.max(0, x);
        int right = (int) Math.min(below.width(), (long) x + above.width());
        int top = Math.max(0, y);
        int bottom = (int) Math.min(below.height(), (long) y + above.height());
        if (left < right && top < bottom) {
            Part part = new Part(below, above, x, y, left, right, samples);
            boolean plain = below.channels() == 3 && above.channels() == 3 && mask == null;
            byte[] table = mixing.table(plain ? opacity : 1);
            int share = (int) Math.round(Math.clamp(opacity, 0, 1) * 255);
            Bands.each(bottom - top, (first, end) -> {
                for (int row = top + first; row < top + end; row++) {
                    if (plain) {
                        part.plain(row, table);
                    } else {
                        part.alpha(row, table, share, mask);
                    }
                }
            });
        }
        return Picture.of(below.width(), below.height(), below.channels(), samples);
    }

    private record Part(Picture below, Picture above, int x, int y, int left, int right, byte[] samples) {

        void plain(int row, byte[] table) {
            byte[] over = above.samples();
            int from = ((row - y) * above.width() + left - x) * 3;
            int to = (row * below.width() + left) * 3;
            for (int i = 0; i < (right - left) * 3; i++) {
                samples[to + i] = table[(samples[to + i] & 0xFF) << 8 | over[from + i] & 0xFF];
            }
        }

        void alpha(int row, byte[] table, int share, @Nullable Picture mask) {
            byte[] over = above.samples();
            byte @Nullable [] shown = mask == null ? null : mask.samples();
            int channels = below.channels();
            int channelsOver = above.channels();
            int place = (row - y) * above.width() + left - x;
            int to = (row * below.width() + left) * channels;
            for (int i = left; i < right; i++, place++, to += channels) {
                int from = place * channelsOver;
                int alpha = share;
                alpha = shown == null ? alpha : by255(alpha * (shown[place] & 0xFF));
                alpha = channelsOver == 4 ? by255(alpha * (over[from + 3] & 0xFF)) : alpha;
                if (alpha != 0) {
                    int behind = channels == 4 ? samples[to + 3] & 0xFF : 255;
                    if (behind == 255) {
                        solid(table, over, from, to, alpha);
                    } else {
                        both(table, over, from, to, alpha, behind);
                    }
                }
            }
        }

        private void solid(byte[] table, byte[] over, int from, int to, int alpha) {
            for (int c = 0; c < 3; c++) {
                int under = samples[to + c] & 0xFF;
                int mixed = table[under << 8 | over[from + c] & 0xFF] & 0xFF;
                samples[to + c] = (byte) by255(under * (255 - alpha) + mixed * alpha);
            }
        }

        /** Straight alpha on both: the part of each that shows, over what shows of any. */
        private void both(byte[] table, byte[] over, int from, int to, int alpha, int behind) {
            int all = alpha * 255 + (255 - alpha) * behind;
            for (int c = 0; c < 3; c++) {
                int under = samples[to + c] & 0xFF;
                int own = over[from + c] & 0xFF;
                int mixed = table[under << 8 | own] & 0xFF;
                int colour = (255 - behind) * own + behind * mixed;   // times 255
                long sum = (long) alpha * colour + (long) (255 - alpha) * behind * under;
                samples[to + c] = (byte) ((sum + all / 2) / all);
            }
            samples[to + 3] = (byte) by255(all);
        }

        /** Divided by 255 and rounded; exact for all products of two samples. */
        private static int by255(int product) {
            int t = product + 128;
            return t + (t >> 8) >> 8;
        }
    }
}
