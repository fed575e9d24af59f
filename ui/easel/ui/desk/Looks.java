package easel.ui.desk;

import easel.graph.NodeId;
import java.util.Set;

/**
 * How a workflow is looked at; part of what comes back after a restart, not of the workflow.
 *
 * @param face     form or nodes
 * @param zoom     of the nodes; 0 if they were not looked at yet
 * @param x        where the canvas's origin stands, in logical pixels
 * @param y        likewise
 * @param selected the nodes that are selected
 * @param locked   whether what is there stays as it is
 */
public record Looks(Face face, double zoom, double x, double y, Set<NodeId> selected, boolean locked) {

    static final Looks DEFAULT = new Looks(Face.SIMPLE, 0, 0, 0, Set.of(), false);

    public Looks {
        selected = Set.copyOf(selected);
    }

    /** The same with the other face. */
    public Looks with(Face other) {
        return new Looks(other, zoom, x, y, selected, locked);
    }

    /** The same with the nodes seen from elsewhere. */
    public Looks from(double otherZoom, double otherX, double otherY) {
        return new Looks(face, otherZoom, otherX, otherY, selected, locked);
    }

    /** The same with other nodes selected. */
    public Looks selecting(Set<NodeId> others) {
        return new Looks(face, zoom, x, y, others, locked);
    }

    /** The same, locked or not. */
    public Looks locking(boolean now) {
        return new Looks(face, zoom, x, y, selected, now);
    }
}
