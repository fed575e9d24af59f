package easel.ui.editor;

import easel.format.WorkflowClipping;
import easel.format.WorkflowException;
import easel.graph.Clipping;
import easel.graph.NodeId;
import easel.run.Key;
import easel.ui.canvas.CanvasHost;
import easel.ui.desk.Desk;
import easel.ui.desk.Notice;
import easel.ui.search.Uses;
import easel.ui.settings.Memory;
import easel.ui.settings.Sides;
import easel.ui.task.Task;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the canvases ask of the window: the system's clipboard, runs, and what the person uses. */
final class GraphHost implements CanvasHost {

    private final Desk desk;
    private final Memory memory;

    GraphHost(Desk desk, Memory memory) {
        this.desk = desk;
        this.memory = memory;
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
        Task.of(GraphHost::onClipboard).whenFailed(_ -> nothingThere()).whenDone(nodes -> {
            if (nodes.isEmpty()) {
                nothingThere();
            } else {
                then.accept(nodes);
            }
        });
    }

    private static Clipping onClipboard() throws IOException, UnsupportedFlavorException, WorkflowException {
        return WorkflowClipping.parse((String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor));
    }

    private void nothingThere() {
        desk.tell(Notice.of("notice.nothing-to-paste"));
    }

    @Override
    public boolean canRun() {
        return true;
    }

    @Override
    public void runTo(Set<NodeId> nodes) {
        desk.generate(nodes);
    }

    @Override
    public void freeze(Set<NodeId> nodes, Map<NodeId, Key> shown) {
        desk.freeze(nodes, shown);
    }
}
