package easel.ui.mask;

import easel.graph.MaskShape;
import easel.ui.widget.Grip;

/** Where a shape is held by its handles, and what becomes of it, in parts of the picture. */
final class Handles {

    private Handles() {}

    static double x(Grip grip, MaskShape shape) {
        return shape.x() + shape.width() * (grip.across() + 1) / 2;
    }

    static double y(Grip grip, MaskShape shape) {
        return shape.y() + shape.height() * (grip.down() + 1) / 2;
    }

    /** The shape once it was drawn by so much; past its other side it is turned over. */
    static MaskShape drawn(Grip grip, MaskShape shape, double right, double lower) {
        double left = shape.x() + (grip.across() < 0 ? right : 0);
        double end = shape.x() + shape.width() + (grip.across() > 0 ? right : 0);
        double top = shape.y() + (grip.down() < 0 ? lower : 0);
        double bottom = shape.y() + shape.height() + (grip.down() > 0 ? lower : 0);
        return shape.in(Math.min(left, end), Math.min(top, bottom), Math.abs(end - left), Math.abs(bottom - top));
    }
}
