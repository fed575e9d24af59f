package easel.pixels;

/** To which size something is scaled. */
public sealed interface Sizing {

    /** Far beyond every picture, and small enough to be multiplied in a long. */
    int MOST = 1 << 30;

    /** To this size; 0 keeps the sides' ratio. */
    record To(int width, int height, boolean crop) implements Sizing {}

    /** By this factor. */
    record By(double factor) implements Sizing {}

    /** The new size in pixels, a multiple of {@code step}; it may be larger than what can be painted. */
    default Size of(int width, int height, int step) {
        return switch (this) {
            case To(int w, int h, boolean _) when w == 0 && h == 0 -> new Size(width, height);
            case To(int w, int h, boolean _) -> new Size(side(w == 0 ? (double) width * h / height : w, step), side(h == 0 ? (double) height * w / width : h, step));
            case By(double factor) -> new Size(side(width * factor, step), side(height * factor, step));
        };
    }

    private static int side(double pixels, int step) {
        return (int) Math.clamp(Math.round(pixels / step) * (double) step, step, MOST);
    }

    /** A size in pixels. */
    record Size(int width, int height) {}
}
