package easel.ui.canvas;

import easel.graph.Edit;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A line drawn over wires that are to be cut. */
final class CutDrag {

    private final Scene scene;
    private final WireShape shape;
    private final float[] points = new float[512];
    private final List<Point2D.Double> line = new ArrayList<>();
    private final Set<Wire> crossed = new LinkedHashSet<>();

    CutDrag(Scene scene, WireShape shape, Point2D.Double from) {
        this.scene = scene;
        this.shape = shape;
        line.add(from);
    }

    /** The line so far, in the canvas's pixels. */
    List<Point2D.Double> line() {
        return line;
    }

    /** The line goes on; gives the wires that it crosses now and did not before. */
    List<Wire> on(Point2D.Double to) {
        Point2D.Double from = line.getLast();
        line.add(to);
        List<Wire> fresh = new ArrayList<>();
        for (Wire wire : scene.wires()) {
            if (!crossed.contains(wire) && !wire.isHidden() && crosses(wire, from, to)) {
                crossed.add(wire);
                wire.cut = true;
                fresh.add(wire);
            }
        }
        return fresh;
    }

    private boolean crosses(Wire wire, Point2D.Double from, Point2D.Double to) {
        double reach = WireShape.reach(wire.x0(), wire.x1());
        if (Math.max(from.x, to.x) < Math.min(wire.x0(), wire.x1()) - reach || Math.min(from.x, to.x) > Math.max(wire.x0(), wire.x1()) + reach
                || Math.max(from.y, to.y) < Math.min(wire.y0(), wire.y1()) || Math.min(from.y, to.y) > Math.max(wire.y0(), wire.y1())) {
            return false;
        }
        int count = shape.trace(wire.x0(), wire.y0(), wire.x1(), wire.y1(), 1, points);
        for (int i = 0; i + 3 < count; i += 2) {
            if (Line2D.linesIntersect(from.x, from.y, to.x, to.y, points[i], points[i + 1], points[i + 2], points[i + 3])) {
                return true;
            }
        }
        return false;
    }

    /** Nothing is to be cut any more; gives the wires that were. */
    Set<Wire> end() {
        crossed.forEach(w -> w.cut = false);
        return crossed;
    }

    /** Cuts what was crossed and is still there. */
    Optional<Edit> edit() {
        List<Edit> cuts = new ArrayList<>();
        crossed.stream().filter(w -> scene.wire(w.input()).orElse(null) == w).forEach(w -> cuts.add(new Edit.Disconnect(w.input())));
        return cuts.isEmpty() ? Optional.empty() : Optional.of(cuts.size() == 1 ? cuts.getFirst() : new Edit.Together(cuts));
    }
}
