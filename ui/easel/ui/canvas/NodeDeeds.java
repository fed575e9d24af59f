package easel.ui.canvas;

import easel.graph.Area;
import easel.graph.Clipping;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Kin;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Offset;
import easel.graph.Wiring;
import easel.nodes.Catalogue;
import easel.nodes.Node.Work;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be done with the selected nodes beside moving them: every deed is an edit of the document. */
final class NodeDeeds {

    /** Where copies stand beside what they were made of, in the canvas's pixels. */
    private static final Offset BESIDE = new Offset(24, 24);

    private final CanvasView view;
    private @Nullable Point pastedAt;
    private int pastedThere;

    NodeDeeds(CanvasView view) {
        this.view = view;
    }

    private Document document() {
        return view.document();
    }

    private Set<NodeId> selection() {
        return view.selection();
    }

    /** Whether all selected nodes are so. */
    boolean all(Predicate<Node> so) {
        return view.hasSelection() && view.selected().stream().allMatch(v -> so.test(v.node()));
    }

    // ---- copies

    void copy() {
        view.host().copy(Clipping.of(document(), selection(), Set.of()));
        pastedAt = null;
    }

    void cut() {
        copy();
        view.edit(new Edit.RemoveNodes(selection()));
    }

    /** Puts what is on the clipboard where the pointer is, and each time more a little aside. */
    void paste(Point at) {
        view.host().paste(clipping -> {
            pastedThere = at.equals(pastedAt) ? pastedThere + 1 : 0;
            pastedAt = at;
            Point2D.Double place = view.camera().at(at);
            Area area = clipping.area().orElse(null);
            if (area != null) {
                double aside = pastedThere * BESIDE.dx();
                put(clipping, new Offset(Math.rint(place.x - area.at().x() + aside), Math.rint(place.y - area.at().y() + aside)), false);
            }
        });
    }

    /** @param incoming whether what feeds the selected nodes feeds their copies too */
    void duplicate(boolean incoming) {
        duplicate(selection(), BESIDE, incoming);
    }

    void duplicate(Set<NodeId> nodes, Offset by, boolean incoming) {
        put(Clipping.of(document(), nodes, Set.of()), by, incoming);
    }

    private void put(Clipping clipping, Offset by, boolean incoming) {
        Edit.Paste paste = clipping.into(document(), by, incoming);
        view.edit(paste);
        view.select(paste.nodes().stream().map(Node::id).toList());
    }

    // ---- changes

    /** Takes the selected nodes away and joins what fed them to what they fed, where that fits. */
    void deleteJoining() {
        view.edit(new Wiring(document(), Catalogue::schema).removing(selection()));
    }

    /** Puts the selected nodes into a mode, or on again if all are in it. */
    void toggle(Mode mode) {
        view.edit(new Edit.SetMode(selection(), all(n -> n.mode() == mode) ? Mode.ON : mode));
    }

    /** Whether the selected nodes can be frozen, or are: what only describes gives nothing to keep. */
    boolean canFreeze() {
        return all(n -> n.mode() == Mode.FROZEN)
                || view.host().canRun() && view.hasSelection() && view.selected().stream().allMatch(v -> works(v.node().type()));
    }

    /** Has the selected nodes give what they gave last, or work again if all are frozen. */
    void toggleFrozen() {
        if (all(n -> n.mode() == Mode.FROZEN)) {
            view.edit(new Edit.SetMode(selection(), Mode.ON));
        } else {
            view.host().freeze(selection(), view.shownKeys());
        }
    }

    void toggleCollapsed() {
        view.edit(new Edit.SetCollapsed(selection(), !all(Node::collapsed)));
    }

    void togglePinned() {
        view.edit(new Edit.SetPinned(selection(), !all(Node::pinned)));
    }

    void colour(@Nullable String colour) {
        view.edit(new Edit.SetColour(selection(), colour));
    }

    // ---- selecting

    /** Selects all that feed the selected nodes besides. */
    void selectAbove() {
        view.select(Kin.above(document().body(), selection()));
    }

    /** Selects all that the selected nodes feed besides. */
    void selectBelow() {
        view.select(Kin.below(document().body(), selection()));
    }

    /** Selects all nodes of the selected ones' types. */
    void selectSameType() {
        Set<String> types = view.selected().stream().map(v -> v.node().type()).collect(Collectors.toSet());
        view.select(document().nodes().stream().filter(n -> types.contains(n.type())).map(Node::id).toList());
    }

    // ---- running

    /** Whether a run may end at the selected nodes: one that only describes gives nothing to look at. */
    boolean canRunTo() {
        Collection<NodeView> nodes = view.selected();
        return view.hasSelection() && view.host().canRun() && nodes.stream().allMatch(v -> v.mode() == Mode.ON && works(v.node().type()));
    }

    private static boolean works(String type) {
        return Catalogue.node(type).filter(n -> n.work() == Work.FORCES || n.work() == Work.WORKS).isPresent();
    }

    void runTo() {
        view.host().runTo(selection());
    }

    /** The colours that a node can be given, after their names. */
    enum Colour {
        RED("#C4574F"), ORANGE("#C9803B"), YELLOW("#B9A03A"), GREEN("#5E9B57"), TEAL("#3D9890"), BLUE("#4A86C5"), PURPLE("#8A6CC2"), GREY("#8C8C8C");

        private final String code;

        Colour(String code) {
            this.code = code;
        }

        /** As files have it. */
        String code() {
            return code;
        }

        static List<Colour> all() {
            return List.of(values());
        }
    }
}
