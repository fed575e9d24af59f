package easel.ui.canvas;

import easel.graph.Area;
import easel.graph.Edit;
import easel.graph.FreshIds;
import easel.graph.Group;
import easel.graph.GroupEdit;
import easel.graph.GroupId;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Size;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done with groups: every deed is an edit of the document. */
final class GroupDeeds {

    private final CanvasView view;

    GroupDeeds(CanvasView view) {
        this.view = view;
    }

    private Set<GroupId> selected() {
        return view.chosen().groups().stream().map(GroupView::id).collect(Collectors.toSet());
    }

    boolean any() {
        return !view.chosen().groups().isEmpty();
    }

    /** Puts a group round what is selected, and asks for its title. */
    void group() {
        Load load = Load.of(view.scene(), view.chosen().nodes(), view.chosen().groups(), true);
        FreshIds fresh = new FreshIds(name -> view.document().body().group(new GroupId(name)).isPresent());
        Group group = Group.of(fresh.like("group"), view.scene().say().words("group.title"), Group.around(area(load.bounds())));
        view.edit(new GroupEdit.AddGroup(group));
        view.scene().group(group.id()).ifPresent(made -> {
            view.chosen().only(Set.of(), Set.of(made));
            view.over().rename();
        });
    }

    private static Area area(Rectangle2D box) {
        return new Area(new Position(box.getX(), box.getY()), new Size(box.getWidth(), box.getHeight()));
    }

    /** Whether something lies in a selected group, for it to fit. */
    boolean canFit() {
        return view.chosen().groups().stream().anyMatch(g -> !content(g).isEmpty());
    }

    /** Makes the selected groups as large as what lies in them needs. */
    void fit() {
        List<Edit> edits = new ArrayList<>();
        for (GroupView group : view.chosen().groups()) {
            Load content = content(group);
            if (!content.isEmpty()) {
                edits.add(new GroupEdit.ResizeGroup(group.id(), Group.around(area(content.bounds()))));
            }
        }
        view.edit(edits.size() == 1 ? edits.getFirst() : new Edit.Together(edits));
    }

    private Load content(GroupView group) {
        return new Load(view.scene().nodesIn(group), view.scene().groupsIn(group));
    }

    /** Selects what lies in the selected groups. */
    void selectContent() {
        Load load = Load.of(view.scene(), Set.of(), view.chosen().groups(), true);
        view.chosen().only(load.nodes());
    }

    /** Shows the heads alone of all that lies in a group, or all of it again; the frame becomes no taller than that needs, or tall enough. */
    void fold(GroupView group) {
        Set<NodeView> inside = view.scene().nodesIn(group);
        Set<NodeId> ids = inside.stream().map(NodeView::id).collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            boolean folds = !inside.stream().map(NodeView::node).allMatch(Node::collapsed);
            Edit heads = new Edit.SetCollapsed(ids, folds);
            Area frame = group.group().area();
            double bottom = Group.AIR + Stream.concat(inside.stream().map(n -> n.node().position().y() + view.scene().size(n.node().collapsed(folds)).height()),
                    view.scene().groupsIn(group).stream().map(g -> g.group().area().bottom())).mapToDouble(y -> y).max().orElseThrow();
            double height = folds ? Math.min(frame.size().height(), bottom - frame.at().y()) : Math.max(frame.size().height(), bottom - frame.at().y());
            boolean fits = height == frame.size().height() || !(height >= GroupView.LEAST_HEIGHT);
            view.edit(fits ? heads : new Edit.Combined(heads, List.of(heads,
                    new GroupEdit.ResizeGroup(group.id(), new Area(frame.at(), new Size(frame.size().width(), height))))));
        }
    }

    void colour(@Nullable String colour) {
        view.edit(new GroupEdit.ColourGroups(selected(), colour));
    }
}
