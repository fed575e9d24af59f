package easel.graph;

import easel.platform.Language;
import easel.platform.Words;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;

/**
 * A document with what it was before and after: undo and redo as a list of documents with names. A value itself;
 * steps share what they have in common.
 */
public final class History {

    /** How many steps are kept, and up to a tenth more. */
    public static final int MOST_STEPS = 10_000;

    /**
     * A state and the edit that led to it.
     *
     * @param joins edits that follow with the same key are part of this step, or null if none are
     */
    public record Step(String code, List<Object> arguments, Document document, @Nullable Object joins) {
        public Step {
            arguments = List.copyOf(arguments);
        }

        /** The step's name for people: "Move 3 nodes". */
        public String name(Language language) {
            Words words = Words.of(Edit.class, language);
            boolean one = !arguments.isEmpty() && arguments.getFirst().equals(1) && words.has(code + ".one");
            return words.say(one ? code + ".one" : code, arguments);
        }

        private Step at(Document other) {
            return new Step(code, arguments, other, null);
        }
    }

    private final PStack<Step> past;
    private final Document present;
    private final PStack<Step> future;
    private final Document saved;

    private History(PStack<Step> past, Document present, PStack<Step> future, Document saved) {
        this.past = past;
        this.present = present;
        this.future = future;
        this.saved = saved;
    }

    /** The beginning, as it was saved. */
    public static History of(Document document) {
        return new History(ConsPStack.empty(), document, ConsPStack.empty(), document);
    }

    /** The document now. */
    public Document present() {
        return present;
    }

    /** After an edit; what was undone is gone. An edit that changes nothing is no step. */
    public History after(Edit edit) {
        return after(edit, null);
    }

    /**
     * After an edit that joins the last step if that one has the same key: typing into one field is one step until
     * {@link #settled}. What came back to what it was before is no step.
     *
     * @param joins null for an edit that stands alone
     */
    public History after(Edit edit, @Nullable Object joins) {
        Document next = edit.on(present);
        if (next.equals(present)) {
            return amended(next);
        }
        if (joins == null || past.isEmpty() || !future.isEmpty() || !Objects.equals(past.get(0).joins(), joins)) {
            return new History(kept(past.plus(new Step(edit.code(), edit.arguments(), present, joins))), next, ConsPStack.empty(), saved);
        }
        Document before = past.get(0).document();
        PStack<Step> earlier = past.minus(0);
        return new History(next.equals(before) ? earlier : earlier.plus(new Step(edit.code(), edit.arguments(), before, joins)),
                next, ConsPStack.empty(), saved);
    }

    private static PStack<Step> kept(PStack<Step> steps) {
        if (steps.size() <= MOST_STEPS + MOST_STEPS / 10) {
            return steps;
        }
        PStack<Step> newest = ConsPStack.empty();
        for (Step step : List.copyOf(steps).subList(0, MOST_STEPS).reversed()) {
            newest = newest.plus(step);
        }
        return newest;
    }

    /** With the last step closed: the next edit is a step of its own, whatever its key. */
    public History settled() {
        if (past.isEmpty() || past.get(0).joins() == null) {
            return this;
        }
        return new History(past.minus(0).plus(past.get(0).at(past.get(0).document())), present, future, saved);
    }

    /** With the present state put right without a step: this is how drawn seeds come in. */
    public History amended(Document document) {
        return document == present ? this : new History(past, document, future, saved);
    }

    /** With the present state marked as the one in the file. */
    public History saved() {
        return new History(past, present, future, present);
    }

    /** Whether the present state is the one in the file; drawn seeds do not count. */
    public boolean isSaved() {
        return present.equals(saved);
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
        return new History(past.minus(0), last.document(), future.plus(last.at(present)), saved);
    }

    /** After the edit that was undone last. */
    public History redone() {
        if (future.isEmpty()) {
            return this;
        }
        Step next = future.get(0);
        return new History(past.plus(next.at(present)), next.document(), future.minus(0), saved);
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
