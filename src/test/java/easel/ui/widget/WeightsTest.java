package easel.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTest {

    /** {@code [} and {@code ]} stand for the ends of the selection, {@code |} for a caret. */
    private static Weights marked(String text) {
        if (text.contains("|")) {
            int at = text.indexOf('|');
            return new Weights(text.replace("|", ""), at, at);
        }
        int from = text.indexOf('[');
        int to = text.indexOf(']') - 1;
        return new Weights(text.replace("[", "").replace("]", ""), from, to);
    }

    private static String marks(Weights w) {
        return w.text().substring(0, w.from()) + "[" + w.text().substring(w.from(), w.to()) + "]" + w.text().substring(w.to());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "a low su|n, clouds; 1; a low ([sun]:1.05), clouds",
        "a low ([sun]:1.05), clouds; 1; a low ([sun]:1.1), clouds",
        "a low (s|un:1.05), clouds; -1; a low [sun], clouds",
        "a [low sun], clouds; 2; a ([low sun]:1.1), clouds",
        "(sun|); 1; ([sun]:1.15)",
        "|haze; -1; ([haze]:0.95)",
        "([haze]:0.05); -3; ([haze]:0.0)",
        "([haze]:10.0); 1; ([haze]:10.0)",
        "月|亮，山; 1; ([月亮]:1.05)，山"})
    void become_heavier_and_lighter(String before, int steps, String after) {
        assertThat(marks(marked(before).heavier(steps))).isEqualTo(after);
    }

    @Test
    void where_there_is_no_word_nothing_happens() {
        Weights nowhere = marked("a, | b");
        assertThat(nowhere.heavier(1)).isEqualTo(nowhere);
    }

    @Test
    void up_and_down_again_is_as_before() {
        Weights before = marked("a [low sun] here");
        assertThat(before.heavier(5).heavier(-5)).isEqualTo(before);
    }
}
