package easel.ui.mask;

import easel.graph.MaskShape;
import java.awt.Cursor;

/** A handle of a selected shape's box: which of its sides it moves. */
enum Grip {
    NW(-1, -1, Cursor.NW_RESIZE_CURSOR),
    N(0, -1, Cursor.N_RESIZE_CURSOR),
    NE(1, -1, Cursor.NE_RESIZE_CURSOR),
    E(1, 0, Cursor.E_RESIZE_CURSOR),
    SE(1, 1, Cursor.SE_RESIZE_CURSOR),
    S(0, 1, Cursor.S_RESIZE_CURSOR),
    SW(-1, 1, Cursor.SW_RESIZE_CURSOR),
    W(-1, 0, Cursor.W_RESIZE_CURSOR);

    private final int across;
    private final int down;
    private final int cursor;

    Grip(int across, int down, int cursor) {
        this.across = across;
        this.down = down;
        this.cursor = cursor;
    }

    /** The pointer over it. */
    Cursor cursor() {
        return Cursor.getPredefinedCursor(cursor);
    }

    /** Where it is on a shape, in parts of the picture. */
    double x(MaskShape shape) {
        return shape.x() + shape.width() * (across + 1) / 2;
    }

    /** Likewise. */
    double y(MaskShape shape) {
        return shape.y() + shape.height() * (down + 1) / 2;
    }

    /** The shape once it was drawn by so much; past its other side it is turned over. */
    MaskShape drawn(MaskShape shape, double right, double lower) {
        double left = shape.x() + (across < 0 ? right : 0);
        double end = shape.x() + shape.width() + (across > 0 ? right : 0);
        double top = shape.y() + (down < 0 ? lower : 0);
        double bottom = shape.y() + shape.height() + (down > 0 ? lower : 0);
        return shape.in(Math.min(left, end), Math.min(top, bottom), Math.abs(end - left), Math.abs(bottom - top));
    }
}
