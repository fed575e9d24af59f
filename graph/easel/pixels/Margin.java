package easel.pixels;

import easel.engine.Picture;

/** Room around a picture. */
public final class Margin {

    /** What is put there. */
    public enum Filling {
        /** One colour. */
        COLOUR,
        /** The last pixels go on. */
        EDGE,
        /** The picture as in a mirror. */
        MIRROR
    }

    private Margin() {}

    /**
     * A picture with room around it.
     *
     * @param colour 0xRRGGBB, for {@link Filling#COLOUR}; opaque
     */
    public static Picture around(Picture picture, int left, int top, int right, int bottom, Filling filling, int colour) {
        Picture from = Pictures.opaqueIfGrey(picture);
        int channels = from.channels();
        int width = Math.addExact(from.width(), Math.addExact(left, right));
        int height = Math.addExact(from.height(), Math.addExact(top, bottom));
        byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)];
        byte[] paint = {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour, (byte) 255};
        Border border = filling == Filling.MIRROR ? Border.MIRROR : Border.EDGE;
        Bands.each(height, (first, end) -> {
            for (int y = first; y < end; y++) {
                boolean inside = y >= top && y < top + from.height();
                int row = border.within(y - top, from.height()) * from.width();
                for (int x = 0; x < width; x++) {
                    boolean shown = inside && x >= left && x < left + from.width();
                    int to = (y * width + x) * channels;
                    if (shown || filling != Filling.COLOUR) {
                        int place = row + border.within(x - left, from.width());
                        System.arraycopy(from.samples(), place * channels, samples, to, channels);
                    } else {
                        System.arraycopy(paint, 0, samples, to, channels);
                    }
                }
            }
        });
        return Picture.of(width, height, channels, samples);
    }

    /** White on the room, black on the picture, one channel; from the picture's sides in it fades over {@code feather} pixels. */
    public static Picture mask(int width, int height, int left, int top, int right, int bottom, int feather) {
        int wide = Math.addExact(width, Math.addExact(left, right));
        int high = Math.addExact(height, Math.addExact(top, bottom));
        byte[] samples = new byte[Math.multiplyExact(wide, high)];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                int column = x - left;
                int row = y - top;
                boolean inside = column >= 0 && row >= 0 && column < width && row < height;
                samples[y * wide + x] = inside ? fading(column, row, width, height, left, top, right, bottom, feather) : (byte) 255;
            }
        }
        return Picture.of(wide, high, 1, samples);
    }

    /**
     * As ComfyUI's ImagePadForOutpaint: only from sides that have room, the square of how near, nothing if the picture is too
     * small for it.
     */
    private static byte fading(int x, int y, int width, int height, int left, int top, int right, int bottom, int feather) {
        if (feather == 0 || feather * 2 >= height || feather * 2 >= width) {
            return 0;
        }
        int across = Math.min(left == 0 ? width : x, right == 0 ? width : width - x);
        int near = Math.min(across, Math.min(top == 0 ? height : y, bottom == 0 ? height : height - y));
        if (near >= feather) {
            return 0;
        }
        double share = (double) (feather - near) / feather;
        return (byte) Math.round(share * share * 255);
    }
}
