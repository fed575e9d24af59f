package easel.ui.canvas;

import easel.graph.Edit;
import easel.graph.GroupEdit;
import easel.graph.GroupId;
import easel.graph.NodeId;
import easel.graph.Offset;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Nodes and groups that are moved as one: with a group goes what lies in it. */
record Load(Set<NodeView> nodes, Set<GroupView> groups) {

    /**
     * What moves when some nodes and groups are moved. A pinned node stays, unless its group moves.
     *
     * @param pinned whether pinned nodes come too
     */
    static Load of(Scene scene, Collection<NodeView> nodes, Collection<GroupView> groups, boolean pinned) {
        Set<NodeView> all = new LinkedHashSet<>();
        nodes.stream().filter(n -> pinned || !n.node().pinned()).forEach(all::add);
        Set<GroupView> frames = new LinkedHashSet<>(groups);
        for (GroupView group : groups) {
            all.addAll(scene.nodesIn(group));
            frames.addAll(scene.groupsIn(group));
        }
        return new Load(all, frames);
    }

    boolean isEmpty() {
        return nodes.isEmpty() && groups.isEmpty();
    }

    /** Shows all of it elsewhere than the document has it. */
    void drag(Surface surface, double dx, double dy) {
        for (GroupView group : groups) {
            group.drag(surface, dx, dy);
        }
        for (NodeView node : nodes) {
            if (node.dragX != dx || node.dragY != dy) {
                surface.touchWithWires(node);
                node.dragX = dx;
                node.dragY = dy;
                surface.touchWithWires(node);
            }
        }
    }

    /** The edit that moves it. */
    Edit moved(Offset by) {
        Set<NodeId> ids = nodes.stream().map(NodeView::id).collect(Collectors.toSet());
        Set<GroupId> frames = groups.stream().map(GroupView::id).collect(Collectors.toSet());
        return frames.isEmpty() ? new Edit.MoveNodes(ids, by) : new GroupEdit.MoveGroups(frames, ids, by);
    }

    /** Where its things stand. */
    List<Rectangle2D> boxes() {
        List<Rectangle2D> boxes = new ArrayList<>();
        groups.forEach(g -> boxes.add(g.box()));
        nodes.forEach(n -> boxes.add(n.box()));
        return boxes;
    }

    /** The rectangle round it; it must not be empty. */
    Rectangle2D bounds() {
        Rectangle2D all = null;
        for (Rectangle2D box : boxes()) {
            if (all == null) {
                all = box;
            } else {
                all.add(box);
            }
        }
        if (all == null) {
            throw new IllegalStateException("nothing is carried");
        }
        return all;
    }
}
