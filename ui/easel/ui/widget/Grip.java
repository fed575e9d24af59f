package easel.ui.widget;

import java.awt.Cursor;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** An edge or a corner of a rectangle, by which it is made larger and smaller. */
public enum Grip {
    // Corners first: on something small they are what one wants.
    NORTH_WEST(-1, -1, Cursor.NW_RESIZE_CURSOR),
    NORTH_EAST(1, -1, Cursor.NE_RESIZE_CURSOR),
    SOUTH_WEST(-1, 1, Cursor.SW_RESIZE_CURSOR),
    SOUTH_EAST(1, 1, Cursor.SE_RESIZE_CURSOR),
    NORTH(0, -1, Cursor.N_RESIZE_CURSOR),
    SOUTH(0, 1, Cursor.S_RESIZE_CURSOR),
    WEST(-1, 0, Cursor.W_RESIZE_CURSOR),
    EAST(1, 0, Cursor.E_RESIZE_CURSOR);

    private final int across;
    private final int down;
    private final int cursor;

    Grip(int across, int down, int cursor) {
        this.across = across;
        this.down = down;
        this.cursor = cursor;
    }

    /** The pointer's shape over it. */
    public int cursor() {
        return cursor;
    }

    /** -1 if it moves the left edge, 1 if the right one, else 0. */
    public int across() {
        return across;
    }

    /** -1 if it moves the upper edge, 1 if the lower one, else 0. */
    public int down() {
        return down;
    }

    /**
     * The one at a place, or null.
     *
     * @param edge   how near an edge counts, in the same pixels
     * @param corner how near both edges of a corner counts
     */
    public static @Nullable Grip at(Rectangle2D box, double x, double y, double edge, double corner) {
        if (x < box.getMinX() - edge || x > box.getMaxX() + edge || y < box.getMinY() - edge || y > box.getMaxY() + edge) {
            return null;
        }
        boolean left = x - box.getMinX() <= edge;
        boolean right = box.getMaxX() - x <= edge;
        boolean top = y - box.getMinY() <= edge;
        boolean bottom = box.getMaxY() - y <= edge;
        if (!left && !right && !top && !bottom) {
            return null;
        }
        int across = left || x - box.getMinX() <= corner && (top || bottom) ? -1
                : right || box.getMaxX() - x <= corner && (top || bottom) ? 1 : 0;
        int down = top || y - box.getMinY() <= corner && (left || right) ? -1
                : bottom || box.getMaxY() - y <= corner && (left || right) ? 1 : 0;
        for (Grip grip : values()) {
            if (grip.across == across && grip.down == down) {
                return grip;
            }
        }
        return null;
    }
}
