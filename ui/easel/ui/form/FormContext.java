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
 */
public record FormContext(Desk desk, Memory memory, Words words, Language language,
        Predicate<Incoming> taken, Predicate<Incoming> dropped) {

    String say(String code, Object... arguments) {
        return words.say(code, arguments);
    }
}
