package easel.pixels;

import easel.engine.Picture;

/**
 * Quarter turns and mirrors, all eight; in the order of EXIF's orientation (tag 0x0112), from 1: how stored rows must be
 * turned to be seen upright.
 */
public enum Turning {
    UPRIGHT, MIRRORED, UPSIDE_DOWN, UPSIDE_DOWN_MIRRORED, TRANSPOSED, TURN_RIGHT, TRANSVERSED, TURN_LEFT;

    /** The turn with EXIF's number 1 to 8; anything else counts as upright. */
    public static Turning of(int exif) {
        return exif >= 1 && exif <= 8 ? values()[exif - 1] : UPRIGHT;
    }

    /** Whether width and height change places. */
    public boolean swapsSides() {
        return compareTo(TRANSPOSED) >= 0;
    }

    /** The picture turned. */
    public Picture of(Picture stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int channels = stored.channels();
        boolean swapped = swapsSides();
        int width = swapped ? stored.height() : stored.width();
        int height = swapped ? stored.width() : stored.height();
        int lastColumn = stored.width() - 1;
        int lastRow = stored.height() - 1;
        byte[] from = stored.samples();
        byte[] to = new byte[from.length];
        int out = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = switch (this) {
                    case UPRIGHT, UPSIDE_DOWN_MIRRORED -> x;
                    case MIRRORED, UPSIDE_DOWN -> lastColumn - x;
                    case TRANSPOSED, TURN_RIGHT -> y;
                    case TRANSVERSED, TURN_LEFT -> lastColumn - y;
                };
                int row = switch (this) {
                    case UPRIGHT, MIRRORED -> y;
                    case UPSIDE_DOWN, UPSIDE_DOWN_MIRRORED -> lastRow - y;
                    case TRANSPOSED, TURN_LEFT -> x;
                    case TURN_RIGHT, TRANSVERSED -> lastRow - x;
                };
                int in = (row * stored.width() + column) * channels;
                for (int c = 0; c < channels; c++) {
                    to[out++] = from[in + c];
                }
            }
        }
        return Picture.of(width, height, channels, to);
    }
}
