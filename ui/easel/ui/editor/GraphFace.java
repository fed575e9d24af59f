package easel.ui.editor;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.GroupEdit;
import easel.graph.GroupId;
import easel.graph.Level;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Problem;
import easel.graph.Size;
import easel.graph.SubgraphEdit;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.RunEvent;
import easel.ui.action.Keymap;
import easel.ui.action.Strokes;
import easel.ui.action.Command;
import easel.ui.canvas.Camera;
import easel.ui.canvas.CanvasAction;
import easel.ui.canvas.CanvasView;
import easel.ui.canvas.Habits;
import easel.ui.canvas.Minimap;
import easel.ui.closer.CloseLook;
import easel.ui.desk.Desk;
import easel.ui.desk.Findings;
import easel.ui.desk.Looks;
import easel.ui.desk.Seen;
import easel.ui.desk.Tab;
import easel.ui.form.FormContext;
import easel.ui.inspector.Groups;
import easel.ui.library.Library;
import easel.ui.search.NodeSearchPanel;
import easel.ui.settings.Memory;
import easel.ui.theme.Icons;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.event.ContainerAdapter;
import java.awt.event.ContainerEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of the workflow in front. Each tab has a canvas of its own, made when it is first looked at. What a person
 * does there are edits on the desk.
 */
public final class GraphFace extends JPanel {

    private static final long serialVersionUID = 1;

    private static final int BESIDE = 48;
    /** While a frame is drawn, others hear of the selection so often. */
    private static final int SELECT_MS = 100;
    /** Air round what lies over the canvas. */
    private static final int AIR = 16;
    /** A smaller canvas, in logical pixels, has better use for its corner than the overview. */
    private static final int ROOM_FOR_MAP = 420;
    /** After so long without an edit the document is looked over: problems, and results that are no longer its own. */
    private static final int INSPECT_MS = 250;
    /** Steps of the arrow keys that follow each other are one undo step. */
    private static final double NUDGE = 8;

    private final transient Desk desk;
    private final transient Language language;
    /** Somewhere to look at: a level of a workflow. */
    private record Place(Tab tab, Level level) {}

    private final transient Map<Place, CanvasView> canvases = new HashMap<>();
    private final transient Consumer<Set<NodeId>> selected;
    private final transient Consumer<List<Problem>> found;
    private final DropSign sign;
    private final ZoomBar zoom;
    private final Breadcrumb way;
    private final Minimap map;
    private final CloseLook closer;
    private final transient Memory memory;
    private final transient InPlace inPlace;
    private final transient Arrivals arrivals;
    private transient Habits habits = Habits.STANDARD;
    private final transient Keymap keymap;
    private final transient GraphHost host;
    private final transient Groups groups;
    private final Timer inspect = new Timer(INSPECT_MS, _ -> inspect());
    private final Timer selecting = new Timer(SELECT_MS, _ -> tellSelection());
    private transient @Nullable CanvasView canvas;
    /** What is wrong with the workflow in front, as far as somebody has looked. */
    private transient List<Problem> problems = List.of();

    /**
     * @param selected told when other nodes are selected in the tab in front
     * @param found    told what is wrong with it
     */
    public GraphFace(Desk desk, Words words, Language language, FormContext context, Keymap keymap, Consumer<Set<NodeId>> selected,
            Consumer<List<Problem>> found) {
        super(null);
        this.desk = desk;
        this.language = language;
        this.keymap = keymap;
        this.selected = selected;
        this.found = found;
        setName("graph");
        inspect.setRepeats(false);
        selecting.setRepeats(false);
        zoom = new ZoomBar(words, this::printed, new ZoomBar.Deeds() {
            @Override
            public void zoomOut() {
                perform(CanvasAction.ZOOM_OUT);
            }

            @Override
            public void actualSize() {
                perform(CanvasAction.ACTUAL_SIZE);
            }

            @Override
            public void zoomIn() {
                perform(CanvasAction.ZOOM_IN);
            }

            @Override
            public void fit() {
                perform(CanvasAction.FIT_ALL);
            }

            @Override
            public void lock() {
                perform(CanvasAction.LOCK);
            }

            @Override
            public void map() {
                perform(CanvasAction.OVERVIEW);
            }
        });
        closer = new CloseLook(words, this::focus);
        add(closer);
        sign = new DropSign(words);
        add(sign);
        add(zoom);
        way = new Breadcrumb(words, language, this::go, () -> perform(CanvasAction.LEAVE), printed(CanvasAction.LEAVE));
        add(way);
        map = new Minimap(words.say("zoom.map"), printed(CanvasAction.OVERVIEW));
        memory = context.memory();
        add(map);
        inPlace = new InPlace(this, () -> canvas, context.nodes());
        arrivals = new Arrivals(this, desk, () -> canvas, Arrivals.titles(desk, language));
        groups = new ShownGroups(language, () -> canvas);
        host = new GraphHost(context.nodes(), this, here -> beside(desk.front().level().whole(here)), this::showMap, closer::open, this::go,
                this::find, () -> problems, this::visit);
        if (!GraphicsEnvironment.isHeadless()) {
            setDropTarget(new DropTarget(this, DnDConstants.ACTION_COPY, new FileDrop(context, sign, () -> canvas)));
        }
        showMap();
    }

    /** Its key as it is printed on the keyboard; empty for none. */
    private String printed(CanvasAction action) {
        return Strokes.printed(keymap.first(action));
    }

    private void perform(CanvasAction action) {
        if (canvas != null) {
            canvas.perform(action);
            canvas.sheet().requestFocusInWindow();
        }
    }

    private void showMap() {
        boolean shown = !memory.get().hand().noMap();
        map.setVisible(shown);
        map.show(shown ? canvas : null);
        zoom.showMap(shown);
        makeWay();
    }

    /** What lies over the canvas's lower edge gives way to what is opened there: a search, which grows downwards, is there to be read. */
    private void makeWay() {
        map.setVisible(!memory.get().hand().noMap() && !isCovered(map));
        zoom.setVisible(!isCovered(zoom));
    }

    private boolean isCovered(Component over) {
        return canvas != null && Arrays.stream(canvas.sheet().getComponents()).filter(Component::isVisible)
                .anyMatch(c -> over.getBounds().intersects(c.getX(), c.getY(), c.getWidth(), c instanceof NodeSearchPanel ? getHeight() : c.getHeight()));
    }

    /** Shows the tab in front as it is now. */
    public void refresh() {
        // Those on the way here are kept as they are; of others their looks are known.
        canvases.keySet().removeIf(p -> !desk.tabs().contains(p.tab) || !p.tab.level().way().contains(p.level));
        Tab tab = desk.front();
        Place place = new Place(tab, tab.level());
        CanvasView wanted = canvases.get(place);
        if (wanted == null) {
            wanted = canvas(place);
            canvases.put(place, wanted);
        }
        if (wanted != canvas) {
            closer.close();
            inPlace.close(false, false);   // the desk has had taken what was typed
            CanvasView before = canvas;
            boolean had = before != null && hasKeys(before);
            if (before != null) {
                before.takeTyped();
            }
            canvas = wanted;
            if (before != null) {
                remove(before);   // what it lets go of is no news any more
            }
            add(canvas);   // under the zoom bar
            canvas.select(tab.looks().selected());
            canvas.setLocked(tab.looks().locked());
            if (had) {
                canvas.sheet().requestFocusInWindow();
            }
            zoom.show(canvas.camera().zoom());
            zoom.showLock(canvas.isLocked());
            showMap();
            inspect.restart();
            revalidate();
            repaint();
        }
        way.show(desk.title(tab), tab.document(), tab.level());
        if (canvas.document() != tab.seen()) {
            canvas.show(tab.seen());
            inspect.restart();
            inPlace.follow();
        }
        selected.accept(canvas.selection());
    }

    /** Whether a canvas has the keys, or nobody has whom a person gave them: a window that has just opened gives them to its first button. */
    private boolean hasKeys(CanvasView of) {
        Window window = SwingUtilities.getWindowAncestor(this);
        Component owner = window == null ? null : window.getMostRecentFocusOwner();
        return of.sheet().isFocusOwner() || owner == null || owner == window || owner == of.sheet() || !owner.isShowing()
                || "menu".equals(owner.getName());
    }

    private void tellSelection() {
        if (canvas != null) {
            selected.accept(canvas.selection());
        }
    }

    /** Goes to another level of the workflow in front. */
    private void go(Level level) {
        desk.go(level);
        focus();
    }

    /** Goes to a node that has the words that are sought, wherever it is. */
    private void find(NodeId whole, String words) {
        go(Level.of(whole));
        if (canvas != null) {
            desk.front().level().here(whole).ifPresent(here -> canvas.find(words, here));
        }
    }

    private CanvasView canvas(Place place) {
        Tab tab = place.tab;
        CanvasView made = new CanvasView(language, edit -> desk.edit(tab, place.level, edit, joins(edit)));
        made.setFieldHost(inPlace);
        made.setHabits(habits);
        made.setKeymap(keymap);
        made.setHost(host);
        made.setOver(map);
        made.show(tab.seen());
        new Seen(tab.document(), place.level).nodes(tab.nodes()).forEach(made::tell);
        desk.jobs().recall(tab, node -> place.level.here(node).isPresent());
        Looks looks = tab.looks();
        if (looks.zoom() > 0) {
            made.setCamera(new Camera(looks.zoom(), looks.x(), looks.y()));
        } else if (place.level.isTop()) {
            made.fitAll();
        } else {
            made.begin();   // who goes inside wants to read what is there
        }
        made.select(looks.selected());
        made.setLocked(looks.locked());
        made.sheet().addContainerListener(new ContainerAdapter() {
            @Override
            public void componentAdded(ContainerEvent e) {
                makeWay();
            }

            @Override
            public void componentRemoved(ContainerEvent e) {
                makeWay();
            }
        });
        made.addPropertyChangeListener("camera", _ -> {
            Camera now = made.camera();
            if (tab.looks().level().equals(place.level)) {
                desk.look(tab, tab.looks().from(now.zoom(), now.x(), now.y()));
            }
            if (made == canvas) {
                zoom.show(now.zoom());
                inPlace.follow();
            }
        });
        made.addPropertyChangeListener("selection", _ -> {
            if (tab.looks().level().equals(place.level)) {
                desk.look(tab, tab.looks().selecting(made.selection()));
            }
            if (made == canvas && made.isBusy()) {
                selecting.start();   // a frame that is being drawn selects with every pixel; starting again changes nothing
            } else if (made == canvas) {
                selected.accept(made.selection());
            }
        });
        made.addPropertyChangeListener("groups", _ -> {
            if (made == canvas) {
                selected.accept(made.selection());
            }
        });
        made.addPropertyChangeListener("locked", _ -> {
            zoom.showLock(made.isLocked());
            desk.look(tab, tab.looks().locking(made.isLocked()));
        });
        inspect.restart();
        return made;
    }

    /** Nudges of the same nodes, and a title on its way to what it becomes, are one step. */
    private static @Nullable Object joins(Edit edit) {
        return switch (edit) {
            case Edit.MoveNodes(Set<NodeId> nodes, var by) when Math.abs(by.dx()) <= NUDGE && Math.abs(by.dy()) <= NUDGE -> nodes;
            case Edit.Rename rename -> List.of("title", rename.node());
            case GroupEdit.RenameGroup rename -> List.of("title", rename.group());
            case SubgraphEdit.RenameSubgraph rename -> List.of("title", rename.subgraph());
            default -> null;
        };
    }

    /** What became of nodes of a tab. */
    public void tell(Tab tab, List<RunEvent.NodeChanged> changes) {
        canvases.forEach((place, of) -> {
            if (place.tab == tab) {
                if (desk.jobs().isAsked(tab)) {
                    of.expectOther();
                }
                new Seen(tab.document(), place.level).news(changes, tab.nodes()).forEach(of::tell);
                if (!inspect.isRunning()) {
                    inspect.start();   // not anew for each step, or nothing would be looked over while a job runs
                }
            }
        });
    }

    private void inspect() {
        CanvasView of = canvas;
        if (of != null && isShowing()) {
            Tab tab = desk.front();
            Document document = tab.document();
            desk.inspect(document, findings -> show(tab, document, findings));
        }
    }

    private void show(Tab tab, Document document, Findings findings) {
        // Another look is on its way if it has been changed meanwhile.
        if (tab.document() == document) {
            canvases.forEach((place, of) -> {
                if (place.tab == tab) {
                    Seen seen = new Seen(document, place.level);
                    of.setProblems(seen.problems(findings.problems()));
                    of.setKeys(seen.keys(findings.keys()));
                    of.setTold(seen.told(findings.told()));
                }
            });
            if (tab == desk.front()) {
                problems = findings.problems();
                found.accept(problems);
            }
        }
    }

    /** What the canvas can do now and has a name for. */
    public List<Command> commands() {
        CanvasView of = canvas;
        return of == null ? List.of() : Arrays.stream(CanvasAction.values()).filter(a -> a.isCommand() && of.isPossible(a))
                .map(a -> new Command(of.name(a), Strokes.printed(of.key(a)), Icons.GRAPH.at(16), () -> perform(a))).toList();
    }

    /** Another theme is on; canvases behind the one that is seen are in no window, so nobody tells them. */
    public void wearBehind() {
        canvases.values().stream().filter(c -> c.getParent() == null).forEach(SwingUtilities::updateComponentTreeUI);
    }

    /** Goes to the level where nodes of the whole document are, selects them and brings them into view. */
    public void goTo(Collection<NodeId> nodes) {
        nodes.stream().findFirst().ifPresent(first -> go(Level.of(first)));
        if (canvas != null) {
            Level level = desk.front().level();
            canvas.select(nodes.stream().flatMap(n -> level.here(n).stream()).toList());
            canvas.fitSelection();
            canvas.sheet().requestFocusInWindow();
        }
    }

    /** Goes to a node of the whole document, at the level where it is. */
    public void visit(NodeId node) {
        go(Level.of(node));
        if (canvas != null) {
            desk.front().level().here(node).ifPresent(canvas::visit);
        }
    }

    /** Who brings nodes from the library. */
    public Library.Host arrivals() {
        return arrivals;
    }

    /** What the person is used to. */
    public void setHabits(Habits others) {
        habits = others;
        canvases.values().forEach(c -> c.setHabits(others));
    }

    /** A free place to the right of a node of the whole document, where one that takes from it goes. */
    public Position beside(NodeId id) {
        Document document = desk.document();
        Position at = document.node(id).map(Node::position).orElse(Position.ORIGIN);
        double width = canvas == null ? 0 : desk.front().level().here(id).flatMap(canvas::size).map(Size::width).orElse(0.0);
        return new Position(at.x() + width + BESIDE, at.y());
    }

    /** The groups that are selected in the tab in front. */
    public Set<GroupId> selectedGroups() {
        return canvas == null ? Set.of() : canvas.selectedGroups();
    }

    /** Who knows what lies in groups. */
    public Groups groups() {
        return groups;
    }

    /** The nodes that are selected in the tab in front. */
    public Set<NodeId> selection() {
        return canvas == null ? Set.of() : canvas.selection();
    }

    /** Takes the value that is being typed into a node. */
    public void takeValue() {
        inPlace.take();
    }

    /** Takes what is being typed into a node, before somebody asks for the document. */
    public void take() {
        takeValue();
        if (canvas != null) {
            canvas.takeTyped();
        }
    }

    /** Gives the keys to the canvas. */
    public void focus() {
        if (canvas != null) {
            canvas.sheet().requestFocusInWindow();
        }
    }

    @Override
    public void doLayout() {
        int top = way.isVisible() ? way.getPreferredSize().height : 0;
        way.setBounds(0, 0, getWidth(), top);
        if (canvas != null) {
            canvas.setBounds(0, top, getWidth(), getHeight() - top);
        }
        sign.setBounds(0, 0, getWidth(), getHeight());
        closer.setBounds(0, 0, getWidth(), getHeight());
        Dimension size = zoom.getPreferredSize();
        zoom.setBounds(AIR, getHeight() - AIR - size.height, size.width, size.height);
        Dimension mapSize = getWidth() < ROOM_FOR_MAP || getHeight() < ROOM_FOR_MAP ? new Dimension() : map.getPreferredSize();
        map.setBounds(getWidth() - AIR - mapSize.width, getHeight() - AIR - mapSize.height, mapSize.width, mapSize.height);
        inPlace.follow();
    }

    /** The zoom bar lies over the canvas. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(320, 240);
    }
}
