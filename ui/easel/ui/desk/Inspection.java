package easel.ui.desk;

import easel.engine.EngineException;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.run.Key;
import easel.run.RunOptions;
import easel.run.Studio;
import easel.ui.task.Task;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks documents over, one at a time and elsewhere: of those that wait only the newest is looked at. On the EDT. */
final class Inspection {

    private record Wish(Document document, @Nullable RunOptions options, Consumer<Findings> then) {}

    private final Studio studio;
    private @Nullable Wish next;
    private boolean busy;

    Inspection(Studio studio) {
        this.studio = studio;
    }

    /** @param options how it would run; null asks for problems alone, for the keys may start the engine */
    void ask(Document document, @Nullable RunOptions options, Consumer<Findings> then) {
        next = new Wish(document, options, then);
        if (!busy) {
            begin();
        }
    }

    private void begin() {
        Wish wish = next;
        if (wish == null) {
            return;
        }
        next = null;
        busy = true;
        Task.of(() -> new Findings(studio.check(wish.document), keys(wish))).whenFailed(_ -> done()).whenDone(findings -> {
            wish.then.accept(findings);
            done();
        });
    }

    private Map<NodeId, Key> keys(Wish wish) {
        try {
            return wish.options == null ? Map.of() : studio.keys(wish.document, wish.options);
        } catch (EngineException noEngine) {
            return Map.of();   // whoever generates hears why
        }
    }

    private void done() {
        busy = false;
        begin();
    }
}
