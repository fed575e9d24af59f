package easel.pixels;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A curve through points that never overshoots between them: Fritsch and Carlson, Monotone Piecewise Cubic
 * Interpolation, 1980. Level before the first point and after the last.
 */
public final class Curve implements IntUnaryOperator {

    private final double[] x;
    private final double[] y;
    private final double[] slope;

    /** A point, both 0 to 1. */
    public record Point(double x, double y) {}

    /** @param points by rising x, at least one */
    public Curve(List<Point> points) {
        int count = points.size();
        x = points.stream().mapToDouble(Point::x).toArray();
        y = points.stream().mapToDouble(Point::y).toArray();
        slope = new double[count];
        double[] rise = new double[Math.max(0, count - 1)];
        for (int i = 0; i < rise.length; i++) {
            rise[i] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        }
        for (int i = 0; i < count && rise.length > 0; i++) {
            double before = rise[Math.max(0, i - 1)];
            double after = rise[Math.min(rise.length - 1, i)];
            slope[i] = before * after <= 0 ? 0 : (before + after) / 2;
        }
        for (int i = 0; i < rise.length; i++) {
            limit(i, rise[i]);
        }
    }

    /** Slopes within the circle of radius 3 that the paper proves to be enough. */
    private void limit(int i, double rise) {
        if (rise == 0) {
            slope[i] = 0;
            slope[i + 1] = 0;
            return;
        }
        double a = slope[i] / rise;
        double b = slope[i + 1] / rise;
        double length = Math.hypot(a, b);
        if (length > 3) {
            slope[i] = 3 / length * a * rise;
            slope[i + 1] = 3 / length * b * rise;
        }
    }

    /** The curve's height at a place, both 0 to 1. */
    public double at(double place) {
        int last = x.length - 1;
        if (place <= x[0]) {
            return y[0];
        }
        if (place >= x[last]) {
            return y[last];
        }
        int i = 0;
        while (x[i + 1] < place) {
            i++;
        }
        double step = x[i + 1] - x[i];
        double t = (place - x[i]) / step;
        double far = t * t * (3 - 2 * t);
        double bend = t * (1 - t) * ((1 - t) * slope[i] - t * slope[i + 1]) * step;
        return y[i] * (1 - far) + y[i + 1] * far + bend;
    }

    @Override
    public int applyAsInt(int sample) {
        return Math.clamp(Math.round(at(sample / 255.0) * 255), 0, 255);
    }
}
