package easel.ui.canvas;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * How the canvas is looked at.
 *
 * @param zoom 1 shows the canvas's own pixels as the screen's logical ones; 0.05 to 4
 * @param x    where the canvas's origin stands in the component, in logical pixels
 * @param y    likewise
 */
public record Camera(double zoom, double x, double y) {

    /** As small as the canvas can be seen. */
    public static final double LEAST = 0.05;
    /** As large as it can be seen. */
    public static final double MOST = 4;
    /** Round what is shown whole, in logical pixels; below it lie the bar of the zoom and the overview. */
    private static final int AIR = 40;
    private static final int AIR_BELOW = 64;
    /** Between what is shown and what lies over the canvas. */
    private static final int BESIDE = 16;
    /** Actual size, origin near the upper left corner. */
    public static final Camera START = new Camera(1, 40, 40);
    /** One notch of a wheel; four double the size. */
    static final double NOTCH = Math.pow(2, 0.25);

    public Camera {
        zoom = Double.isFinite(zoom) ? Math.clamp(zoom, LEAST, MOST) : 1;
        x = sane(x);
        y = sane(y);
    }

    private static double sane(double offset) {
        return Double.isFinite(offset) ? Math.clamp(offset, -1e8, 1e8) : 0;
    }

    /** The place of the canvas under a point of the component. */
    Point2D.Double at(Point point) {
        return new Point2D.Double((point.x - x) / zoom, (point.y - y) / zoom);
    }

    /** The point of the component over a place of the canvas. */
    Point on(double placeX, double placeY) {
        return new Point((int) Math.round(x + placeX * zoom), (int) Math.round(y + placeY * zoom));
    }

    Camera moved(double dx, double dy) {
        return new Camera(zoom, x + dx, y + dy);
    }

    /** Another zoom; what is under {@code point} stays there. */
    Camera zoomed(double other, Point point) {
        double next = Math.clamp(other, LEAST, MOST);
        return new Camera(next, point.x - (point.x - x) / zoom * next, point.y - (point.y - y) / zoom * next);
    }

    /** The next zoom up or down the ladder of notches, so that sizes come again and their glyphs are known. */
    double notch(double notches) {
        if (notches != Math.rint(notches)) {
            return zoom * Math.pow(NOTCH, notches);
        }
        double at = Math.log(zoom) / Math.log(NOTCH);
        double rung = Math.rint(at);
        double from = Math.abs(at - rung) < 1e-6 ? rung : notches > 0 ? Math.floor(at) : Math.ceil(at);
        return Math.pow(NOTCH, from + notches);
    }

    /** The same no smaller than {@code least}: of what is larger then than the component, the part round {@code first}. */
    static Camera beginning(Rectangle2D bounds, Rectangle2D first, int width, int height, double largest, double least) {
        Camera whole = fitting(bounds, width, height, largest);
        if (whole.zoom >= least) {
            return whole;
        }
        return new Camera(least, beginning(bounds.getMinX() * least, bounds.getMaxX() * least, first.getMinX() * least - AIR, AIR, width - AIR),
                beginning(bounds.getMinY() * least, bounds.getMaxY() * least, first.getCenterY() * least - height / 2.0, AIR, height - AIR_BELOW));
    }

    /** Where the origin stands along one axis: what fits between two edges in their middle, else seen from {@code start} on, without air beyond the ends. */
    private static double beginning(double from, double to, double start, double near, double far) {
        return to - from <= far - near ? (near + far - from - to) / 2 : Math.clamp(-start, far - to, near - from);
    }

    /** Where a part of the canvas stands in the component. */
    Rectangle2D shown(Rectangle2D part) {
        return new Rectangle2D.Double(x + part.getX() * zoom, y + part.getY() * zoom, part.getWidth() * zoom, part.getHeight() * zoom);
    }

    /** The same in what {@code over}, which lies in the lower right corner, leaves: left of it or above, where that is larger. */
    static Camera fittingBeside(Rectangle over, Rectangle2D bounds, int width, int height, double largest) {
        Camera left = fitting(bounds, over.x + AIR - BESIDE, height, largest);
        Camera above = fitting(bounds, width, over.y + AIR_BELOW - BESIDE, largest);
        return left.zoom >= above.zoom ? left : above;
    }

    /** Everything in {@code bounds} in the middle of a component, at most at {@code largest}. */
    static Camera fitting(Rectangle2D bounds, int width, int height, double largest) {
        double high = height - AIR - AIR_BELOW;
        double zoom = Math.min(largest, Math.min((width - 2.0 * AIR) / Math.max(1, bounds.getWidth()), high / Math.max(1, bounds.getHeight())));
        double clamped = Math.clamp(zoom, LEAST, MOST);
        return new Camera(clamped, width / 2.0 - bounds.getCenterX() * clamped, AIR + high / 2 - bounds.getCenterY() * clamped);
    }
}
