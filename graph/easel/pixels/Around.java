package easel.pixels;

import easel.engine.Picture;

/**
 * Fills places of a picture with the colours around them: means of what is known at ever coarser scales, brought back
 * to where nothing was known. Gortler et al., The Lumigraph, 1996, there called pull and push.
 */
public final class Around {

    private static final int CHANNELS = 3;

    private Around() {}

    /** The picture, three channels, with what lies under the white of {@code mask} filled; black where all is white. */
    public static Picture filled(Picture picture, Picture mask) {
        int count = picture.width() * picture.height();
        Level level = new Level(picture.width(), picture.height());
        for (int at = 0; at < count; at++) {
            level.known[at] = mask.samples()[at] == 0 ? 1 : 0;
            for (int c = 0; c < CHANNELS; c++) {
                level.colours[at * CHANNELS + c] = level.known[at] * (picture.samples()[at * CHANNELS + c] & 0xFF);
            }
        }
        level.fill();
        byte[] samples = picture.samples().clone();
        for (int at = 0; at < count; at++) {
            for (int c = 0; mask.samples()[at] != 0 && c < CHANNELS; c++) {
                samples[at * CHANNELS + c] = (byte) Math.round(level.colours[at * CHANNELS + c]);
            }
        }
        return Picture.of(picture.width(), picture.height(), CHANNELS, samples);
    }

    /** One scale: mean colours, and whether any is known. */
    private static final class Level {

        private final int width;
        private final int height;
        private final float[] known;
        private final float[] colours;

        Level(int width, int height) {
            this.width = width;
            this.height = height;
            known = new float[width * height];
            colours = new float[width * height * CHANNELS];
        }

        void fill() {
            boolean whole = true;
            for (float k : known) {
                whole &= k > 0;
            }
            if (whole || width == 1 && height == 1) {
                return;
            }
            Level coarse = coarse();
            coarse.fill();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (known[y * width + x] == 0) {
                        take(coarse, x, y);
                    }
                }
            }
        }

        private Level coarse() {
            Level coarse = new Level((width + 1) / 2, (height + 1) / 2);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int from = y * width + x;
                    int to = y / 2 * coarse.width + x / 2;
                    for (int c = 0; known[from] > 0 && c < CHANNELS; c++) {
                        coarse.colours[to * CHANNELS + c] += colours[from * CHANNELS + c];
                    }
                    coarse.known[to] += known[from] > 0 ? 1 : 0;
                }
            }
            for (int at = 0; at < coarse.known.length; at++) {
                for (int c = 0; coarse.known[at] > 0 && c < CHANNELS; c++) {
                    coarse.colours[at * CHANNELS + c] /= coarse.known[at];
                }
            }
            return coarse;
        }

        /** A place from the four coarser ones nearest to it, which are twice as large. */
        private void take(Level coarse, int x, int y) {
            float cx = Math.clamp((x - 0.5f) / 2, 0, coarse.width - 1);
            float cy = Math.clamp((y - 0.5f) / 2, 0, coarse.height - 1);
            int left = (int) cx;
            int top = (int) cy;
            int right = Math.min(left + 1, coarse.width - 1);
            int bottom = Math.min(top + 1, coarse.height - 1);
            for (int c = 0; c < CHANNELS; c++) {
                float above = mix(coarse.at(left, top, c), coarse.at(right, top, c), cx - left);
                float below = mix(coarse.at(left, bottom, c), coarse.at(right, bottom, c), cx - left);
                colours[(y * width + x) * CHANNELS + c] = mix(above, below, cy - top);
            }
        }

        private float at(int x, int y, int c) {
            return colours[(y * width + x) * CHANNELS + c];
        }

        private static float mix(float a, float b, float part) {
            return a + (b - a) * part;
        }
    }
}
