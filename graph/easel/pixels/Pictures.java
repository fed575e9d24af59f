package easel.pixels;

import easel.engine.Picture;

/** Pictures brought into the shape that the next step takes. */
public final class Pictures {

    private Pictures() {}

    /** Three channels: grey three times, transparent parts laid on white. */
    public static Picture opaque(Picture picture) {
        int channels = picture.channels();
        if (channels == 3) {
            return picture;
        }
        byte[] samples = new byte[picture.width() * picture.height() * 3];
        for (int at = 0; at < picture.width() * picture.height(); at++) {
            int alpha = channels == 4 ? picture.samples()[at * 4 + 3] & 0xFF : 255;
            for (int c = 0; c < 3; c++) {
                int sample = picture.samples()[channels == 1 ? at : at * 4 + c] & 0xFF;
                samples[at * 3 + c] = (byte) ((sample * alpha + 255 * (255 - alpha) + 127) / 255);
            }
        }
        return Picture.of(picture.width(), picture.height(), 3, samples);
    }

    /** As it is, a grey one in three channels. */
    static Picture opaqueIfGrey(Picture picture) {
        return picture.channels() == 1 ? opaque(picture) : picture;
    }

    /** Three channels, whatever was transparent shown as it is underneath; what ComfyUI's pictures are. */
    public static Picture withoutAlpha(Picture picture) {
        if (picture.channels() != 4) {
            return opaque(picture);
        }
        byte[] samples = new byte[picture.width() * picture.height() * 3];
        for (int at = 0; at < picture.width() * picture.height(); at++) {
            System.arraycopy(picture.samples(), at * 4, samples, at * 3, 3);
        }
        return Picture.of(picture.width(), picture.height(), 3, samples);
    }

    /** How transparent each place is, white where fully; black all over for a picture without alpha. */
    public static Picture transparency(Picture picture) {
        byte[] samples = new byte[picture.width() * picture.height()];
        for (int at = 0; picture.channels() == 4 && at < samples.length; at++) {
            samples[at] = (byte) (255 - (picture.samples()[at * 4 + 3] & 0xFF));
        }
        return Picture.of(picture.width(), picture.height(), 1, samples);
    }

    /** How bright each place is: Rec. 709 luminance of the stored values, whatever is transparent as it is underneath. */
    public static Picture luminance(Picture picture) {
        int channels = picture.channels();
        if (channels == 1) {
            return picture;
        }
        byte[] from = picture.samples();
        byte[] samples = new byte[picture.width() * picture.height()];
        for (int at = 0; at < samples.length; at++) {
            int i = at * channels;
            samples[at] = (byte) Math.round(0.2126 * (from[i] & 0xFF) + 0.7152 * (from[i + 1] & 0xFF) + 0.0722 * (from[i + 2] & 0xFF));
        }
        return Picture.of(picture.width(), picture.height(), 1, samples);
    }

    /** How opaque each place is, white where fully; white all over for a picture without alpha. */
    public static Picture opacity(Picture picture) {
        byte[] samples = transparency(picture).samples().clone();
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (255 - (samples[at] & 0xFF));
        }
        return Picture.of(picture.width(), picture.height(), 1, samples);
    }

    /** Cut evenly so that both sides are multiples of {@code step}. */
    public static Picture cropped(Picture picture, int step) {
        int width = Math.max(step, picture.width() / step * step);
        int height = Math.max(step, picture.height() / step * step);
        return picture.width() < step || picture.height() < step ? picture
                : cropped(picture, width, height, (picture.width() - width) / 2, (picture.height() - height) / 2);
    }

    /** Cut evenly to the ratio of {@code width} and {@code height}, as large as can be; something of it stays. */
    public static Picture cropped(Picture picture, int width, int height) {
        double now = (double) picture.width() / picture.height();
        double then = (double) width / height;
        int x = now > then ? margin(picture.width(), then / now) : 0;
        int y = now < then ? margin(picture.height(), now / then) : 0;
        return cropped(picture, picture.width() - 2 * x, picture.height() - 2 * y, x, y);
    }

    private static int margin(int length, double stays) {
        return Math.min((length - 1) / 2, (int) Math.round((length - length * stays) / 2));
    }

    /** The part from {@code x}, {@code y}. */
    public static Picture cropped(Picture picture, int width, int height, int x, int y) {
        if (width == picture.width() && height == picture.height()) {
            return picture;
        }
        int channels = picture.channels();
        byte[] samples = new byte[width * height * channels];
        for (int row = 0; row < height; row++) {
            System.arraycopy(picture.samples(), ((y + row) * picture.width() + x) * channels, samples, row * width * channels, width * channels);
        }
        return Picture.of(width, height, channels, samples);
    }

    /** What of the part from {@code x}, {@code y} lies within the picture; at least its last pixel. */
    public static Picture within(Picture picture, int x, int y, int width, int height) {
        int left = Math.min(x, picture.width() - 1);
        int top = Math.min(y, picture.height() - 1);
        return cropped(picture, Math.min(width, picture.width() - left), Math.min(height, picture.height() - top), left, top);
    }

    /** The part from {@code x}, {@code y}, which may lie outside: there the picture's edges go on. */
    public static Picture cut(Picture picture, int x, int y, int width, int height) {
        int channels = picture.channels();
        byte[] samples = new byte[width * height * channels];
        for (int row = 0; row < height; row++) {
            int from = Math.clamp(y + row, 0, picture.height() - 1) * picture.width();
            for (int column = 0; column < width; column++) {
                System.arraycopy(picture.samples(), (from + Math.clamp(x + column, 0, picture.width() - 1)) * channels, samples,
                        (row * width + column) * channels, channels);
            }
        }
        return Picture.of(width, height, channels, samples);
    }

    /** Three channels and how opaque each place is, as four. */
    public static Picture withAlpha(Picture colours, Picture alpha) {
        byte[] samples = new byte[alpha.samples().length * 4];
        for (int at = 0; at < alpha.samples().length; at++) {
            System.arraycopy(colours.samples(), at * 3, samples, at * 4, 3);
            samples[at * 4 + 3] = alpha.samples()[at];
        }
        return Picture.of(colours.width(), colours.height(), 4, samples);
    }

    /** One colour all over, 0xRRGGBB; three channels. */
    public static Picture solid(int width, int height, int colour) {
        byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        for (int at = 0; at < samples.length; at += 3) {
            samples[at] = (byte) (colour >> 16);
            samples[at + 1] = (byte) (colour >> 8);
            samples[at + 2] = (byte) colour;
        }
        return Picture.of(width, height, 3, samples);
    }

    /** White for black and black for white. */
    public static Picture inverted(Picture picture) {
        byte[] samples = picture.samples().clone();
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) ~samples[at];
        }
        return Picture.of(picture.width(), picture.height(), picture.channels(), samples);
    }

    /** Whether every sample is nothing. */
    public static boolean isBlack(Picture picture) {
        for (byte sample : picture.samples()) {
            if (sample != 0) {
                return false;
            }
        }
        return true;
    }
}
