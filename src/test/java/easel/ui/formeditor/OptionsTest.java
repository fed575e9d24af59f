package easel.ui.formeditor;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Control.Choice.Option;
import easel.graph.Extras;
import easel.graph.Phrase;
import easel.graph.Rule;
import easel.graph.Value;
import easel.platform.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A drop-down's choices as a person writes them. */
class OptionsTest {

    private static final Rule STEPS = new Rule.Whole(1, 100, 1, Rule.Unit.NONE);

    private static List<Option> parsed(String lines, Rule rule, Option... before) {
        return Options.parsed(lines, rule, List.of(before), Language.ENGLISH).orElseThrow();
    }

    @Test
    void a_line_is_a_value_or_has_a_label_before_it() {
        List<Option> options = parsed("12\n\nGood = 30\n", STEPS);
        assertThat(options).extracting(o -> o.label().in(Language.ENGLISH)).containsExactly("12", "Good");
        assertThat(options).extracting(Option::values).containsExactly(List.of(Value.of(12)), List.of(Value.of(30)));
        assertThat(Options.lines(options, Language.ENGLISH)).isEqualTo("12\nGood = 30");
    }

    @Test
    void what_the_parameter_does_not_take_is_no_choice() {
        assertThat(Options.parsed("12\n900", STEPS, List.of(), Language.ENGLISH)).isEmpty();
        assertThat(Options.parsed("many", STEPS, List.of(), Language.ENGLISH)).isEmpty();
        assertThat(Options.parsed(" \n", STEPS, List.of(), Language.ENGLISH)).isEmpty();
    }

    @Test
    void what_was_known_of_a_value_stays_with_it() {
        Option before = new Option(Phrase.of("Good", "\u597d"), List.of(Value.of(30)), Phrase.of("slow", "\u6162"), Value.of("starter"), Extras.NONE);
        assertThat(parsed("Good = 30", STEPS, before)).containsExactly(before);
        assertThat(parsed("Better = 30", STEPS, before).getFirst().note()).isEqualTo(before.note());
    }

    @Test
    void words_may_have_anything_in_them() {
        assertThat(parsed("a = b = c", new Rule.Words(100))).singleElement()
                .satisfies(o -> assertThat(o.values()).containsExactly(Value.of("c")), o -> assertThat(o.label().in(Language.ENGLISH)).isEqualTo("a = b"));
    }
}
