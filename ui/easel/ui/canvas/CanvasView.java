package easel.ui.canvas;

import com.formdev.flatlaf.util.HiDPIUtils;
import com.mxgraph.view.mxGraph;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.FreshIds;
import easel.graph.InputRef;
import easel.graph.LinkEdit;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Offset;
import easel.graph.Position;
import easel.graph.Problem;
import easel.graph.Reroute;
import easel.graph.Size;
import easel.graph.Value;
import easel.nodes.Image;
import easel.platform.Language;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.RunEvent;
import easel.ui.action.Keymap;
import easel.ui.action.Strokes;
import easel.ui.search.NodeSearchPanel;
import easel.ui.task.Edt;
import easel.ui.task.Frames;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.accessibility.Accessible;
import javax.swing.AbstractAction;
import javax.swing.ActionMap;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a document: shows it, lets it be looked at from near and far, and tells as edits what a person does to it.
 * The document is the owner's: an edit that is told changes nothing here until {@link #show(Document)} brings the
 * document after it. What became of the nodes ({@link #tell}) belongs to their ids, not to the document.
 *
 * <p>Fires the property changes {@code camera} and {@code selection}. On the EDT, but for {@link #tell}.
 */
public final class CanvasView extends JPanel {

    private static final long serialVersionUID = 1;

    /** What an arrow key moves nodes by, in the canvas's pixels: half the distance of the dots. */
    static final int NUDGE = 8;

    private final transient mxGraph graph = new mxGraph();
    private final transient Consumer<Edit> edits;
    private final transient Scene scene;
    private final Board board;
    private final JComponent sheet;
    private final transient FieldHands fields;
    private final transient Gestures gestures;
    private final transient Pictures pictures;
    private final transient ScenePainter painter;
    private final transient Surface surface;
    private final transient Tips tips;
    private final transient HandPainter hands = new HandPainter();
    private transient Type type = new Type();
    private transient Camera camera = Camera.START;
    private transient Habits habits = Habits.STANDARD;
    private transient Keymap keymap = Keymap.STANDARD;
    private transient @Nullable Runnable whenSized;
    private transient @Nullable FieldHost fieldHost;

    private transient Set<NodeView> selected = Set.of();
    private transient @Nullable NodeView hovered;
    private transient CanvasHost host = CanvasHost.alone();
    private final transient NodeDeeds deeds = new NodeDeeds(this);
    private final transient SearchPopup search;
    private final transient TitleEditor title;
    private transient Consumer<JPopupMenu> menus = _ -> {};
    private transient Set<Wire> lit = Set.of();
    private transient @Nullable List<SpokenNode> spoken;

    /** What became of nodes, also of those that are not in the document just now: an undo may bring them back. */
    private final transient Map<NodeId, RunEvent.NodeChanged> states = new HashMap<>();
    private final transient Map<NodeId, RunEvent.NodeChanged> news = new LinkedHashMap<>();
    private final transient Frames frames = new Frames(this::takeNews);
    private transient Map<NodeId, Key> keys = Map.of();
    private transient Map<NodeId, List<Problem>> problems = Map.of();

    /** @param edits is told what a person does */
    public CanvasView(Language language, Consumer<Edit> edits) {
        this(language, edits, false);
    }

    /** @param patient whether pictures are scaled while painting, because it is painted only once */
    CanvasView(Language language, Consumer<Edit> edits, boolean patient) {
        super(new BorderLayout());
        this.edits = edits;
        scene = new Scene(graph, new Say(language), type);
        tips = new Tips(scene);
        pictures = new Pictures(patient, this::picturesArrived);
        painter = new ScenePainter(pictures);
        board = new Board(graph, new Board.Sheet() {
            @Override
            public void paint(Graphics g) {
                paintSheet(g);
            }

            @Override
            public @Nullable String toolTip(MouseEvent e) {
                return CanvasView.this.toolTip(e.getPoint());
            }

            @Override
            public List<? extends Accessible> spoken() {
                return spokenNodes();
            }
        });
        sheet = board.getGraphControl();
        surface = new Surface(sheet);
        sheet.setName("canvas");
        sheet.getAccessibleContext().setAccessibleName(scene.say().words("spoken.canvas"));
        add(board);
        new BadgeHands(this, sheet);
        fields = new FieldHands(this, sheet);   // before the gestures: it may keep a press from them
        gestures = new Gestures(this, sheet);
        search = new SearchPopup(this, sheet);
        title = new TitleEditor(this, sheet);
        bindKeys();
    }

    // ---- what is shown

    /** Shows a document; what is the same object in the one before costs nothing. */
    public void show(Document next) {
        Edt.mustBeOn();
        Document before = scene.document();
        if (before == next) {
            return;
        }
        scene.show(next, this::touchWithWires);
        spoken = null;
        if (lit.stream().anyMatch(w -> scene.wire(w.input()).orElse(null) != w)) {
            light(null);
        }
        if (scene.nodes().size() != before.size() || selected.stream().anyMatch(v -> scene.node(v.id()).orElse(null) != v)) {
            leaveGone();
        }
        for (NodeView view : scene.nodes()) {
            if (view.state().isEmpty() && states.containsKey(view.id())) {
                take(view, states.get(view.id()));
            }
            view.setPresentKey(keys.get(view.id()));
            view.setProblems(problems.getOrDefault(view.id(), List.of()));
            showOwnFile(view);
        }
        if (before.size() == 0 || next.size() == 0 || !List.copyOf(before.groups()).equals(List.copyOf(next.groups()))) {
            repaintAll();   // the words on an empty canvas; frames lie under everything
        }
        gestures.documentChanged();
        search.documentChanged();
    }

    private void leaveGone() {
        for (NodeView view : List.copyOf(selected)) {
            if (scene.node(view.id()).orElse(null) != view) {
                gestures.forget(view);
                fields.forget(view);
            }
        }
        Set<NodeView> left = selected.stream().filter(v -> scene.node(v.id()).orElse(null) == v).collect(Collectors.toCollection(LinkedHashSet::new));
        if (left.size() < selected.size()) {
            selectOnly(left);
        }
        if (hovered != null && scene.node(hovered.id()).orElse(null) != hovered) {
            hovered = null;
        }
    }

    /** The document that is shown. */
    public Document document() {
        return scene.document();
    }

    /** What became of a node. From any thread; shown at most 30 times a second, the latest of each node. */
    public void tell(RunEvent.NodeChanged changed) {
        synchronized (news) {
            news.put(changed.node(), changed);
        }
        frames.touch();
    }

    /** Shows at once what was told. */
    void showNews() {
        takeNews();
    }

    private void takeNews() {
        List<RunEvent.NodeChanged> taken;
        synchronized (news) {
            taken = List.copyOf(news.values());
            news.clear();
        }
        for (RunEvent.NodeChanged changed : taken) {
            scene.node(changed.node()).ifPresentOrElse(view -> {
                boolean ran = view.isRunning();
                take(view, changed);
                if (ran != view.isRunning()) {
                    touchWithWires(view);
                } else {
                    touch(view);
                }
            }, () -> states.put(changed.node(), withoutPictures(changed)));
        }
    }

    /** The same without the pictures, which are large and lie in the studio's cache. */
    private static RunEvent.NodeChanged withoutPictures(RunEvent.NodeChanged changed) {
        return changed.state() instanceof NodeState.Done done && !done.images().isEmpty()
                ? new RunEvent.NodeChanged(changed.job(), changed.node(), changed.key(), new NodeState.Done(done.seconds(), done.fromCache(), List.of(), done.file()))
                : changed.state() instanceof NodeState.Running running && running.progress().preview() != null
                        ? new RunEvent.NodeChanged(changed.job(), changed.node(), changed.key(), new NodeState.Running(withoutPreview(running.progress())))
                        : changed;
    }

    private static easel.run.Progress withoutPreview(easel.run.Progress p) {
        return new easel.run.Progress(p.phase(), p.step(), p.steps(), p.secondsPerStep(), null);
    }

    private void take(NodeView view, RunEvent.NodeChanged changed) {
        RunEvent.NodeChanged kept = withoutPictures(changed);
        states.put(view.id(), kept);
        view.setState(kept.key(), kept.state());
        switch (changed.state()) {
            case NodeState.Running running when running.progress().preview() != null -> {
                Thumb thumb = Thumb.of(running.progress().preview(), null);
                if (view.pictures().size() == 1 && view.pictures().getFirst().isOf(running.progress().preview())) {
                    return;
                }
                meanwhile(view, List.of(thumb), true);
            }
            case NodeState.Done done when !done.images().isEmpty() ->
                    meanwhile(view, done.images().stream().map(Image::picture).map(p -> Thumb.of(p, done.images().size() == 1 ? done.file() : null)).toList(), false);
            case NodeState.Done done when view.pictures().isEmpty() && done.file() != null && view.layout().picture() != null ->
                    view.setPictures(List.of(Thumb.of(done.file())), false);
            default -> { }
        }
    }

    /** New pictures; they are made ready before they take the old ones' place, so that nothing flickers. */
    private void meanwhile(NodeView view, List<Thumb> fresh, boolean preview) {
        if (view.layout().picture() == null && !view.node().collapsed()) {
            return;
        }
        fresh.forEach(pictures::load);
        if (view.pictures().isEmpty() || fresh.stream().allMatch(Thumb::isLoaded)) {
            view.setPictures(fresh, preview);
        } else {
            view.await(fresh, preview);
        }
    }

    /** A node that names a picture file shows it without having run. */
    private void showOwnFile(NodeView view) {
        String parameter = NodePainter.pictureFile(view.schema().orElse(null));
        if (parameter == null || view.state().isPresent()) {
            return;
        }
        Optional<Path> file = view.node().value(parameter).filter(Value.Text.class::isInstance).map(v -> ((Value.Text) v).text())
                .filter(t -> !t.isEmpty()).flatMap(CanvasView::path);
        if (file.isEmpty()) {
            view.setPictures(List.of(), false);
        } else if (view.pictures().size() != 1 || !view.pictures().getFirst().isOf(file.get())) {
            view.setPictures(List.of(Thumb.of(file.get())), false);
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** Under which keys results are shown, on nodes inside subgraphs too. */
    Map<NodeId, Key> shownKeys() {
        Map<NodeId, Key> shown = new HashMap<>();
        states.forEach((id, changed) -> {
            if (changed.state() instanceof NodeState.Done) {
                shown.put(id, changed.key());
            }
        });
        return shown;
    }

    /** The key each node has now: a result under another one is marked outdated. */
    public void setKeys(Map<NodeId, Key> now) {
        keys = Map.copyOf(now);
        for (NodeView view : scene.nodes()) {
            if (view.setPresentKey(keys.get(view.id()))) {
                touch(view);
            }
        }
    }

    /** What is wrong with the document. */
    public void setProblems(List<Problem> all) {
        Map<NodeId, List<Problem>> byNode = new HashMap<>();
        for (Problem problem : all) {
            if (problem.node() != null) {
                byNode.computeIfAbsent(problem.node(), _ -> new ArrayList<>()).add(problem);
            }
        }
        problems = byNode;
        for (NodeView view : scene.nodes()) {
            if (view.setProblems(List.copyOf(problems.getOrDefault(view.id(), List.of())))) {
                touch(view);
            }
        }
    }

    /** Forgets what became of nodes: another document is shown. */
    public void forgetStates() {
        states.clear();
        synchronized (news) {
            news.clear();
        }
        for (NodeView view : scene.nodes()) {
            view.setState(null, null);
            view.setPictures(List.of(), false);
            showOwnFile(view);
        }
        repaintAll();
    }

    /** Says everything in another language. */
    public void setLanguage(Language language) {
        scene.wear(new Say(language), type);
        sheet.getAccessibleContext().setAccessibleName(scene.say().words("spoken.canvas"));
        repaintAll();
    }

    /** What a person is used to. */
    public Habits habits() {
        return habits;
    }

    /** Takes on what a person is used to. */
    public void setHabits(Habits others) {
        boolean other = habits.wires() != others.wires();
        habits = others;
        if (other) {
            repaintAll();
        }
    }

    /** How large a node of a type is as long as nobody gave it a size; in the canvas's pixels, for placing it. */
    public Size naturalSize(String nodeType) {
        return NodeLayout.natural(nodeType, type);
    }

    /** How large a node of the document is shown. */
    public Optional<Size> size(NodeId id) {
        return scene.node(id).map(v -> new Size(v.width(), v.height()));
    }

    // ---- looking

    /** How the canvas is looked at. */
    public Camera camera() {
        return camera;
    }

    /** Looks at the canvas in another way. */
    public void setCamera(Camera other) {
        Camera before = camera;
        if (!before.equals(other)) {
            camera = other;
            sheet.repaint();
            firePropertyChange("camera", before, other);
        }
    }

    /** Zooms in or out by notches of the wheel, round the middle. */
    void zoomBy(int notches) {
        setCamera(camera.zoomed(camera.notch(notches), middle()));
    }

    void actualSize() {
        setCamera(camera.zoomed(1, middle()));
    }

    /** Zooms, round the middle; 1 is actual size. */
    public void zoomTo(double zoom) {
        setCamera(camera.zoomed(zoom, middle()));
    }

    private Point middle() {
        return new Point(sheet.getWidth() / 2, sheet.getHeight() / 2);
    }

    /** Shows all nodes, at actual size at most. */
    public void fitAll() {
        fit(scene.nodes());
    }

    /** Shows the selected nodes, or all if none is. */
    public void fitSelection() {
        fit(selected.isEmpty() ? scene.nodes() : selected);
    }

    private void fit(Collection<NodeView> nodes) {
        if (getWidth() == 0 || getHeight() == 0) {
            List<NodeView> later = List.copyOf(nodes);
            whenSized = () -> fit(later);
            return;
        }
        Scene.bounds(nodes).ifPresent(all -> {
            Camera fitting = Camera.fitting(all, getWidth(), getHeight(), 1);
            boolean fits = all.getWidth() * Camera.LEAST <= getWidth() && all.getHeight() * Camera.LEAST <= getHeight();
            // A node in the middle of nowhere must not make the others vanish.
            setCamera(fits ? fitting : Camera.fitting(amongMost(nodes), getWidth(), getHeight(), 1));
        });
    }

    private static Rectangle2D amongMost(Collection<NodeView> nodes) {
        double[] xs = nodes.stream().mapToDouble(NodeView::x).sorted().toArray();
        double[] ys = nodes.stream().mapToDouble(NodeView::y).sorted().toArray();
        double x = xs[xs.length / 2];
        double y = ys[ys.length / 2];
        return Scene.bounds(nodes.stream().filter(n -> Math.abs(n.x() - x) < 10_000 && Math.abs(n.y() - y) < 10_000).toList())
                .orElse(new Rectangle2D.Double(x, y, 300, 300));
    }

    @Override
    public void doLayout() {
        super.doLayout();
        if (whenSized != null && getWidth() > 0) {
            Runnable then = whenSized;
            whenSized = null;
            then.run();
        }
    }

    // ---- selecting

    /** The selected nodes, in no order. */
    public Set<NodeId> selection() {
        return ids(selected);
    }

    private static Set<NodeId> ids(Set<NodeView> nodes) {
        return nodes.stream().map(NodeView::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Selects these nodes and no others; ids that are not there are left out. */
    public void select(Collection<NodeId> ids) {
        Set<NodeView> found = new LinkedHashSet<>();
        ids.forEach(id -> scene.node(id).ifPresent(found::add));
        selectOnly(found);
    }

    Set<NodeView> selected() {
        return selected;
    }

    boolean hasSelection() {
        return !selected.isEmpty();
    }

    void selectOnly(Collection<NodeView> nodes) {
        Set<NodeView> next = new LinkedHashSet<>(nodes);
        if (next.equals(selected)) {
            return;
        }
        Set<NodeView> before = selected;
        selected = next;
        Set<NodeView> other = new HashSet<>(before);
        other.addAll(next);
        for (NodeView view : other) {
            boolean now = next.contains(view);
            if (view.selected != now) {
                view.selected = now;
                touchWithWires(view);
            }
        }
        graph.getSelectionModel().setCells(next.stream().map(NodeView::cell).toArray());
        firePropertyChange("selection", ids(before), ids(next));
    }

    void selectAll() {
        selectOnly(scene.nodes());
    }

    void hover(@Nullable NodeView view) {
        if (hovered != view) {
            NodeView before = hovered;
            hovered = view;
            if (before != null) {
                before.hovered = false;
                touchWithWires(before);
            }
            if (view != null) {
                view.hovered = true;
                touchWithWires(view);
            }
        }
    }

    // ---- adding, renaming, menus

    /** Lets {@code other} do what reaches beyond the document. */
    public void setHost(CanvasHost other) {
        host = other;
    }

    CanvasHost host() {
        return host;
    }

    NodeDeeds deeds() {
        return deeds;
    }

    /** Where the hand is: at the pointer, or in the middle if that is elsewhere. */
    Point hand() {
        Point pointer = gestures.pointer();
        return pointer == null ? middle() : pointer;
    }

    /** Searches for a node to add at a point. */
    void search(Point at) {
        closePopups();
        search.open(at);
    }

    /** The same, for the end of a wire that was let go there. */
    void search(Point at, WireDrag waiting) {
        closePopups();
        search.open(at, waiting);
    }

    /** The same, for a node to be put into a wire. */
    void search(Point at, Wire into) {
        closePopups();
        search.open(at, into);
    }

    @Nullable NodeSearchPanel searchPanel() {
        return search.panel();
    }

    void rename() {
        title.open(selected.iterator().next());
    }

    @Nullable JTextField titleField() {
        return title.field();
    }

    /** Takes a title that is being typed, and closes what lies over the canvas. */
    public void takeTyped() {
        closePopups();
    }

    /** Closes what lies over the canvas; whether there was anything. */
    boolean closePopups() {
        return search.close() | title.close(true);
    }

    void menu(Point at, @Nullable NodeView on, @Nullable Wire wire) {
        CanvasMenu menu = new CanvasMenu(this);
        JPopupMenu made = on != null ? menu.nodes() : wire != null ? menu.wire(wire, at) : menu.canvas(at);
        menus.accept(made);
        if (sheet.isShowing()) {
            made.show(sheet, at.x, at.y);
        }
    }

    /** Tells {@code told} of each menu that is opened. */
    void watchMenus(Consumer<JPopupMenu> told) {
        menus = told;
    }

    /** Says what is wrong with a node, beside a place of the sheet. */
    void showProblems(NodeView node, Rectangle at) {
        NodeState state = node.state().orElse(null);
        host.showProblems(node.id(), node.title(), node.problems(), state instanceof NodeState.Failed failed ? failed.trouble() : null, at);
    }

    /** Where copies would stand is painted anew. */
    void repaintCopies() {
        List<NodeView> nodes = gestures.copied();
        Offset by = gestures.copiedBy();
        if (nodes != null) {
            Scene.bounds(nodes).ifPresent(all -> {
                double zoom = camera.zoom();
                sheet.repaint((int) (camera.x() + (all.getX() + by.dx()) * zoom) - 3, (int) (camera.y() + (all.getY() + by.dy()) * zoom) - 3,
                        (int) Math.ceil(all.getWidth() * zoom) + 7, (int) Math.ceil(all.getHeight() * zoom) + 7);
            });
        }
    }

    /** The edit that puts a new node into the wire at a place of this canvas; empty if none is there that it fits. */
    public Optional<Edit> into(Node node, Point at) {
        Point2D.Double place = camera.at(at);
        Wire wire = scene.at(place.x, place.y) != null ? null : scene.wireAt(place.x, place.y, Gestures.WIRE / camera.zoom(), habits.wires());
        return wire == null ? Optional.empty() : Insertion.adding(scene, node, wire);
    }

    /** Lights the wire at a place if a new node may be put into it; with null none. */
    public void lightFor(@Nullable Node node, Point at) {
        Point2D.Double place = camera.at(at);
        light(node == null || into(node, at).isEmpty() ? null : scene.wireAt(place.x, place.y, Gestures.WIRE / camera.zoom(), habits.wires()));
    }

    // ---- wires

    /** Lights a wire with all that bring the same value; null for none. */
    void light(@Nullable Wire wire) {
        if (wire == lit.stream().findFirst().orElse(null)) {
            return;
        }
        Set<Wire> before = lit;
        lit = wire == null ? Set.of() : Scene.path(wire);
        before.forEach(w -> w.lit = false);
        lit.forEach(w -> w.lit = true);
        before.forEach(this::touch);
        lit.forEach(this::touch);
    }

    /** The wire to that input is painted anew. */
    void touch(Wire wire) {
        surface.touch(wire);
    }

    /** A wire is in the hand: sockets show whether it fits. */
    void takeUp(WireDrag wire) {
        light(null);
        wire.held().forEach(w -> w.held = true);
        repaintAll();
    }

    /** A wire in the hand is elsewhere. */
    void drag(WireDrag wire, Point to) {
        repaint(wire);
        wire.to(to, camera);
        repaint(wire);
    }

    private void repaint(WireDrag wire) {
        sheet.repaint(hands.area(wire, camera, type, new Rectangle(0, 0, sheet.getWidth(), sheet.getHeight())));
    }

    /** The hand is empty again. */
    void putDown(WireDrag wire) {
        wire.held().forEach(w -> w.held = false);
        repaintAll();
    }

    /** No wires are to be cut any more. */
    void end(CutDrag cut) {
        cut.end().forEach(this::touch);
        sheet.repaint();
    }

    /** Puts a bend into a wire. */
    void bend(Wire wire, Point2D.Double at) {
        Size bend = naturalSize(Reroute.TYPE);
        Position place = new Position(Math.rint(at.x - bend.width() / 2), Math.rint(at.y - bend.height() / 2));
        edit(new LinkEdit.AddReroute(FreshIds.node(document().body(), Reroute.TYPE), place, wire.output(), Set.of(wire.input())));
    }

    /** The input at the end of the wire that is under the pointer. */
    Optional<InputRef> litWire() {
        return lit.stream().findFirst().map(Wire::input);
    }

    // ---- editing

    void edit(Edit edit) {
        edits.accept(edit);
    }

    void deleteSelection() {
        edit(new Edit.RemoveNodes(selection()));
    }

    void nudge(int dx, int dy) {
        Set<NodeId> free = selected.stream().filter(v -> !v.node().pinned()).map(NodeView::id).collect(Collectors.toSet());
        if (!free.isEmpty()) {
            edit(new Edit.MoveNodes(free, new Offset(dx, dy)));
        }
    }

    void escape() {
        if (!search.close() && !title.close(false) && !fields.cancel() && !gestures.cancel()) {
            selectOnly(Set.of());
        }
    }

    boolean canEscape() {
        return isBusy() || hasSelection();
    }

    /** Shows nodes elsewhere than the document has them. */
    void drag(Collection<NodeView> nodes, double dx, double dy) {
        for (NodeView view : nodes) {
            if (view.dragX != dx || view.dragY != dy) {
                touchWithWires(view);
                view.dragX = dx;
                view.dragY = dy;
                touchWithWires(view);
            }
        }
    }

    // ---- parameters

    /** Lets parameters be edited where they are shown, with the controls of {@code host}. */
    public void setFieldHost(FieldHost host) {
        fieldHost = host;
    }

    @Nullable FieldHost fieldHost() {
        return fieldHost;
    }

    boolean isSpaceHeld() {
        return gestures.isSpaceHeld();
    }

    long anySeed() {
        return java.util.concurrent.ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE);
    }

    /** Shows a parameter with another value than the document has; nulls show the document's again. */
    void draft(NodeView node, @Nullable String parameter, @Nullable Value value) {
        node.setDraft(parameter, value);
        touch(node);
    }

    /** Where a parameter's value is shown, in logical pixels of this canvas; empty if it is not shown. */
    public Optional<Rectangle2D> fieldBounds(InputRef parameter) {
        return scene.node(parameter.node()).flatMap(node -> node.layout().fields().stream()
                .filter(f -> f.parameter().name().equals(parameter.input())).findFirst().map(f -> {
                    int buttons = f.look() == NodeLayout.Look.SEED ? 2 * (NodeLayout.ROW + NodeLayout.GAP) : 0;
                    double zoom = camera.zoom();
                    return new Rectangle2D.Double(camera.x() + (node.x() + f.box().x()) * zoom, camera.y() + (node.y() + f.box().y()) * zoom,
                            (f.box().width() - buttons) * zoom, f.box().height() * zoom);
                }));
    }

    /** The parameters of a node that a hand can set where they are shown, in their order. */
    public List<InputRef> editableFields(NodeId id) {
        return scene.node(id).map(node -> node.layout().fields().stream().map(f -> new InputRef(id, f.parameter().name()))
                .filter(f -> !node.node().inputs().containsKey(f.input())).toList()).orElse(List.of());
    }

    boolean canEditFields() {
        return fieldHost != null && selected.size() == 1 && !editableFields(selected.iterator().next().id()).isEmpty();
    }

    void editFields() {
        if (fieldHost != null) {
            fieldHost.edit(editableFields(selected.iterator().next().id()).getFirst());
        }
    }

    int menuMask() {
        return Strokes.menuMask();
    }

    /** Lets other keys do what actions do. */
    public void setKeymap(Keymap other) {
        InputMap inputs = sheet.getInputMap(WHEN_FOCUSED);
        for (CanvasAction action : CanvasAction.values()) {
            keymap.keys(action).forEach(inputs::remove);
        }
        keymap = other;
        for (CanvasAction action : CanvasAction.values()) {
            other.keys(action).forEach(key -> inputs.put(key, action));
        }
    }

    private void bindKeys() {
        InputMap inputs = sheet.getInputMap(WHEN_FOCUSED);
        setKeymap(keymap);
        ActionMap actions = sheet.getActionMap();
        for (CanvasAction action : CanvasAction.values()) {
            actions.put(action, new AbstractAction() {
                private static final long serialVersionUID = 1;

                @Override
                public boolean isEnabled() {
                    return action.isPossible(CanvasView.this);
                }

                @Override
                public void actionPerformed(ActionEvent e) {
                    perform(action);
                }
            });
        }
        hold(inputs, actions, "pressed SPACE", true);
        hold(inputs, actions, "released SPACE", false);
    }

    private void hold(InputMap inputs, ActionMap actions, String key, boolean held) {
        inputs.put(KeyStroke.getKeyStroke(key), key);
        actions.put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                gestures.space(held, e.getWhen());
            }
        });
    }

    /** Does what a key of the canvas does, if it can be done now. */
    public void perform(CanvasAction action) {
        if (action.isPossible(this)) {
            action.perform(this);
        }
    }

    /** An action's name in the language of the window; empty for what only a key means, such as a nudge. */
    public Optional<String> name(CanvasAction action) {
        return action.name(scene.say().language());
    }

    /** The first of an action's keys; null if it has none. */
    public @Nullable KeyStroke key(CanvasAction action) {
        return keymap.first(action);
    }

    /** Whether an action can be done now. */
    public boolean isPossible(CanvasAction action) {
        return action.isPossible(this);
    }

    /** The component that takes mouse and keys. */
    public JComponent sheet() {
        return sheet;
    }

    Scene scene() {
        return scene;
    }

    /** Whether something is shown that is no part of the document: a drag or a frame. */
    public boolean isBusy() {
        return search.isOpen() || title.isOpen() || gestures.isDragging() || fields.isDragging();
    }

    @Nullable WireDrag wireInHand() {
        return gestures.wire();
    }

    Optional<NodeId> hoveredNode() {
        return Optional.ofNullable(hovered).map(NodeView::id);
    }

    // ---- words

    private @Nullable String toolTip(Point point) {
        return tips.at(camera.at(point), camera.zoom() >= NodePainter.BLOCKS, lit.stream().findFirst().orElse(null));
    }

    private List<SpokenNode> spokenNodes() {
        List<SpokenNode> known = spoken;
        if (known == null) {
            known = new ArrayList<>();
            for (NodeView view : scene.nodes()) {
                known.add(new SpokenNode((Accessible) sheet, scene, view.id(), known.size()));
            }
            spoken = known;
        }
        return known;
    }

    // ---- painting

    @Override
    public void updateUI() {
        super.updateUI();
        if (scene != null) {
            type = new Type();
            scene.wear(scene.say(), type);
            repaintAll();
        }
    }

    /** Which node it belongs to is not told; few are in view, and none is painted twice in one frame. */
    private void picturesArrived() {
        for (NodeView view : scene.nodes()) {
            if (!view.pictures().isEmpty() || view.swapIfReady()) {
                touch(view);
            }
        }
    }

    private void repaintAll() {
        surface.forget();
    }

    private void touch(NodeView view) {
        view.swapIfReady();
        surface.touch(view);
    }

    private void touchWithWires(NodeView view) {
        touch(view);
        view.wires().forEach(surface::touch);
    }

    private void paintSheet(Graphics g) {
        Graphics2D g2 = (Graphics2D) g.create();
        HiDPIUtils.paintAtScale1x(g2, 0, 0, sheet.getWidth(), sheet.getHeight(), this::paintExact);
        g2.dispose();
    }

    private void paintExact(Graphics2D g, int x, int y, int width, int height, double dpi) {
        if (width <= 0 || height <= 0) {
            return;
        }
        View now = View.of(camera, dpi);
        g.drawImage(surface.upToDate(now, width, height,
                (view, backing, part) -> painter.paint(scene, type, habits.wires(), view, backing, part, gestures.wire())), x, y, null);
        if (scene.nodes().isEmpty() && scene.document().groups().isEmpty()) {
            Type.Face face = type.face(Type.Role.TITLE, dpi);
            String words = scene.say().words("node.empty");
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setColor(new Color(CanvasColors.now().hint));
            g.setFont(face.font);
            g.drawString(words, x + (width - face.width(words)) / 2, Pen.baseline(face, y, height));
        }
        hands(g, x, y, now);
    }

    private void hands(Graphics2D g, int x, int y, View now) {
        Point2D.Double origin = new Point2D.Double(x + now.originX(), y + now.originY());
        Rectangle frame = gestures.frame();
        WireDrag wire = gestures.wire();
        CutDrag cut = gestures.cut();
        if (frame != null) {
            hands.frame(g, frame, now, x, y);
        } else if (wire != null) {
            hands.wire(g, wire, habits.wires(), now, type, new Rectangle(0, 0, sheet.getWidth(), sheet.getHeight()), origin);
        } else if (cut != null) {
            hands.cut(g, cut, now, origin);
        } else if (search.wire() != null) {
            hands.wire(g, search.wire(), habits.wires(), now, type, new Rectangle(0, 0, sheet.getWidth(), sheet.getHeight()), origin);
        } else if (gestures.copied() != null) {
            hands.copies(g, gestures.copied(), gestures.copiedBy().dx(), gestures.copiedBy().dy(), now, origin);
        }
    }
}
