package easel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void the_median_is_the_middle_and_p95_leaves_out_one_in_twenty() {
        assertThat(Sample.of(3, 1, 2).median()).isEqualTo(2);
        assertThat(Sample.of(4, 1, 3, 2).median()).isEqualTo(2.5);
        Sample hundred = Sample.of(IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());
        assertThat(hundred.p95()).isEqualTo(95);
        assertThat(Sample.of(1, 2, 9).p95()).isEqualTo(9);
        assertThatThrownBy(Sample::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_goal_is_kept_at_its_bound_and_missed_beyond_it_and_by_what_is_no_number() {
        assertThat(Goal.atMost(0.3).isMetBy(0.3)).isTrue();
        assertThat(Goal.atMost(0.3).isMetBy(0.31)).isFalse();
        assertThat(Goal.atLeast(2).isMetBy(1.9)).isFalse();
        assertThat(Goal.atMost(0.3).isMetBy(Double.NaN)).isFalse();
    }

    @Test
    void the_json_is_a_list_of_name_value_unit_goal_and_ok() {
        report.add(Reading.once("a", 0.25, "s", Goal.atMost(0.3)));
        report.add(Reading.once("b", 4, "MB", Goal.atMost(3)));
        report.add(Reading.once("c", 1, "ratio", null));
        JsonArray list = JsonParser.parseString(report.json()).getAsJsonArray();
        assertThat(list).hasSize(3).allSatisfy(row -> assertThat(row.getAsJsonObject().keySet()).containsExactly("name", "value", "unit", "goal", "ok"));
        assertThat(list.get(0)).hasToString("{\"name\":\"a\",\"value\":0.25,\"unit\":\"s\",\"goal\":\"<= 0.3\",\"ok\":true}");
        assertThat(list.asList()).extracting(JsonElement::getAsJsonObject).extracting(row -> row.get("ok").getAsBoolean()).containsExactly(true, false, true);
        assertThat(list.get(2).getAsJsonObject().get("goal").isJsonNull()).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("MISSED");
    }

    @Test
    void every_figure_has_a_name_of_its_own() {
        assertThat(Figures.all()).extracting(Figure::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]+"));
    }
}
