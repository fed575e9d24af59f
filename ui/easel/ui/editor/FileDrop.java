package easel.ui.editor;

import easel.graph.Clipping;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.Position;
import easel.graph.Value;
import easel.ui.canvas.CanvasView;
import easel.ui.desk.Brought;
import easel.ui.desk.Notice;
import easel.ui.form.FormContext;
import easel.ui.task.Task;
import easel.ui.widget.Incoming;
import java.awt.Point;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import java.awt.dnd.DropTargetEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files and pictures dropped on the canvas. A workflow, or a picture that carries one, is opened in a tab or inserted,
 * by the half it is let go over; a picture or a model becomes the node that loads it; anything else is said in a sentence.
 */
final class FileDrop extends DropTargetAdapter {

    /** From one dropped file's node to the next, in the canvas's pixels. */
    private static final double BELOW = 232;

    private final FormContext context;
    private final DropSign sign;
    private final Supplier<@Nullable CanvasView> canvas;
    /** What is known of the files that are held over the canvas. */
    private final Map<Path, Brought> known = new HashMap<>();
    private List<Path> held = List.of();
    /** Where they are held, or null. */
    private @Nullable Point where;

    FileDrop(FormContext context, DropSign sign, Supplier<@Nullable CanvasView> canvas) {
        this.context = context;
        this.sign = sign;
        this.canvas = canvas;
    }

    @Override
    public void dragEnter(DropTargetDragEvent e) {
        known.clear();
        held = List.of();
        where = e.getLocation();
        if (Incoming.isThere(e.getCurrentDataFlavors())) {
            // Some systems tell which files they are only once they are let go.
            held = Incoming.of(e.getTransferable()).files();
            held.forEach(file -> look(file, _ -> sign(where)));
        }
        dragOver(e);
    }

    @Override
    public void dragOver(DropTargetDragEvent e) {
        if (Incoming.isThere(e.getCurrentDataFlavors())) {
            e.acceptDrag(DnDConstants.ACTION_COPY);
            where = e.getLocation();
            sign(where);
        } else {
            e.rejectDrag();
        }
    }

    /** There are halves as soon as a held file is known to be a workflow, not only when it is moved on. */
    private void sign(@Nullable Point at) {
        if (at != null) {
            sign.hold(at, held.stream().map(known::get).anyMatch(Brought.Workflow.class::isInstance));
        }
    }

    @Override
    public void dragExit(DropTargetEvent e) {
        where = null;
        sign.leave();
    }

    @Override
    public void drop(DropTargetDropEvent e) {
        e.acceptDrop(DnDConstants.ACTION_COPY);
        Incoming incoming = Incoming.of(e.getTransferable());
        Point at = e.getLocation();
        boolean opens = sign.opens(at);
        where = null;
        sign.leave();
        e.dropComplete(!incoming.isEmpty());
        if (incoming.files().isEmpty() && incoming.image() != null) {
            context.desk().sources().keep(incoming.image(), file -> take(List.of(file), at, false));
        } else {
            take(incoming.files(), at, opens);
        }
        if (incoming.isEmpty()) {
            context.desk().tell(Notice.of("notice.neither"));   // the address of a page, say
        }
    }

    /** Looks into files and does with each what it is for; workflows are opened only where that was shown. */
    private void take(List<Path> files, Point at, boolean opens) {
        List<Brought> all = new ArrayList<>();
        for (Path file : files) {
            look(file, what -> {
                all.add(what);
                if (all.size() == files.size()) {
                    done(all, at, opens);
                }
            });
        }
    }

    private void look(Path file, Consumer<Brought> then) {
        boolean shortForms = context.desk().shown().nodes().stream().noneMatch(n -> n.type().equals("checkpoint-loader-simple")
                || n.type().equals("unet-loader") || n.type().startsWith("k-sampler"));
        Task.of(() -> Brought.of(file, shortForms, context.language())).whenDone(what -> {
            known.put(file, what);
            then.accept(what);
        });
    }

    private void done(List<Brought> all, Point at, boolean opens) {
        Document nodes = Document.EMPTY;
        for (Brought one : all) {
            switch (one) {
                case Brought.Workflow(Path file, Document _) when opens -> context.desk().files().open(file, () -> { });
                case Brought.Workflow(Path _, Document document) -> insert(document, at);
                case Brought.ForNode(Path file, String type, String parameter) -> nodes = nodes.with(Node.of("new-" + nodes.size(), type)
                        .at(new Position(0, nodes.size() * BELOW)).with(parameter, Value.of(file.toAbsolutePath().toString())));
                case Brought.Nothing nothing -> context.desk().tell(nothing.why());
            }
        }
        if (nodes.size() > 0) {
            insert(nodes, at);
        }
    }

    private void insert(Document document, Point at) {
        CanvasView over = canvas.get();
        if (over != null) {
            over.put(Clipping.of(document, document.nodes().stream().map(Node::id).collect(Collectors.toSet()),
                    document.groups().stream().map(g -> g.id()).collect(Collectors.toSet())), at);
            over.sheet().requestFocusInWindow();
        }
    }
}
