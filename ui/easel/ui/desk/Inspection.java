package easel.ui.desk;

import easel.graph.Document;
import easel.graph.NodeId;
import easel.run.Key;
import easel.run.RunOptions;
import easel.run.Studio;
import easel.ui.task.Task;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks documents over, one at a time and elsewhere: of those that wait only the newest is looked at. On the EDT. */
final class Inspection {

    /**
     * A document to be looked over.
     *
     * @param options how it would run
     * @param told    nodes of which something is known
     * @param under   the key they had when that came, where it may give way to what is known of the document as it is now
     * @param left    under which keys nodes showed results in an earlier session
     */
    record Wish(Document document, RunOptions options, Set<NodeId> told, Map<NodeId, Key> under, Map<NodeId, Key> left, Consumer<Findings> then) {}

    private final Studio studio;
    private @Nullable Wish next;
    private boolean busy;

    Inspection(Studio studio) {
        this.studio = studio;
    }

    void ask(Wish wish) {
        next = wish;
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
        Task.of(() -> new Findings(studio.check(wish.document), studio.earlier(wish.document, wish.options, wish.told, wish.under, wish.left), studio.told(wish.document))).whenFailed(_ -> done())
                .whenDone(findings -> {
                    wish.then.accept(findings);
                    done();
                });
    }

    private void done() {
        busy = false;
        begin();
    }
}
