package easel.ui.canvas;

import easel.graph.Alignment;
import easel.graph.Area;
import easel.graph.Edit;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Placement;
import easel.graph.Position;
import easel.graph.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings nodes into order; pinned ones stay where they are. */
final class ArrangeDeeds {

    private final CanvasView view;

    ArrangeDeeds(CanvasView view) {
        this.view = view;
    }

    private List<NodeView> free() {
        return view.deeds().nodes().stream().filter(n -> !n.node().pinned()).toList();
    }

    boolean can(Alignment way) {
        return free().size() >= way.least();
    }

    /** Brings the selected nodes into line. */
    void align(Alignment way) {
        Map<NodeId, Area> areas = new LinkedHashMap<>();
        free().forEach(n -> areas.put(n.id(), new Area(new Position(n.x(), n.y()), n.size())));
        arrange(new Edit.Arrange(way.places(areas), Map.of()));
    }

    /** Lays out the selected nodes along their wires, or all where less than two are selected; groups stay round what lies in them. */
    void tidy() {
        List<NodeView> some = free();
        List<NodeView> all = some.size() > 1 ? some : view.scene().nodes().stream().filter(n -> !n.node().pinned()).toList();
        Set<NodeId> ids = all.stream().map(NodeView::id).collect(Collectors.toSet());
        arrange(Placement.of(view.document().body(), this::size, ids).edit());
    }

    private Size size(Node node) {
        return view.size(node.id()).orElse(new Size(0, 0));
    }

    private void arrange(Edit.Arrange edit) {
        if (!edit.on(view.document()).equals(view.document())) {
            view.edit(edit);
        }
    }
}
