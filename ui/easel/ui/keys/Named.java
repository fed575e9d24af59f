package easel.ui.keys;

import easel.platform.Language;
import easel.platform.Words;
import easel.ui.action.Keyed;
import easel.ui.action.UserAction;
import easel.ui.canvas.CanvasAction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An action with what people call it. */
record Named(Keyed action, String name) {

    /** Every action, in the order of lists. */
    static List<Named> all(Words words, Language language) {
        return Stream.concat(Arrays.stream(UserAction.values()).map(a -> new Named(a, words.say(a.code()))),
                Arrays.stream(CanvasAction.values()).map(a -> new Named(a, a.name(language)))).toList();
    }
}
