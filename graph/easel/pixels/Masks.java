package easel.pixels;

import easel.engine.Picture;
import java.util.Arrays;

/** Masks made, changed and put together; one channel, white where. */
public final class Masks {

    private Masks() {}

    /** How one mask acts on another; the last three take both as yes or no. ComfyUI's MaskComposite. */
    public enum Joining {
        MULTIPLY, ADD, SUBTRACT, AND, OR, XOR;

        int of(int under, int over) {
            boolean a = under > 127;
            boolean b = over > 127;
            return switch (this) {
                case MULTIPLY -> (under * over + 127) / 255;
                case ADD -> Math.min(255, under + over);
                case SUBTRACT -> Math.max(0, under - over);
                case AND -> a && b ? 255 : 0;
                case OR -> a || b ? 255 : 0;
                case XOR -> a != b ? 255 : 0;
            };
        }
    }

    /** One grey all over. */
    public static Picture solid(int width, int height, int value) {
        byte[] samples = new byte[Math.multiplyExact(width, height)];
        Arrays.fill(samples, (byte) value);
        return Picture.of(width, height, 1, samples);
    }

    /** White in a rectangle, which may stand out. */
    public static Picture box(int width, int height, int x, int y, int wide, int high) {
        byte[] samples = new byte[Math.multiplyExact(width, height)];
        int left = Math.clamp(x, 0, width);
        int right = Math.clamp((long) x + wide, left, width);
        for (int row = Math.max(0, y); row < Math.min(height, (long) y + high); row++) {
            Arrays.fill(samples, row * width + left, row * width + right, (byte) 255);
        }
        return Picture.of(width, height, 1, samples);
    }

    /**
     * A rectangle, or the ellipse in it, in parts of a mask; it may stand out.
     *
     * @param level what the mask becomes there
     */
    public record Spot(boolean round, double x, double y, double width, double height, int level) {

        private boolean covers(double across, double down) {
            double u = 2 * (across - x) / width - 1;
            double v = 2 * (down - y) / height - 1;
            return round ? u * u + v * v < 1 : u >= -1 && u < 1 && v >= -1 && v < 1;
        }
    }

    /** A mask with spots on it, each over those before: a pixel belongs to a spot that covers its middle. */
    public static Picture spotted(Picture mask, Iterable<Spot> spots) {
        int width = mask.width();
        int height = mask.height();
        byte[] samples = mask.samples().clone();
        for (Spot spot : spots) {
            int left = (int) Math.clamp(Math.floor(spot.x * width) - 1, 0, width);
            int right = (int) Math.clamp(Math.ceil((spot.x + spot.width) * width) + 1, 0, width);
            int below = (int) Math.clamp(Math.ceil((spot.y + spot.height) * height) + 1, 0, height);
            for (int row = (int) Math.clamp(Math.floor(spot.y * height) - 1, 0, height); row < below; row++) {
                for (int column = left; column < right; column++) {
                    if (spot.covers((column + 0.5) / width, (row + 0.5) / height)) {
                        samples[row * width + column] = (byte) spot.level;
                    }
                }
            }
        }
        return Picture.of(width, height, 1, samples);
    }

    /** One mask joined with another whose corner lies at a place; what stands out is cut off. */
    public static Picture joined(Picture under, Picture over, int x, int y, Joining how) {
        byte[] samples = under.samples().clone();
        for (int row = Math.max(0, y); row < Math.min((long) under.height(), (long) y + over.height()); row++) {
            for (int column = Math.max(0, x); column < Math.min((long) under.width(), (long) x + over.width()); column++) {
                int at = row * under.width() + column;
                samples[at] = (byte) how.of(samples[at] & 0xFF, over.at(column - x, row - y, 0));
            }
        }
        return Picture.of(under.width(), under.height(), 1, samples);
    }

    /**
     * White made to reach further, or black where {@code by} is negative.
     *
     * @param by      pixels
     * @param tapered whether corners are cut, so that points become diamonds and not squares
     */
    public static Picture grown(Picture mask, int by, boolean tapered) {
        if (by < 0) {
            return Pictures.inverted(grown(Pictures.inverted(mask), -by, tapered));
        }
        int far = Math.min(by, mask.width() + mask.height());
        if (!tapered) {
            return Reach.square(mask, far);
        }
        Picture grown = far % 2 == 0 && far > 0 ? Reach.cross(mask) : mask;
        int odd = far % 2 == 0 ? far - 1 : far;
        return odd > 0 ? Reach.cross(Reach.diagonals(grown, (odd - 1) / 2)) : grown;
    }

    /** Fading towards the sides of the mask's own frame, over so many pixels each. ComfyUI's FeatherMask. */
    public static Picture framed(Picture mask, int left, int top, int right, int bottom) {
        int width = mask.width();
        int height = mask.height();
        byte[] samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            float down = ramp(y, Math.min(top, height)) * ramp(height - 1 - y, Math.min(bottom, height));
            for (int x = 0; x < width; x++) {
                samples[y * width + x] = (byte) Math.round(mask.at(x, y, 0) * down * ramp(x, Math.min(left, width)) * ramp(width - 1 - x, Math.min(right, width)));
            }
        }
        return Picture.of(width, height, 1, samples);
    }

    private static float ramp(int at, int over) {
        return at < over ? (at + 1f) / over : 1;
    }

    /**
     * White where a picture has a colour.
     *
     * @param colour    0xRRGGBB
     * @param tolerance how far from it still counts whole, in levels of 255 of the distance in RGB; black to white is 441
     * @param softness  over how much more it fades
     */
    public static Picture ofColour(Picture picture, int colour, double tolerance, double softness) {
        Picture from = Pictures.withoutAlpha(picture);
        byte[] samples = new byte[from.width() * from.height()];
        for (int at = 0; at < samples.length; at++) {
            int red = (from.samples()[at * 3] & 0xFF) - (colour >> 16 & 0xFF);
            int green = (from.samples()[at * 3 + 1] & 0xFF) - (colour >> 8 & 0xFF);
            int blue = (from.samples()[at * 3 + 2] & 0xFF) - (colour & 0xFF);
            double beyond = Math.sqrt(red * red + green * green + blue * blue) - tolerance;
            samples[at] = (byte) (beyond <= 0 ? 255 : beyond >= softness ? 0 : Math.round(255 * (1 - beyond / softness)));
        }
        return Picture.of(from.width(), from.height(), 1, samples);
    }

    /** White where grey is within two levels, fading over {@code softness} levels outside. */
    public static Picture between(Picture grey, int least, int most, int softness) {
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            int beyond = Math.max(least - i, i - most);
            table[i] = (byte) (beyond <= 0 ? 255 : beyond > softness ? 0 : Math.round(255.0 * (softness + 1 - beyond) / (softness + 1)));
        }
        byte[] samples = new byte[grey.samples().length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = table[grey.samples()[at] & 0xFF];
        }
        return Picture.of(grey.width(), grey.height(), 1, samples);
    }

    /** One channel of a picture. A picture without alpha is opaque all over; a grey one is its own red, green and blue. */
    public static Picture channel(Picture picture, int channel) {
        int channels = picture.channels();
        if (channel == 3 && channels != 4) {
            return solid(picture.width(), picture.height(), 255);
        }
        byte[] samples = new byte[picture.width() * picture.height()];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = picture.samples()[channels == 1 ? at : at * channels + channel];
        }
        return Picture.of(picture.width(), picture.height(), 1, samples);
    }
}
