package easel.ui.canvas;

import easel.graph.Offset;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something that is moved comes to stand: so that an edge or its middle is in line with that of something near, else
 * on the grid, else where the hand has it.
 */
final class Snapping {

    /** The distance of the grid's lines, in the canvas's pixels. */
    static final int GRID = 8;

    private final List<Rectangle2D> others;
    private final Rectangle2D from;
    private final Habits.Snap to;
    private List<Line2D> lines = List.of();

    /**
     * @param others what stands round about
     * @param from   the rectangle round what is moved, where it was
     */
    Snapping(List<Rectangle2D> others, Rectangle2D from, Habits.Snap to) {
        this.others = others;
        this.from = from;
        this.to = to;
    }

    /**
     * Where it goes when the hand moved it so far.
     *
     * @param reach how far it is drawn, in the canvas's pixels
     */
    Offset moved(double dx, double dy, double reach) {
        lines = List.of();
        if (to == Habits.Snap.NOTHING) {
            return new Offset(Math.rint(dx), Math.rint(dy));
        }
        Double across = nearest(dx, reach, true);
        Double down = nearest(dy, reach, false);
        Offset by = new Offset(across != null ? across : rest(dx, from.getX()), down != null ? down : rest(dy, from.getY()));
        lines = lines(by, across != null, down != null);
        return by;
    }

    /** The lines that it was drawn to. */
    List<Line2D> lines() {
        return lines;
    }

    /** Whole pixels of the canvas: what was aligned by eye stays comparable to its neighbours. */
    private double rest(double d, double start) {
        return to == Habits.Snap.GRID ? Math.rint((start + d) / GRID) * GRID - start : Math.rint(d);
    }

    private @Nullable Double nearest(double d, double reach, boolean across) {
        double least = reach;
        Double best = null;
        for (Rectangle2D other : others) {
            for (int part = 0; part < 3; part++) {
                double wanted = part(other, part, across) - part(from, part, across);
                double distance = Math.abs(wanted - d);
                if (distance <= least && (best == null || distance < least)) {
                    least = distance;
                    best = wanted;
                }
            }
        }
        return best;
    }

    /** The left edge, the middle or the right edge; or the upper, the middle, the lower one. */
    private static double part(Rectangle2D of, int which, boolean across) {
        return across ? of.getX() + of.getWidth() * which / 2 : of.getY() + of.getHeight() * which / 2;
    }

    private List<Line2D> lines(Offset by, boolean across, boolean down) {
        Rectangle2D now = new Rectangle2D.Double(from.getX() + by.dx(), from.getY() + by.dy(), from.getWidth(), from.getHeight());
        List<Line2D> found = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            if (across) {
                line(now, part, true, found);
            }
            if (down) {
                line(now, part, false, found);
            }
        }
        return found;
    }

    private void line(Rectangle2D now, int part, boolean across, List<Line2D> into) {
        double at = part(now, part, across);
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (Rectangle2D other : others) {
            if (Math.abs(part(other, part, across) - at) < 0.01) {
                low = Math.min(low, across ? other.getMinY() : other.getMinX());
                high = Math.max(high, across ? other.getMaxY() : other.getMaxX());
            }
        }
        if (low <= high) {
            low = Math.min(low, across ? now.getMinY() : now.getMinX());
            high = Math.max(high, across ? now.getMaxY() : now.getMaxX());
            into.add(across ? new Line2D.Double(at, low, at, high) : new Line2D.Double(low, at, high, at));
        }
    }
}
