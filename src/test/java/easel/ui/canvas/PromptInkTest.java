package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.ui.theme.Appearance;
import java.awt.EventQueue;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PromptInkTest {

    private static CanvasColors colors;

    @BeforeAll
    static void wear() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Appearance.wear(true);
            colors = CanvasColors.now();
        });
    }

    private static int ink(String text, int at) {
        return PromptInk.of(text, colors)[at];
    }

    @Test
    void weights_go_up_and_down_by_their_number_or_their_brackets() {
        assertThat(ink("a (b:1.3) c", 3)).isEqualTo(colors.weightUp);
        assertThat(ink("a (b: .7 ) c", 3)).isEqualTo(colors.weightDown);
        assertThat(ink("a (b:c:0.5) d", 3)).isEqualTo(colors.weightDown);
        assertThat(ink("a (b) c", 3)).isEqualTo(colors.weightUp);
        assertThat(ink("a (b:0.5x) c", 3)).isEqualTo(colors.weightUp);
        assertThat(ink("a [b] c", 3)).isEqualTo(colors.weightDown);
        assertThat(ink("a (b:1.3) c", 10)).isEqualTo(colors.text);
    }

    @Test
    void loras_and_wildcards_have_colours_of_their_own_and_commas_are_quiet() {
        assertThat(ink("<lora:x:1>", 0)).isEqualTo(colors.lora);
        assertThat(ink("{a|b}", 2)).isEqualTo(colors.wildcard);
        assertThat(ink("{a b}", 2)).isEqualTo(colors.text);
        assertThat(ink("__colour__", 4)).isEqualTo(colors.wildcard);
        assertThat(ink("a, b", 1)).isEqualTo(colors.hint);
        assertThat(ink("{a {b|c} d|e}", 1)).isEqualTo(colors.wildcard);
        assertThat(ink("{a <lora:x:1>|b}", 6)).isEqualTo(colors.lora);
        assertThat(ink("\\{a|b\\}", 3)).isEqualTo(colors.text);
    }

    @Test
    @Timeout(5)
    void no_prompt_takes_longer_than_its_length_allows() {
        int n = 200_000;
        for (String hostile : List.of("{a|".repeat(n), "{" + "|".repeat(n), "{a|b}".repeat(n), "(" + ":1".repeat(n), "(:" + "1".repeat(n), "(:" + " ".repeat(n),
                "(".repeat(n), "[".repeat(n), "<" + "a".repeat(n), "<a:".repeat(n), "__a".repeat(n), "__" + "a".repeat(n), "_".repeat(n), "__a ".repeat(n), "{".repeat(n) + "|" + "}".repeat(n), "\\__a".repeat(n))) {
            assertThat(PromptInk.of(hostile, colors)).hasSize(hostile.length());
        }
    }
}
