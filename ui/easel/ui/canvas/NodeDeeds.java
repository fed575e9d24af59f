package easel.ui.canvas;

import easel.graph.Clipping;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Reroute;
import easel.graph.FreshIds;
import easel.graph.GroupEdit;
import easel.graph.GroupId;
import easel.graph.Kin;
import easel.graph.LinkEdit;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Note;
import easel.graph.Offset;
import easel.graph.Position;
import easel.graph.Size;
import easel.graph.SubgraphId;
import easel.graph.Value;
import easel.graph.Wiring;
import easel.nodes.Catalogue;
import easel.nodes.Node.Work;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be done with the selected nodes beside moving them: every deed is an edit of the document. */
final class NodeDeeds {

    /** Where copies stand beside what they were made of, in the canvas's pixels. */
    private static final Offset BESIDE = new Offset(24, 24);

    /** What an arrow key moves nodes by, in the canvas's pixels: half the distance of the dots. */
    static final int NUDGE = 8;
    /** How large a note is to begin with. */
    private static final Size NOTE = new Size(240, 128);

    private final CanvasView view;
    private @Nullable Point pastedAt;
    private int pastedThere;

    NodeDeeds(CanvasView view) {
        this.view = view;
    }

    private Document document() {
        return view.document();
    }

    /** The nodes that are meant: the selected ones, and those that lie in selected groups. */
    Set<NodeView> nodes() {
        return view.chosen().groups().isEmpty() ? view.chosen().nodes() : Load.of(view.scene(), view.chosen().nodes(), view.chosen().groups(), true).nodes();
    }

    private Set<NodeId> selection() {
        return nodes().stream().map(NodeView::id).collect(Collectors.toUnmodifiableSet());
    }

    private Set<GroupId> groups() {
        return Load.of(view.scene(), Set.of(), view.chosen().groups(), true).groups().stream().map(GroupView::id).collect(Collectors.toSet());
    }

    /** Whether any node is meant. */
    boolean any() {
        return !nodes().isEmpty();
    }

    /** Whether all nodes that are meant are so. */
    boolean all(Predicate<Node> so) {
        return any() && nodes().stream().allMatch(v -> so.test(v.node()));
    }

    /** Takes the selected nodes and groups away; what lies in the groups stays. */
    void delete() {
        Set<GroupId> frames = view.chosen().groups().stream().map(GroupView::id).collect(Collectors.toSet());
        Edit gone = new Edit.RemoveNodes(view.selection());
        Edit framesGone = new GroupEdit.RemoveGroups(frames);
        view.edit(frames.isEmpty() ? gone : view.selection().isEmpty() ? framesGone : new Edit.Combined(gone, List.of(gone, framesGone)));
    }

    /** Puts a note at a point of the screen, and lets its words be typed. */
    void addNote(Point at) {
        Point2D.Double place = view.camera().at(at);
        NodeId id = FreshIds.node(document().body(), Note.TYPE);
        view.edit(new Edit.AddNode(Note.of(id.text(), "").with(Note.FORMAT, Value.of(Note.MARKDOWN))
                .sized(NOTE).at(new Position(Math.rint(place.x), Math.rint(place.y)))));
        view.select(Set.of(id));
        if (view.canEditFields()) {
            view.editFields();
        }
    }

    // ---- copies

    void copy() {
        view.host().copy(Clipping.of(document(), selection(), groups()));
        pastedAt = null;
    }

    void cut() {
        copy();
        Set<GroupId> frames = groups();
        Edit gone = new Edit.RemoveNodes(selection());
        view.edit(frames.isEmpty() ? gone : new Edit.Combined(gone, List.of(gone, new GroupEdit.RemoveGroups(frames))));
    }

    /** Puts what is on the clipboard where the pointer is, and each time more a little aside. */
    void paste(Point at) {
        view.host().paste(clipping -> {
            pastedThere = at.equals(pastedAt) ? pastedThere + 1 : 0;
            pastedAt = at;
            put(clipping, at, pastedThere * BESIDE.dx());
        });
    }

    /** Puts nodes where a point of the canvas is, so much aside. */
    void put(Clipping clipping, Point at, double aside) {
        Point2D.Double place = view.camera().at(at);
        clipping.area().ifPresent(area -> put(clipping,
                new Offset(Math.rint(place.x - area.at().x() + aside), Math.rint(place.y - area.at().y() + aside)), false));
    }

    /** @param incoming whether what feeds the selected nodes feeds their copies too */
    void duplicate(boolean incoming) {
        duplicate(selection(), groups(), BESIDE, incoming);
    }

    void duplicate(Set<NodeId> nodes, Set<GroupId> frames, Offset by, boolean incoming) {
        put(Clipping.of(document(), nodes, frames), by, incoming);
    }

    /** @param as what becomes of the edit that pastes them */
    void duplicate(Function<Edit.Paste, Edit> as) {
        put(Clipping.of(document(), selection(), groups()), BESIDE, false, as);
    }

    private void put(Clipping clipping, Offset by, boolean incoming) {
        put(clipping, by, incoming, paste -> paste);
    }

    private void put(Clipping clipping, Offset by, boolean incoming, Function<Edit.Paste, Edit> as) {
        Edit.Paste paste = clipping.into(document(), by, incoming);
        view.edit(as.apply(paste));
        view.chosen().only(paste.nodes().stream().flatMap(n -> view.scene().node(n.id()).stream()).toList(),
                paste.groups().stream().flatMap(g -> view.scene().group(g.id()).stream()).toList());
    }

    // ---- changes

    /** Takes the selected nodes away and joins what fed them to what they fed, where that fits. */
    void deleteJoining() {
        view.edit(new Wiring(document(), Catalogue::schema).removing(view.selection()));
    }

    /** Puts the selected nodes into a mode, or on again if all are in it. */
    void toggle(Mode mode) {
        view.edit(new Edit.SetMode(selection(), all(n -> n.mode() == mode) ? Mode.ON : mode));
    }

    /** Whether the selected nodes can be frozen, or are: what only describes gives nothing to keep. */
    boolean canFreeze() {
        return all(n -> n.mode() == Mode.FROZEN)
                || view.host().canRun() && any() && nodes().stream().allMatch(NodeDeeds::works);
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

    /** Moves what is selected by keys. */
    void nudge(int dx, int dy) {
        Load load = Load.of(view.scene(), view.chosen().nodes(), view.chosen().groups(), false);
        if (!load.isEmpty()) {
            view.edit(load.moved(new Offset(dx, dy)));
        }
    }

    // ---- wires

    /** Puts a bend into a wire. */
    void bend(Wire wire, Point2D.Double at) {
        Size bend = view.naturalSize(Reroute.TYPE);
        Position place = new Position(Math.rint(at.x - bend.width() / 2), Math.rint(at.y - bend.height() / 2));
        view.edit(new LinkEdit.AddReroute(FreshIds.node(document().body(), Reroute.TYPE), place, wire.output(), Set.of(wire.input())));
    }

    private List<Wire> wires() {
        return view.wires().lit().map(List::of).orElseGet(() -> view.chosen().nodes().stream().flatMap(n -> n.wires().stream()).distinct().toList());
    }

    boolean canHideWires() {
        return !wires().isEmpty();
    }

    /** Draws the wire under the pointer no more, or those of the selected nodes; again if none of them is drawn. */
    void hideWires() {
        hide(wires());
    }

    void hide(Wire wire) {
        hide(List.of(wire));
    }

    private void hide(List<Wire> wires) {
        boolean all = wires.stream().allMatch(Wire::isHidden);
        view.edit(new LinkEdit.HideLinks(wires.stream().filter(w -> w.isHidden() == all).map(Wire::input).collect(Collectors.toSet()), !all));
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
        Set<String> types = view.chosen().nodes().stream().map(v -> v.node().type()).collect(Collectors.toSet());
        view.select(document().nodes().stream().filter(n -> types.contains(n.type())).map(Node::id).toList());
    }

    // ---- problems

    private List<NodeView> wrong() {
        return view.scene().nodes().stream().filter(NodeView::hasBadge)
                .sorted(Comparator.comparingDouble(NodeView::x).thenComparingDouble(NodeView::y)).toList();
    }

    boolean hasProblems() {
        return !wrong().isEmpty() || view.host().hasProblems();
    }

    /** Goes from the selected node to the next one that something is wrong with, from left to right, inside subgraphs too. */
    void goToProblem(int by) {
        NodeView from = view.chosen().nodes().size() == 1 ? view.chosen().nodes().iterator().next() : null;
        if (view.host().goToProblem(from == null ? null : from.id(), by)) {
            return;
        }
        List<NodeView> wrong = wrong();
        int at = from == null ? -1 : wrong.indexOf(from);
        NodeView to = wrong.get(at < 0 ? by > 0 ? 0 : wrong.size() - 1 : Math.floorMod(at + by, wrong.size()));
        view.visit(to.id());
    }

    // ---- running

    /** Whether a run may end at the selected nodes: one that only describes gives nothing to look at. */
    boolean canRunTo() {
        Collection<NodeView> nodes = view.chosen().nodes();
        return view.hasSelection() && view.host().canRun() && nodes.stream().allMatch(v -> v.mode() == Mode.ON && works(v));
    }

    /** What stands for a subgraph gives what is inside it. */
    private static boolean works(NodeView node) {
        return SubgraphId.isInstance(node.node().type()) ? node.schema().filter(s -> !s.outputs().isEmpty()).isPresent() : Catalogue.node(node.node().type()).filter(n -> n.work() == Work.FORCES || n.work() == Work.WORKS).isPresent();
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
