package easel.ui.canvas;

import com.mxgraph.view.mxGraph;
import easel.graph.Clipping;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.GroupId;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Note;
import easel.graph.Problem;
import easel.graph.Size;
import easel.graph.Value;
import easel.platform.Language;
import easel.run.Key;
import easel.run.RunEvent;
import easel.ui.action.Keymap;
import easel.ui.action.Strokes;
import easel.ui.task.Edt;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.accessibility.Accessible;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a document: shows it, lets it be looked at from near and far, and tells as edits what a person does to it.
 * The document is the owner's: an edit that is told changes nothing here until {@link #show(Document)} brings the
 * document after it. What became of the nodes ({@link #tell}) belongs to their ids, not to the document.
 *
 * <p>Fires the property changes {@code camera}, {@code selection}, {@code groups}, {@code locked} and {@code document}. On the EDT, but for {@link #tell}.
 */
public final class CanvasView extends JPanel {

    private static final long serialVersionUID = 1;

    private final transient Consumer<Edit> edits;
    private final transient Scene scene;
    private final JComponent sheet;
    private final transient FieldHands fields;
    private final transient Gestures gestures;
    private final transient WireHands wires;
    private final transient Surface surface;
    private final transient Screen screen;
    private final transient Closer closer = new Closer(this);
    private final transient Outcomes outcomes;
    private final transient Sight sight;
    private final transient Chosen chosen;
    private final transient Tips tips;
    private final transient CanvasKeys keys;
    private final transient NodeDeeds deeds = new NodeDeeds(this);
    private final transient GroupDeeds groups = new GroupDeeds(this);
    private final transient SubgraphDeeds subgraphs = new SubgraphDeeds(this);
    private final transient ArrangeDeeds arranging = new ArrangeDeeds(this);
    private final transient Overlays over;
    private final transient Walk walk;
    private transient Type type = new Type();
    private transient Habits habits = Habits.STANDARD;
    private boolean locked;
    private transient CanvasHost host = CanvasHost.alone();
    private transient @Nullable FieldHost fieldHost;
    private transient @Nullable List<SpokenPart> spoken;

    /** @param edits is told what a person does */
    public CanvasView(Language language, Consumer<Edit> edits) {
        this(language, edits, false);
    }

    /** @param patient whether pictures are scaled while painting, because it is painted only once */
    CanvasView(Language language, Consumer<Edit> edits, boolean patient) {
        super(new BorderLayout());
        this.edits = edits;
        mxGraph graph = new mxGraph();
        scene = new Scene(graph, new Say(language), type);
        tips = new Tips(scene, () -> Strokes.printed(key(CanvasAction.HIDE_WIRE)));
        Board board = new Board(graph, new Board.Sheet() {
            @Override
            public void paint(Graphics g) {
                sight.sized();   // before anybody sees it: that it has another size is told later
                screen.paint(g);
            }

            @Override
            public @Nullable String toolTip(MouseEvent e) {
                return tips.at(sight.camera().at(e.getPoint()), sight.camera().zoom() >= NodePainter.BLOCKS, wires.lit().orElse(null));
            }

            @Override
            public List<? extends Accessible> spoken() {
                return spokenParts();
            }
        });
        sheet = board.getGraphControl();
        surface = new Surface(sheet);
        Pictures pictures = new Pictures(patient, () -> outcomes().picturesArrived());
        outcomes = new Outcomes(scene, pictures, surface);
        HandPainter hands = new HandPainter();
        screen = new Screen(this, sheet, surface, new ScenePainter(pictures), hands);
        wires = new WireHands(this, sheet, surface, hands);
        sight = new Sight(sheet, (before, now) -> firePropertyChange("camera", before, now));
        chosen = new Chosen(graph, surface, (before, now) -> firePropertyChange("selection", before, now), () -> firePropertyChange("groups", null, selectedGroups()));
        sheet.setName("canvas");
        // The sheet lies two scroll panes deep: when this is laid out it has not got its size yet.
        sheet.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                sight.sized();
            }
        });
        sheet.getAccessibleContext().setAccessibleName(scene.say().words("spoken.canvas"));
        add(board);
        new BadgeHands(this, sheet);
        fields = new FieldHands(this, sheet);   // before the gestures: it may keep a press from them
        gestures = new Gestures(this, sheet);
        over = new Overlays(this, sheet);
        walk = new Walk(this, sheet);
        keys = new CanvasKeys(this, sheet);
    }

    private Outcomes outcomes() {
        return outcomes;
    }

    // ---- what is shown

    /** Shows a document; what is the same object in the one before costs nothing. */
    public void show(Document next) {
        Edt.mustBeOn();
        Document before = scene.document();
        if (before == next) {
            return;
        }
        scene.show(next, surface::touchWithWires);
        spoken = null;
        wires.documentChanged(scene);
        chosen.leaveGone(scene).forEach(gone -> {
            gestures.forget(gone);
            fields.forget(gone);
        });
        outcomes.documentChanged();
        if (before.size() == 0 || next.size() == 0 || !List.copyOf(before.groups()).equals(List.copyOf(next.groups()))) {
            surface.forget();   // the words on an empty canvas; frames lie under everything
        }
        gestures.documentChanged();
        over.documentChanged();
        firePropertyChange("document", before, next);
    }

    /** The document that is shown. */
    public Document document() {
        return scene.document();
    }

    /** What became of a node. From any thread; shown at most 30 times a second, the latest of each node. */
    public void tell(RunEvent.NodeChanged changed) {
        outcomes.tell(changed);
    }

    /** Shows at once what was told. */
    void showNews() {
        outcomes.takeNews();
    }

    /** Under which keys results are shown, on nodes inside subgraphs too. */
    public Map<NodeId, Key> shownKeys() {
        return outcomes.shownKeys();
    }

    /** A run was asked for that may draw seeds: what comes is not held against the keys known so far. */
    public void expectOther() {
        outcomes.expectOther();
    }

    /** The key each node has now: a result under another one is marked outdated. */
    public void setKeys(Map<NodeId, Key> now) {
        outcomes.setKeys(now);
    }

    /** What value nodes tell before anything runs: by node and output. */
    public void setTold(Map<NodeId, Map<String, String>> now) {
        outcomes.setTold(now);
    }

    /** What is wrong with the document. */
    public void setProblems(List<Problem> all) {
        outcomes.setProblems(all);
    }

    /** Forgets what became of nodes: another document is shown. */
    public void forgetStates() {
        outcomes.forget();
    }

    /** Says everything in another language. */
    public void setLanguage(Language language) {
        scene.wear(new Say(language), type);
        sheet.getAccessibleContext().setAccessibleName(scene.say().words("spoken.canvas"));
        surface.forget();
    }

    /** What a person is used to. */
    public Habits habits() {
        return habits;
    }

    /** Whether nodes, groups and wires stay as they are: values can be set, and it runs. */
    public boolean isLocked() {
        return locked;
    }

    /** Keeps nodes, groups and wires as they are, or lets them be changed again. */
    public void setLocked(boolean now) {
        if (locked != now) {
            over.closePopups();
            locked = now;
            firePropertyChange("locked", !locked, locked);
        }
    }

    void toggleLock() {
        setLocked(!locked);
    }

    /** Takes on what a person is used to. */
    public void setHabits(Habits others) {
        boolean other = habits.wires() != others.wires();
        habits = others;
        if (other) {
            surface.forget();
        }
    }

    /** A node as it comes into the document: with room for what it is going to say. */
    public Node coming(Node node) {
        return NodeLayout.coming(node, type);
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
        return sight.camera();
    }

    /** Looks at the canvas in another way. */
    public void setCamera(Camera other) {
        sight.look(other);
    }

    /** What lies over the lower right corner, such as an overview: where it is visible, {@link #fitAll} leaves it room. */
    public void setOver(Component over) {
        sight.setOver(over);
    }

    /** Zooms, round the middle; 1 is actual size. */
    public void zoomTo(double zoom) {
        sight.zoomTo(zoom);
    }

    /** Shows all nodes, at actual size at most. */
    public void fitAll() {
        sight.fit(scene.nodes());
    }

    /** Shows what is here for the first time, large enough to be read. */
    public void begin() {
        sight.begin(scene.nodes(), NodePainter.written(scene.nodes().size()));
    }

    /** Shows the selected nodes, or all if none is. */
    public void fitSelection() {
        sight.fit(chosen.nodes().isEmpty() ? scene.nodes() : chosen.nodes());
    }

    /** Who leaves the window hears of no button or key that is let go. */
    @Override
    public void removeNotify() {
        fields.letGo();
        gestures.letGo();
        super.removeNotify();
    }

    @Override
    public void doLayout() {
        super.doLayout();
        sight.sized();
        over.find().place();
    }

    Sight sight() {
        return sight;
    }

    // ---- selecting

    /** The selected nodes, in no order. */
    public Set<NodeId> selection() {
        return chosen.ids();
    }

    /** Goes on looking for words, from a node that has them. */
    public void find(String words, NodeId from) {
        over.find().open(words, from);
    }

    /** The selected groups. */
    public Set<GroupId> selectedGroups() {
        return chosen.groups().stream().map(GroupView::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The nodes that lie in a group. */
    public Set<NodeId> nodesIn(GroupId group) {
        return scene.group(group).map(g -> scene.nodesIn(g).stream().map(NodeView::id).collect(Collectors.toUnmodifiableSet())).orElse(Set.of());
    }

    /** Shows the heads alone of all that lies in a group, or all of it again. */
    public void fold(GroupId group) {
        scene.group(group).ifPresent(groups::fold);
    }

    /** What a note says, without the signs that say how its words look. */
    public static String words(Node note) {
        String text = note.value(Note.TEXT).filter(Value.Text.class::isInstance).map(v -> ((Value.Text) v).text()).orElse("");
        return note.value(Note.FORMAT).filter(Value.of(Note.MARKDOWN)::equals).isPresent() ? Markdown.plain(text) : text;
    }

    /** The colours that nodes and groups can be given, as files have them, with their names. */
    public static SequencedMap<String, String> colours(Language language) {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        NodeDeeds.Colour.all().forEach(c -> named.put(c.code(), new Say(language).words("colour." + c.name().toLowerCase(Locale.ROOT))));
        return named;
    }

    /** Selects these nodes and no others; ids that are not there are left out. */
    public void select(Collection<NodeId> ids) {
        chosen.only(ids.stream().flatMap(id -> scene.node(id).stream()).toList());
    }

    /** Selects a node and flies to it. */
    public void visit(NodeId id) {
        scene.node(id).ifPresent(node -> {
            chosen.only(Set.of(node));
            sight.flyTo(node.box());
        });
    }

    Chosen chosen() {
        return chosen;
    }

    boolean hasSelection() {
        return !chosen.nodes().isEmpty();
    }

    void selectAll() {
        chosen.only(scene.nodes());
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

    GroupDeeds groups() {
        return groups;
    }

    SubgraphDeeds subgraphs() {
        return subgraphs;
    }

    Closer closer() {
        return closer;
    }

    /** What a node gave the time before it gave what it shows. */
    List<Thumb> before(NodeView node) {
        return outcomes.before(node.id());
    }

    ArrangeDeeds arranging() {
        return arranging;
    }

    /** Where the hand is: at the pointer, or in the middle if that is elsewhere. */
    Point hand() {
        Point pointer = gestures.pointer();
        return pointer == null ? sight.middle() : pointer;
    }

    /** What is opened over it. */
    Overlays over() {
        return over;
    }

    /** Takes a title that is being typed, and closes what lies over the canvas. */
    public void takeTyped() {
        over.closePopups();
    }

    /** From node to node by keys. */
    Walk walk() {
        return walk;
    }

    /** Puts nodes where a point of this canvas is, and selects them. */
    public void put(Clipping nodes, Point at) {
        deeds.put(nodes, at, 0);
    }

    /** The edit that puts a new node into the wire at a place of this canvas; empty if none is there that it fits. */
    public Optional<Edit> into(Node node, Point at) {
        return wires.under(at).flatMap(wire -> Insertion.adding(scene, node, wire));
    }

    /** Lights the wire at a place if a new node may be put into it; with null none. */
    public void lightFor(@Nullable Node node, Point at) {
        wires.light(node == null || into(node, at).isEmpty() ? null : wires.under(at).orElse(null));
    }

    // ---- editing

    void edit(Edit edit) {
        edits.accept(edit);
    }

    void escape() {
        if (!over.cancel() && !fields.cancel() && !gestures.cancel() && !over.find().close()) {
            if (chosen.isEmpty() && chosen.marked() == null && subgraphs.canLeave()) {
                subgraphs.leave();
            } else {
                chosen.only(Set.of());
            }
        }
    }

    boolean canEscape() {
        return isBusy() || !chosen.isEmpty() || chosen.marked() != null || subgraphs.canLeave();
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

    /** Shows a parameter with another value than the document has; nulls show the document's again. */
    void draft(NodeView node, @Nullable String parameter, @Nullable Value value) {
        node.setDraft(parameter, value);
        surface.touch(node);
    }

    /** Where a parameter's value is shown, in logical pixels of this canvas; empty if it is not shown. */
    public Optional<Rectangle2D> fieldBounds(InputRef parameter) {
        return scene.node(parameter.node()).flatMap(node -> node.layout().fields().stream()
                .filter(f -> f.parameter().name().equals(parameter.input())).findFirst().map(f -> {
                    int buttons = f.look() == NodeLayout.Look.SEED ? 2 * (NodeLayout.ROW + NodeLayout.GAP) : 0;
                    Camera camera = sight.camera();
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
        return fieldHost != null && chosen.nodes().size() == 1 && !editableFields(chosen.nodes().iterator().next().id()).isEmpty();
    }

    void editFields() {
        if (fieldHost != null) {
            fieldHost.edit(editableFields(chosen.nodes().iterator().next().id()).getFirst());
        }
    }

    int menuMask() {
        return Strokes.menuMask();
    }

    /** Lets other keys do what actions do. */
    public void setKeymap(Keymap other) {
        keys.set(other);
    }

    /** Does what a key of the canvas does, if it can be done now. */
    public void perform(CanvasAction action) {
        if (action.isPossible(this)) {
            action.perform(this);
        }
    }

    /** An action's name in the language of the window; empty for what only a key means, such as a nudge. */
    public String name(CanvasAction action) {
        return action.name(scene.say().language());
    }

    /** The first of an action's keys; null if it has none. */
    public @Nullable KeyStroke key(CanvasAction action) {
        return keys.first(action);
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

    Surface surface() {
        return surface;
    }

    /** Whether something is shown that is no part of the document: a drag or a frame. */
    public boolean isBusy() {
        return over.isOpen() || gestures.isDragging() || fields.isDragging();
    }

    Gestures gestures() {
        return gestures;
    }

    WireHands wires() {
        return wires;
    }

    Type type() {
        return type;
    }

    // ---- words

    private List<SpokenPart> spokenParts() {
        List<SpokenPart> known = spoken;
        if (known == null) {
            known = new ArrayList<>();
            for (NodeView view : scene.nodes()) {
                known.add(new SpokenNode((Accessible) sheet, scene, view.id(), known.size()));
            }
            for (GroupView view : scene.groups()) {
                known.add(new SpokenGroup((Accessible) sheet, scene, view.id(), known.size()));
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
            surface.forget();
        }
    }
}
