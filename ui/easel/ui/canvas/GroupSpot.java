package easel.ui.canvas;

import easel.graph.Group;
import easel.ui.widget.Grip;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a group that a hand can take: its head, the sign that folds what lies in it, or an edge.
 *
 * @param grip the edge or corner; null for the head
 * @param fold whether it is the sign in the head
 */
record GroupSpot(GroupView group, @Nullable Grip grip, boolean fold) {

    /** How near an edge, in logical pixels, the pointer is on it. */
    private static final double EDGE = 5;
    private static final double CORNER = 14;
    /** What of a head is taken hold of at least, in logical pixels. */
    private static final double LEAST_HEAD = 14;
    /** The sign that folds, from the right edge, in the canvas's pixels. */
    static final int FOLD = 32;

    /** The uppermost group's part at a place of the canvas, or null; what lies within frames is not a part of them. */
    static @Nullable GroupSpot at(Scene scene, double x, double y, double zoom) {
        List<GroupView> groups = scene.groups();
        for (int i = groups.size() - 1; i >= 0; i--) {
            GroupView group = groups.get(i);
            Rectangle2D box = group.box();
            Grip grip = Grip.at(box, x, y, EDGE / zoom, CORNER / zoom);
            if (grip != null) {
                return new GroupSpot(group, grip, false);
            }
            double head = Math.min(Math.max(Group.HEAD, LEAST_HEAD / zoom), box.getHeight());
            if (box.contains(x, y) && y - box.getY() <= head) {
                return new GroupSpot(group, null, zoom >= NodePainter.BLOCKS && box.getMaxX() - x <= FOLD);
            }
        }
        return null;
    }
}
