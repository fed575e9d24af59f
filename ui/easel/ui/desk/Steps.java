package easel.ui.desk;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.History;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A history in which typing joins: edits of one thing that follow each other quickly are one step. */
final class Steps {

    /** Typing into one field within so long is one undo step. */
    private static final long SAME_STEP_NS = 1_500_000_000L;

    private History history;
    private long at;

    Steps(Document document) {
        history = History.of(document);
    }

    Document document() {
        return history.present();
    }

    /** Whether something is another now; edits with an equal {@code with} join, null never does. */
    boolean edit(Edit edit, @Nullable Object with) {
        long now = System.nanoTime();
        Document old = document();
        if (now - at >= SAME_STEP_NS) {
            history = history.settled();
        }
        history = history.after(edit, with);
        at = now;
        return !document().equals(old);
    }

    /** The next edit is a step of its own. */
    void settle() {
        history = history.settled();
    }

    void amend(Document document) {
        history = history.amended(document);
    }

    Optional<History.Step> undoable() {
        return history.past().stream().findFirst();
    }

    Optional<History.Step> redoable() {
        return history.future().stream().findFirst();
    }

    boolean undo() {
        return travel(history.undone());
    }

    boolean redo() {
        return travel(history.redone());
    }

    private boolean travel(History to) {
        boolean moved = to != history;
        history = to;
        return moved;
    }
}
