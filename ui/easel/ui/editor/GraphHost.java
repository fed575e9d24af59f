package easel.ui.editor;

import easel.format.WorkflowClipping;
import easel.format.WorkflowException;
import easel.graph.Clipping;
import easel.graph.Document;
import easel.graph.Level;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Problem;
import easel.graph.SubgraphId;
import easel.graph.Value;
import easel.run.Key;
import easel.run.Trouble;
import easel.ui.canvas.CanvasHost;
import easel.ui.canvas.PicturesOut;
import easel.ui.closer.Subject;
import easel.ui.desk.Desk;
import easel.ui.desk.Notice;
import easel.ui.form.FormContext;
import easel.ui.image.PictureFile;
import easel.ui.mending.Mends;
import easel.ui.mending.ProblemPopup;
import easel.ui.search.Uses;
import easel.ui.settings.Memory;
import easel.ui.settings.Sides;
import easel.ui.task.Task;
import easel.ui.widget.Incoming;
import easel.ui.widget.Popover;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** What the canvases ask of the window: the system's clipboard, runs, and what the person uses. */
final class GraphHost implements CanvasHost {

    /** From one pasted picture to the next, in the canvas's pixels. */
    private static final double BELOW = 232;

    private final FormContext context;
    private final Desk desk;
    private final Memory memory;
    private final JComponent face;
    private final Mends mends;
    private final Runnable mapped;
    private final Consumer<Subject> closer;
    private final Consumer<Level> go;
    private final BiConsumer<NodeId, String> find;
    private final Supplier<List<Problem>> problems;
    private final Consumer<NodeId> visit;
    private final PicturesOut pictures;
    private @Nullable Popover popup;

    /**
     * @param beside where a node goes that is joined to one
     * @param mapped told when the small picture of the canvas is to be shown, or no more
     * @param closer shows pictures as large as the canvas
     * @param go     goes to another level of the workflow
     * @param find   goes to a node that has some words, and goes on looking for them there
     * @param problems what is wrong with the workflow in front
     * @param visit  goes to a node of the whole document
     */
    GraphHost(FormContext context, JComponent face, Function<NodeId, Position> beside, Runnable mapped, Consumer<Subject> closer, Consumer<Level> go,
            BiConsumer<NodeId, String> find, Supplier<List<Problem>> problems, Consumer<NodeId> visit) {
        this.context = context;
        this.desk = context.desk();
        this.memory = context.memory();
        this.face = face;
        this.mapped = mapped;
        this.closer = closer;
        this.go = go;
        this.find = find;
        this.problems = problems;
        this.visit = visit;
        this.pictures = new NodePictures(context, face);
        this.mends = new Mends(context, beside, face);
    }

    @Override
    public Uses uses() {
        Sides sides = memory.get().sides();
        return new Uses(sides.favourites(), sides.added());
    }

    @Override
    public void added(String type) {
        memory.changeSides(s -> s.withRecent(type));
    }

    @Override
    public void mark(String type, boolean favourite) {
        memory.changeSides(s -> s.withFavourite(type, favourite));
    }

    @Override
    public void copy(Clipping nodes) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(WorkflowClipping.text(nodes)), null);
    }

    @Override
    public void paste(Consumer<Clipping> then) {
        // Another program may take its time with what it has put there.
        Task.of(GraphHost::onClipboard).whenFailed(_ -> nothingThere()).whenDone(there -> {
            if (there.nodes != null && !there.nodes.isEmpty()) {
                then.accept(there.nodes);
            } else if (there.pictures.image() != null) {
                desk.sources().keep(there.pictures.image(), file -> then.accept(showing(List.of(file))));
            } else if (!there.pictures.files().isEmpty()) {
                then.accept(showing(there.pictures.files()));
            } else {
                nothingThere();
            }
        });
    }

    /** Nodes as text, else pictures. */
    private record There(@Nullable Clipping nodes, Incoming pictures) {}

    private static There onClipboard() throws IOException, UnsupportedFlavorException {
        Transferable clipboard = Toolkit.getDefaultToolkit().getSystemClipboard().getContents(null);
        if (clipboard.isDataFlavorSupported(DataFlavor.stringFlavor)) {
            try {
                return new There(WorkflowClipping.parse((String) clipboard.getTransferData(DataFlavor.stringFlavor)), Incoming.NOTHING);
            } catch (WorkflowException words) {
                // A picture may lie beside them: browsers put its address there.
            }
        }
        Incoming pictures = Incoming.of(clipboard);
        return new There(null, new Incoming(pictures.files().stream().filter(PictureFile::isNamedLikeOne).toList(), pictures.image()));
    }

    /** A node for each picture, one under the other. */
    private static Clipping showing(List<Path> pictures) {
        Document document = Document.EMPTY;
        for (int i = 0; i < pictures.size(); i++) {
            document = document.with(Node.of("picture-" + i, "load-picture").at(new Position(0, i * BELOW))
                    .with("file", Value.of(pictures.get(i).toAbsolutePath().toString())));
        }
        return Clipping.of(document, document.nodes().stream().map(Node::id).collect(Collectors.toSet()), Set.of());
    }

    private void nothingThere() {
        desk.tell(Notice.of("notice.nothing-to-paste"));
    }

    @Override
    public void lookCloser(Subject subject) {
        closer.accept(subject);
    }

    @Override
    public void read(String title, String words, Rectangle at) {
        popup = Popover.openAt(face, at, new ReadWords(context, title, words), title);
    }

    @Override
    public PicturesOut pictures() {
        return pictures;
    }

    @Override
    public void showProblems(NodeId node, String title, List<Problem> problems, @Nullable Trouble failed, Rectangle at) {
        popup = Popover.openAt(face, at, new ProblemPopup(context, mends, desk.shown(), title, problems, failed, () -> {
            if (popup != null) {
                popup.close();
            }
        }), title);
    }

    private WrongNodes wrong() {
        return WrongNodes.of(desk.document(), problems.get(), desk.front().nodes());
    }

    @Override
    public boolean hasProblems() {
        return !wrong().isEmpty();
    }

    @Override
    public boolean goToProblem(@Nullable NodeId from, int by) {
        Optional<NodeId> next = wrong().next(from == null ? null : level().whole(from), level(), by);
        next.ifPresent(visit);
        return next.isPresent();
    }

    @Override
    public boolean canRun() {
        return true;
    }

    @Override
    public void runTo(Set<NodeId> nodes) {
        desk.jobs().generate(nodes.stream().map(level()::whole).collect(Collectors.toSet()));
    }

    @Override
    public void freeze(Set<NodeId> nodes, Map<NodeId, Key> shown) {
        Level level = level();
        Map<NodeId, Key> keys = new HashMap<>();
        shown.forEach((node, key) -> {
            // Of a node that stands for a subgraph only what is inside has given anything.
            if (desk.shown().body().node(node).filter(n -> SubgraphId.isInstance(n.type())).isEmpty()) {
                keys.put(level.whole(node), key);
            }
        });
        desk.jobs().freeze(nodes.stream().map(level::whole).collect(Collectors.toSet()), keys);
    }

    private Level level() {
        return desk.front().level();
    }

    @Override
    public Document offered(Document shown) {
        return desk.own().offered(shown);
    }

    @Override
    public Optional<Clipping> bringing(String type) {
        return desk.own().bringing(type, desk.shown());
    }

    @Override
    public void keep(NodeId node, String title) {
        desk.own().keep(desk.shown(), node, title);
    }

    @Override
    public void refused() {
        desk.tell(Notice.of("notice.locked"));
    }

    @Override
    public boolean isInside() {
        return !level().isTop();
    }

    @Override
    public void enter(NodeId node) {
        Level inside = level().into(node);
        if (inside.isIn(desk.document())) {
            go.accept(inside);
        } else {
            desk.tell(Notice.of("notice.cannot-enter"));
        }
    }

    @Override
    public Optional<Whole> whole() {
        return Optional.of(new Whole(desk.document(), level()));
    }

    @Override
    public void find(NodeId node, String words) {
        find.accept(node, words);
    }

    @Override
    public void leave() {
        go.accept(level().out());
    }

    @Override
    public boolean hasMap() {
        return true;
    }

    @Override
    public void toggleMap() {
        memory.change(s -> s.with(s.hand().withNoMap(!s.hand().noMap())));
        mapped.run();
    }
}
