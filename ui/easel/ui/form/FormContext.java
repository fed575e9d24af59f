package easel.ui.form;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.Level;
import easel.graph.Value;
import easel.platform.Language;
import easel.platform.Words;
import easel.ui.desk.Desk;
import easel.ui.desk.FormFields;
import easel.ui.desk.Seeds;
import easel.ui.settings.Memory;
import easel.ui.widget.Incoming;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the form's views share.
 *
 * @param taken what is done with pictures dropped or pasted on a picture field, and who is told their file; answers whether they were of use
 * @param dropped what is done with pictures and files dropped or pasted anywhere else
 * @param row how high a control of one line is
 * @param level where in the workflow the fields are
 */
public record FormContext(Desk desk, Memory memory, Words words, Language language,
        BiPredicate<Incoming, Consumer<Path>> taken, Predicate<Incoming> dropped, int row, Supplier<Level> level) {

    /** How high a control is in the form ... */
    private static final int ROW = 28;
    /** ... and where room is dear. */
    private static final int DENSE_ROW = 24;

    public FormContext(Desk desk, Memory memory, Words words, Language language, BiPredicate<Incoming, Consumer<Path>> taken,
            Predicate<Incoming> dropped) {
        this(desk, memory, words, language, taken, dropped, ROW, () -> Level.TOP);
    }

    /** The same for low controls in small type. */
    public FormContext dense() {
        return new FormContext(desk, memory, words, language, taken, dropped, DENSE_ROW, level);
    }

    /** The same about what is seen of nodes at the level where one is. */
    public FormContext nodes() {
        return new FormContext(desk, memory, words, language, taken, dropped, row, () -> desk.front().level());
    }

    /** The same about what is seen at a level. */
    public FormContext at(Level other) {
        return new FormContext(desk, memory, words, language, taken, dropped, row, () -> other);
    }

    /** The document that fields belong to. */
    public Document document() {
        Level at = level.get();
        return at.equals(desk.front().level()) ? desk.shown() : at.of(desk.document());
    }

    /** Its seeds. */
    public Seeds seeds() {
        return level.get().isTop() ? desk.seeds() : desk.seedsShown();
    }

    /**
     * Changes it.
     *
     * @param key edits with an equal key that follow each other quickly are one undo step; null never joins
     */
    public void edit(Edit edit, @Nullable Object key) {
        desk.edit(desk.front(), level.get(), edit, key);
    }

    /** Changes it with what has to follow: fields whose option is no longer offered take another. */
    public void change(Edit edit, @Nullable Object key) {
        Document document = document();
        edit(document.form().withFollowing(edit, document), key);
    }

    /** Sets a field to one value for each of its targets. */
    public void set(Field field, List<Value> values) {
        change(FormFields.set(field, values), List.of(field.name(), field.targets()));
    }

    /** Sets a field. */
    public void set(Field field, Value value) {
        set(field, List.of(value));
    }

    boolean isDense() {
        return row < ROW;
    }

    /** The window's words under a code. */
    public String say(String code, Object... arguments) {
        return words.say(code, arguments);
    }
}
