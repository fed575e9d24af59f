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
            mark(groups, false);
            groups = nextGroups;
            mark(groups, true);
        }
        choose(others);
        if (framesDiffer) {
            otherGroups.run();
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

    private void mark(Set<GroupView> all, boolean now) {
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
            only(nodes.stream().filter(v -> !gone.contains(v)).collect(Collectors.toCollection(LinkedHashSet::new)), frames);
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
