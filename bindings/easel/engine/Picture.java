package easel.engine;

import java.util.Arrays;

/**
 * A picture of 8-bit samples: rows from the top, pixels interleaved, sRGB. One channel is a mask or grey,
 * three are red, green, blue, four add straight (not premultiplied) alpha. Never changed once made.
 */
public final class Picture {

    private final int width;
    private final int height;
    private final int channels;
    private final byte[] samples;

    private Picture(int width, int height, int channels, byte[] samples) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.samples = samples;
    }

    /** A picture that takes {@code samples} as its own: the caller must not change them afterwards. */
    public static Picture of(int width, int height, int channels, byte[] samples) {
        if (width <= 0 || height <= 0 || (channels != 1 && channels != 3 && channels != 4)
                || samples.length != (long) width * height * channels) {
            throw new IllegalArgumentException(
                    "%d x %d x %d does not fit %d samples".formatted(width, height, channels, samples.length));
        }
        return new Picture(width, height, channels, samples);
    }

    /** Width in pixels. */
    public int width() {
        return width;
    }

    /** Height in pixels. */
    public int height() {
        return height;
    }

    /** Samples a pixel: 1, 3 or 4. */
    public int channels() {
        return channels;
    }

    /** The samples themselves, not a copy: read only. */
    public byte[] samples() {
        return samples;
    }

    /** The sample at a place, 0 to 255. */
    public int at(int x, int y, int channel) {
        return samples[(y * width + x) * channels + channel] & 0xFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that && width == that.width && height == that.height
                && channels == that.channels && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(samples) * 31 + width;
    }

    @Override
    public String toString() {
        return "Picture " + width + "x" + height + "x" + channels;
    }
}
