package easel.ui.canvas;

/** How wires go from socket to socket. */
public enum WireShape {
    /** Cubic curves that leave and arrive level. */
    CURVED,
    /** Straight, with a short level piece at either end. */
    STRAIGHT,
    /** Level and upright pieces. */
    ORTHOGONAL;

    private static final double LEAST_HANDLE = 28;
    private static final double MOST_HANDLE = 320;
    private static final double STUB = 16;

    /** How far a wire may stand out of the rectangle between its ends, to either side. */
    static double reach(double x0, double x1) {
        return Math.max(STUB, handle(x0, x1)) + 2;
    }

    private static double handle(double x0, double x1) {
        return Math.clamp(Math.abs(x1 - x0) / 2, LEAST_HANDLE, MOST_HANDLE);
    }

    /**
     * The wire as a line through points.
     *
     * @param zoom device pixels to one of the canvas
     * @param into x, y, x, y ...; what is there is overwritten
     * @return how many numbers were written
     */
    int trace(double x0, double y0, double x1, double y1, double zoom, float[] into) {
        return switch (this) {
            case CURVED -> curve(x0, y0, x1, y1, zoom, into);
            case STRAIGHT -> write(into, x0, y0, x0 + STUB * zoom, y0, x1 - STUB * zoom, y1, x1, y1);
            case ORTHOGONAL -> {
                double stub = STUB * zoom;
                yield x1 - x0 >= 2 * stub ? write(into, x0, y0, (x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1)
                        : write(into, x0, y0, x0 + stub, y0, x0 + stub, (y0 + y1) / 2, x1 - stub, (y0 + y1) / 2, x1 - stub, y1, x1, y1);
            }
        };
    }

    private static int write(float[] into, double... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            into[i] = (float) numbers[i];
        }
        return numbers.length;
    }

    private static int curve(double x0, double y0, double x1, double y1, double zoom, float[] into) {
        double handle = handle(x0 / zoom, x1 / zoom) * zoom;
        double length = Math.abs(x1 - x0) + Math.abs(y1 - y0) + handle;
        int pieces = Math.clamp((long) (length / 7), 6, into.length / 2 - 1);
        for (int i = 0; i <= pieces; i++) {
            double t = (double) i / pieces;
            double u = 1 - t;
            double a = u * u * u;
            double b = 3 * u * u * t;
            double c = 3 * u * t * t;
            double d = t * t * t;
            into[2 * i] = (float) (a * x0 + b * (x0 + handle) + c * (x1 - handle) + d * x1);
            into[2 * i + 1] = (float) ((a + b) * y0 + (c + d) * y1);
        }
        return 2 * pieces + 2;
    }

    /**
     * The distance of a place from a wire, in the canvas's pixels.
     *
     * @param points what is there is overwritten
     */
    double distance(double x0, double y0, double x1, double y1, double px, double py, float[] points) {
        int count = trace(x0, y0, x1, y1, 1, points);
        double least = Double.MAX_VALUE;
        for (int i = 0; i + 3 < count; i += 2) {
            least = Math.min(least, java.awt.geom.Line2D.ptSegDist(points[i], points[i + 1], points[i + 2], points[i + 3], px, py));
        }
        return least;
    }
}
