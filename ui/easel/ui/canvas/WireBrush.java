package easel.ui.canvas;

import java.awt.Rectangle;

/**
 * Draws lines of some thickness with soft edges into a backing's pixels: column by column where a line runs level, row
 * by row where it is steep. A line of 1,000 points takes about 10 us; Java2D's stroke takes ten times that.
 */
final class WireBrush {

    private final int[] pixels;
    private final int stride;
    private final int origin;
    private final int left;
    private final int top;
    private final int right;
    private final int bottom;

    /**
     * Points are told from an origin in whole pixels, so that a line comes out the same wherever the canvas is moved to.
     *
     * @param clip nothing is drawn outside
     */
    WireBrush(Backing backing, Rectangle clip, int originX, int originY) {
        pixels = backing.pixels();
        stride = backing.width();
        left = clip.x - originX;
        top = clip.y - originY;
        right = left + clip.width;
        bottom = top + clip.height;
        origin = originY * stride + originX;
    }

    /**
     * A line through points.
     *
     * @param points x, y, x, y ... in device pixels from the origin
     * @param count  how many numbers
     */
    void line(float[] points, int count, float thickness, int rgb) {
        for (int i = 0; i + 3 < count; i += 2) {
            // Where a line turns from level to steep, its columns end and its rows begin with a notch between: both go on a little.
            float before = i >= 2 && isLevel(points, i - 2) != isLevel(points, i) ? thickness / 2 : 0;
            float after = i + 5 < count && isLevel(points, i + 2) != isLevel(points, i) ? thickness / 2 : 0;
            float dx = points[i + 2] - points[i];
            float dy = points[i + 3] - points[i + 1];
            float length = before + after == 0 ? 1 : Math.max(1e-3f, (float) Math.hypot(dx, dy));
            piece(points[i] - dx / length * before, points[i + 1] - dy / length * before,
                    points[i + 2] + dx / length * after, points[i + 3] + dy / length * after, thickness, rgb);
        }
    }

    private static boolean isLevel(float[] points, int i) {
        return Math.abs(points[i + 2] - points[i]) >= Math.abs(points[i + 3] - points[i + 1]);
    }

    /** The same, broken into dashes. */
    void dashes(float[] points, int count, float thickness, int rgb, float dash, float gap) {
        float at = 0;
        for (int i = 0; i + 3 < count; i += 2) {
            float x0 = points[i];
            float y0 = points[i + 1];
            float dx = points[i + 2] - x0;
            float dy = points[i + 3] - y0;
            float length = (float) Math.hypot(dx, dy);
            float done = 0;
            while (done < length) {
                float phase = at % (dash + gap);
                boolean on = phase < dash;
                float step = Math.min(length - done, Math.max(0.01f, (on ? dash : dash + gap) - phase));
                if (on) {
                    piece(x0 + dx * done / length, y0 + dy * done / length, x0 + dx * (done + step) / length, y0 + dy * (done + step) / length, thickness, rgb);
                }
                done += step;
                at += step;
            }
        }
    }

    private void piece(float x0, float y0, float x1, float y1, float thickness, int rgb) {
        float dx = x1 - x0;
        float dy = y1 - y0;
        if (Math.abs(dx) >= Math.abs(dy)) {
            if (dx == 0) {
                return;
            }
            float slope = dy / dx;
            float half = thickness / 2 * (float) Math.sqrt(1 + slope * slope);
            int from = Math.max(left, (int) Math.ceil(Math.min(x0, x1) - 0.5f));
            int to = Math.min(right, (int) Math.ceil(Math.max(x0, x1) - 0.5f));
            for (int x = from; x < to; x++) {
                float y = y0 + (x + 0.5f - x0) * slope;
                column(x, y - half, y + half, rgb);
            }
        } else {
            float slope = dx / dy;
            float half = thickness / 2 * (float) Math.sqrt(1 + slope * slope);
            int from = Math.max(top, (int) Math.ceil(Math.min(y0, y1) - 0.5f));
            int to = Math.min(bottom, (int) Math.ceil(Math.max(y0, y1) - 0.5f));
            for (int y = from; y < to; y++) {
                float x = x0 + (y + 0.5f - y0) * slope;
                row(y, x - half, x + half, rgb);
            }
        }
    }

    private void column(int x, float from, float to, int rgb) {
        int first = (int) Math.floor(from);
        int last = (int) Math.ceil(to) - 1;
        for (int y = Math.max(first, top); y <= last && y < bottom; y++) {
            float covered = Math.min(to, y + 1) - Math.max(from, y);
            blend(origin + y * stride + x, covered, rgb);
        }
    }

    private void row(int y, float from, float to, int rgb) {
        int first = (int) Math.floor(from);
        int last = (int) Math.ceil(to) - 1;
        for (int x = Math.max(first, left); x <= last && x < right; x++) {
            float covered = Math.min(to, x + 1) - Math.max(from, x);
            blend(origin + y * stride + x, covered, rgb);
        }
    }

    private void blend(int at, float covered, int rgb) {
        if (covered >= 0.99f) {
            pixels[at] = rgb;
            return;
        }
        int s = (int) (covered * 256);
        int was = pixels[at];
        int even = was & 0xFF00FF;
        int odd = was & 0x00FF00;
        even += ((rgb & 0xFF00FF) - even) * s >> 8;
        odd += ((rgb & 0x00FF00) - odd) * s >> 8;
        pixels[at] = even & 0xFF00FF | odd & 0x00FF00;
    }
}
