package easel.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A shape drawn on a picture. Where it lies is told in parts of the picture, so that it fits another picture too; it may
 * stand out.
 *
 * @param x        of its left side, 0 at the picture's left side and 1 at its right one
 * @param y        of its upper side, likewise
 * @param width    of its box, likewise
 * @param height   likewise
 * @param subtract whether it is taken away from the shapes before it
 */
public record MaskShape(Kind kind, double x, double y, double width, double height, boolean subtract) {

    /** What it is. */
    public enum Kind {
        RECTANGLE, ELLIPSE;

        /** Its name in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far out it may lie, in pictures. */
    private static final double FAR = 10;
    /** A ten-thousandth of a picture: a pixel of the largest ones, and short in files. */
    private static final int DIGITS = 4;

    /** Rounds to a ten-thousandth of the picture. */
    public MaskShape {
        x = rounded(x, -FAR);
        y = rounded(y, -FAR);
        width = rounded(width, 0);
        height = rounded(height, 0);
    }

    private static double rounded(double number, double least) {
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException("no number");
        }
        return BigDecimal.valueOf(Math.clamp(number, least, FAR)).setScale(DIGITS, RoundingMode.HALF_UP).doubleValue() + 0.0;
    }

    /** Whether it covers nothing, wherever it is. */
    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    /** This shape elsewhere and of another size. */
    public MaskShape in(double left, double top, double wide, double high) {
        return new MaskShape(kind, left, top, wide, high, subtract);
    }

    /** This shape moved. */
    public MaskShape moved(double right, double down) {
        return in(x + right, y + down, width, height);
    }

    /** This shape, added or taken away. */
    public MaskShape subtracting(boolean other) {
        return new MaskShape(kind, x, y, width, height, other);
    }

    /** Whether it covers a place. */
    public boolean covers(double across, double down) {
        double u = across - x;
        double v = down - y;
        return switch (kind) {
            case RECTANGLE -> u >= 0 && u < width && v >= 0 && v < height;
            case ELLIPSE -> !isEmpty() && square(2 * u / width - 1) + square(2 * v / height - 1) < 1;
        };
    }

    private static double square(double number) {
        return number * number;
    }
}
