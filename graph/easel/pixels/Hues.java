package easel.pixels;

import easel.engine.Picture;

/** Changes of hue, saturation and lightness, on the stored values as HSL has them (Joblove and Greenberg, 1978). */
public final class Hues {

    private Hues() {}

    /**
     * The picture with its colours turned.
     *
     * @param hue        degrees round the wheel
     * @param saturation times as much; 0 is grey
     * @param lightness  -1 black, 0 as it is, 1 white
     */
    public static Picture turned(Picture picture, double hue, double saturation, double lightness) {
        Picture coloured = Pictures.opaqueIfGrey(picture);
        int channels = coloured.channels();
        byte[] from = coloured.samples();
        byte[] samples = from.clone();
        int row = coloured.width() * channels;
        float by = (float) Math.floorMod(Math.round(hue * 1000), 360_000L) / 60_000;   // sixths of the wheel
        Bands.each(coloured.height(), (first, end) -> {
            for (int at = first * row; at < end * row; at += channels) {
                turn(from, samples, at, by, (float) saturation, (float) lightness);
            }
        });
        return Picture.of(coloured.width(), coloured.height(), channels, samples);
    }

    private static void turn(byte[] from, byte[] to, int at, float by, float saturation, float lightness) {
        float red = (from[at] & 0xFF) / 255f;
        float green = (from[at + 1] & 0xFF) / 255f;
        float blue = (from[at + 2] & 0xFF) / 255f;
        float most = Math.max(red, Math.max(green, blue));
        float least = Math.min(red, Math.min(green, blue));
        float light = (most + least) / 2;
        float spread = most - least;
        float hue = 0;
        float full = 0;
        if (spread > 0) {
            full = spread / (1 - Math.abs(2 * light - 1));
            hue = most == red ? (green - blue) / spread + 6 : most == green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
        }
        light = lightness < 0 ? light * (1 + lightness) : light + (1 - light) * lightness;
        float chroma = (1 - Math.abs(2 * light - 1)) * Math.clamp(full * saturation, 0, 1);
        float bottom = light - chroma / 2;
        hue = (hue + by) % 6;
        to[at] = sample(bottom, chroma, hue);
        to[at + 1] = sample(bottom, chroma, (hue + 4) % 6);
        to[at + 2] = sample(bottom, chroma, (hue + 2) % 6);
    }

    /** Red's share at a hue; green's and blue's are the same a third of the wheel further. */
    private static byte sample(float bottom, float chroma, float hue) {
        float share = Math.clamp(Math.abs(hue - 3) - 1, 0, 1);
        return (byte) Math.clamp(Math.round((bottom + chroma * share) * 255), 0, 255);
    }
}
