package easel.ui.desk;

import easel.graph.Level;
import easel.graph.NodeId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a workflow is looked at; part of what comes back after a restart, not of the workflow.
 *
 * @param face     form or nodes
 * @param zoom     of the nodes; 0 if they were not looked at yet
 * @param x        where the canvas's origin stands, in logical pixels
 * @param y        likewise
 * @param selected the nodes that are selected
 * @param level    where in the workflow one is
 * @param elsewhere how other levels were looked at last
 * @param locked   whether what is there stays as it is
 */
public record Looks(Face face, double zoom, double x, double y, Set<NodeId> selected, Level level, Map<Level, Sight> elsewhere, boolean locked) {

    static final Looks DEFAULT = new Looks(Face.SIMPLE, 0, 0, 0, Set.of(), Level.TOP, Map.of(), false);

    /** From where nodes are seen. */
    public record Sight(double zoom, double x, double y) {}

    public Looks {
        selected = Set.copyOf(selected);
        elsewhere = Map.copyOf(elsewhere);
    }

    /** The same at another level, seen as it was left. */
    public Looks at(Level next) {
        if (next.equals(level)) {
            return this;
        }
        Map<Level, Sight> others = new HashMap<>(elsewhere);
        if (zoom > 0) {
            others.put(level, new Sight(zoom, x, y));
        }
        Sight sight = others.remove(next);
        // One comes out of what one was in.
        Set<NodeId> coming = level.path() == null ? Set.of() : next.here(level.path()).map(NodeId::outermost).map(Set::of).orElse(Set.of());
        return sight == null ? new Looks(face, 0, 0, 0, coming, next, others, locked)
                : new Looks(face, sight.zoom, sight.x, sight.y, coming, next, others, locked);
    }

    /** The same with the other face. */
    public Looks with(Face other) {
        return new Looks(other, zoom, x, y, selected, level, elsewhere, locked);
    }

    /** The same with the nodes seen from elsewhere. */
    public Looks from(double otherZoom, double otherX, double otherY) {
        return new Looks(face, otherZoom, otherX, otherY, selected, level, elsewhere, locked);
    }

    /** The same with other nodes selected. */
    public Looks selecting(Set<NodeId> others) {
        return new Looks(face, zoom, x, y, others, level, elsewhere, locked);
    }

    /** The same, locked or not. */
    public Looks locking(boolean now) {
        return new Looks(face, zoom, x, y, selected, level, elsewhere, now);
    }
}
