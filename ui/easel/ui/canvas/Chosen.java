package easel.ui.canvas;

import com.mxgraph.view.mxGraph;
import easel.graph.NodeId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is selected, and what the pointer is over. */
final class Chosen {

    private final mxGraph graph;
    private final Surface surface;
    private final BiConsumer<Set<NodeId>, Set<NodeId>> changed;
    private final Runnable otherGroups;
    private Set<NodeView> nodes = Set.of();
    private Set<GroupView> groups = Set.of();
    private @Nullable NodeView marked;
    private @Nullable NodeView hovered;
    private @Nullable GroupView hoveredGroup;

    /**
     * @param changed     is told the selected nodes before and now
     * @param otherGroups is told that other groups are selected
     */
    Chosen(mxGraph graph, Surface surface, BiConsumer<Set<NodeId>, Set<NodeId>> changed, Runnable otherGroups) {
        this.graph = graph;
        this.surface = surface;
        this.changed = changed;
        this.otherGroups = otherGroups;
    }

    Set<NodeView> nodes() {
        return nodes;
    }

    Set<NodeId> ids() {
        return ids(nodes);
    }

    private static Set<NodeId> ids(Set<NodeView> nodes) {
        return nodes.stream().map(NodeView::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The selected groups. */
    Set<GroupView> groups() {
        return groups;
    }

    boolean isEmpty() {
        return nodes.isEmpty() && groups.isEmpty();
    }

    /** Selects these nodes and nothing else. */
    void only(Collection<NodeView> others) {
        only(others, Set.of());
    }

    /** Selects these and nothing else. */
    void only(Collection<NodeView> others, Collection<GroupView> frames) {
        Set<GroupView> nextGroups = new LinkedHashSet<>(frames);
        boolean framesDiffer = !nextGroups.equals(groups);
        if (framesDiffer) {
            show(groups, false);
            groups = nextGroups;
            show(groups, true);
        }
        choose(others);
        mark(null);
        if (framesDiffer) {
            otherGroups.run();
        }
    }

    /** The node that keys go on from: the marked one, else the one that was selected last; null for none. */
    @Nullable NodeView lead() {
        return marked != null ? marked : nodes.stream().reduce((_, last) -> last).orElse(null);
    }

    /** The node that keys went to without selecting it, or null. */
    @Nullable NodeView marked() {
        return marked;
    }

    /** Marks a node that keys go on from, whatever is selected; null for none. */
    void mark(@Nullable NodeView view) {
        NodeView before = marked;
        marked = view;
        if (before != null && before != view) {
            before.marked = false;
            surface.touch(before);
        }
        if (view != null && before != view) {
            view.marked = true;
            surface.touch(view);
        }
    }

    /** Selects the node that keys go on from as well, or takes it out; it stays marked. */
    void toggleLead() {
        NodeView at = lead();
        if (at != null) {
            Set<NodeView> other = new LinkedHashSet<>(nodes);
            if (!other.remove(at)) {
                other.add(at);
            }
            only(other, groups);
            mark(at);
        }
    }

    private void choose(Collection<NodeView> others) {
        Set<NodeView> next = new LinkedHashSet<>(others);
        if (next.equals(nodes)) {
            return;
        }
        Set<NodeView> before = nodes;
        nodes = next;
        Set<NodeView> other = new HashSet<>(before);
        other.addAll(next);
        for (NodeView view : other) {
            boolean now = next.contains(view);
            if (view.selected != now) {
                view.selected = now;
                surface.touchWithWires(view);
            }
        }
        graph.getSelectionModel().setCells(next.stream().map(NodeView::cell).toArray());
        changed.accept(ids(before), ids(next));
    }

    private void show(Set<GroupView> all, boolean now) {
        for (GroupView group : all) {
            group.selected = now;
            surface.touch(group);
        }
    }

    @Nullable NodeView hovered() {
        return hovered;
    }

    void hoverNode(@Nullable NodeView view) {
        if (hovered == view) {
            return;
        }
        NodeView before = hovered;
        hovered = view;
        if (before != null) {
            before.hovered = false;
            surface.touchWithWires(before);
        }
        if (view != null) {
            view.hovered = true;
            surface.touchWithWires(view);
        }
    }

    @Nullable GroupView hoveredGroup() {
        return hoveredGroup;
    }

    void hoverGroup(@Nullable GroupView group) {
        if (hoveredGroup == group) {
            return;
        }
        if (hoveredGroup != null) {
            hoveredGroup.hovered = false;
            surface.touch(hoveredGroup);
        }
        hoveredGroup = group;
        if (group != null) {
            group.hovered = true;
            surface.touch(group);
        }
    }

    /** What is in the scene no more is neither selected nor under the pointer; gives the nodes that were selected. */
    Set<NodeView> leaveGone(Scene scene) {
        Set<NodeView> gone = nodes.stream().filter(v -> scene.node(v.id()).orElse(null) != v).collect(Collectors.toSet());
        Set<GroupView> frames = groups.stream().filter(scene.groups()::contains).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!gone.isEmpty() || frames.size() < groups.size()) {
            NodeView kept = marked;
            only(nodes.stream().filter(v -> !gone.contains(v)).collect(Collectors.toCollection(LinkedHashSet::new)), frames);
            mark(kept);
        }
        if (marked != null && scene.node(marked.id()).orElse(null) != marked) {
            mark(null);
        }
        if (hoveredGroup != null && !scene.groups().contains(hoveredGroup)) {
            hoveredGroup = null;
        }
        if (hovered != null && scene.node(hovered.id()).orElse(null) != hovered) {
            hovered = null;
        }
        return gone;
    }
}
