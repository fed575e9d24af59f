package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import easel.graph.InputRef;
import easel.graph.Rule;
import easel.graph.Value;
import easel.platform.Language;
import easel.run.Axis;
import easel.support.PlainPreset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The axes of a sweep as they are typed. */
class AxisTextTest {

    private static final Rule WORDS = new Rule.Words(1000);
    private static final Rule REAL = new Rule.Real(-100, 100, Rule.Unit.NONE);

    @Test
    void a_list_is_separated_by_commas_and_quotes_keep_those_of_a_value() {
        assertThat(AxisText.values("--x", "euler, heun ,lcm", WORDS)).containsExactly("euler", "heun", "lcm");
        assertThat(AxisText.values("--x", "\"sea, day\", \"\",\"a \"\"big\"\" boat\" ,5\" disk", WORDS)).containsExactly("sea, day", "", "a \"big\" boat", "5\" disk");
    }

    @ParameterizedTest
    @CsvSource({"1..9:2, '1,3,5,7,9'", "1..8:3, '1,4,7'", "3..1, '3,2,1'", "0.5..2:0.5, '0.5,1,1.5,2'", "-1..1, '-1,0,1'", "2..2, 2", "'1..2,10,20..30:10', '1,2,10,20,30'",
        "100..100, 100"})
    void numbers_may_be_ranges_up_and_down_with_both_ends(String typed, String values) {
        assertThat(String.join(",", AxisText.values("--x", typed, REAL))).isEqualTo(values);
    }

    @Test
    void words_are_never_a_range() {
        assertThat(AxisText.values("--x", "1..9", WORDS)).containsExactly("1..9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,,2", "1,", "\"a", "\"a\" b", "1..9:0", "1..9:-1", "1..101", "0..999999999999999999:0.000000000000000001"})
    void a_shape_that_means_nothing_is_wrong_use(String typed) {
        assertThatThrownBy(() -> AxisText.values("--x", typed, REAL))
                .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.exitCode()).isEqualTo(2)).hasMessageContaining("--x");
    }

    @Test
    void values_are_typed_by_the_parameter_s_rule() {
        FlowValues flow = new FlowValues(PlainPreset.document(), Language.ENGLISH);
        Axis steps = flow.axis("--x", "Sampler.steps=1..3");
        assertThat(steps.parameter()).isEqualTo(InputRef.of("sampler", "steps"));
        assertThat(steps.values()).isEqualTo(List.of(Value.of(1), Value.of(2), Value.of(3)));
        assertThat(flow.axis("--x", "sampler.seed=5..6").values()).containsExactly(Value.Seed.fixed(5), Value.Seed.fixed(6));
        assertThatThrownBy(() -> flow.axis("--x", "sampler.steps=1,many")).hasMessage("Steps cannot be many. Allowed: 1 ... 1000.");
        assertThatThrownBy(() -> flow.axis("--y", "sampler.steps")).hasMessageContaining("--y").hasMessageContaining("NODE.PARAMETER=VALUES");
        assertThatThrownBy(() -> flow.axis("--y", "lost.steps=1")).hasMessageContaining("--y").hasMessageContaining("lost");
    }
}
