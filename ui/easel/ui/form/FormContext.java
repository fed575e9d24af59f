package easel.ui.form;

import easel.platform.Language;
import easel.platform.Words;
import easel.ui.desk.Desk;
import easel.ui.settings.Memory;
import easel.ui.widget.Incoming;
import java.util.function.Predicate;

/**
 * What the form's views share.
 *
 * @param taken what is done with pictures dropped or pasted on a picture field; answers whether they were of use
 * @param dropped what is done with pictures and files dropped or pasted anywhere else
 * @param row how high a control of one line is
 */
public record FormContext(Desk desk, Memory memory, Words words, Language language,
        Predicate<Incoming> taken, Predicate<Incoming> dropped, int row) {

    /** How high a control is in the form ... */
    private static final int ROW = 28;
    /** ... and where room is dear. */
    private static final int DENSE_ROW = 24;

    public FormContext(Desk desk, Memory memory, Words words, Language language, Predicate<Incoming> taken,
            Predicate<Incoming> dropped) {
        this(desk, memory, words, language, taken, dropped, ROW);
    }

    /** The same for low controls in small type. */
    public FormContext dense() {
        return new FormContext(desk, memory, words, language, taken, dropped, DENSE_ROW);
    }

    boolean isDense() {
        return row < ROW;
    }

    /** The window's words under a code. */
    public String say(String code, Object... arguments) {
        return words.say(code, arguments);
    }
}
