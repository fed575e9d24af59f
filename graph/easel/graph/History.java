package easel.graph;

import java.util.List;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;

/**
 * A document with what it was before and after: undo and redo as a list of documents with names. A value itself;
 * steps share what they have in common.
 */
public final class History {

    /** A state and the edit that led to it. */
    public record Step(String code, List<Object> arguments, Document document) {
        public Step {
            arguments = List.copyOf(arguments);
        }
    }

    private final PStack<Step> past;
    private final Document present;
    private final PStack<Step> future;

    private History(PStack<Step> past, Document present, PStack<Step> future) {
        this.past = past;
        this.present = present;
        this.future = future;
    }

    /** The beginning. */
    public static History of(Document document) {
        return new History(ConsPStack.empty(), document, ConsPStack.empty());
    }

    /** The document now. */
    public Document present() {
        return present;
    }

    /** After an edit; what was undone is gone. An edit that changes nothing is no step. */
    public History after(Edit edit) {
        Document next = edit.on(present);
        return next.equals(present) ? amended(next)
                : new History(past.plus(new Step(edit.code(), edit.arguments(), present)), next, ConsPStack.empty());
    }

    /** With the present state put right without a step: this is how drawn seeds come in. */
    public History amended(Document document) {
        return document == present ? this : new History(past, document, future);
    }

    /** Whether there is something to undo. */
    public boolean canUndo() {
        return !past.isEmpty();
    }

    /** Whether there is something to redo. */
    public boolean canRedo() {
        return !future.isEmpty();
    }

    /** Before the last edit; the beginning stays itself. */
    public History undone() {
        if (past.isEmpty()) {
            return this;
        }
        Step last = past.get(0);
        return new History(past.minus(0), last.document(), future.plus(new Step(last.code(), last.arguments(), present)));
    }

    /** After the edit that was undone last. */
    public History redone() {
        if (future.isEmpty()) {
            return this;
        }
        Step next = future.get(0);
        return new History(past.plus(new Step(next.code(), next.arguments(), present)), next.document(), future.minus(0));
    }

    /** The edits that can be undone, latest first; each holds the document before it. */
    public List<Step> past() {
        return past;
    }

    /** The edits that can be redone, next first; each holds the document after it. */
    public List<Step> future() {
        return future;
    }
}
