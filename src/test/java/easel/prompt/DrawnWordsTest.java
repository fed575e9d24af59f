package easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choices and wildcards: what is drawn, how often, and that the seed decides. */
@Timeout(30)
class DrawnWordsTest {

    @TempDir Path data;
    private Lexicon lexicon;

    @BeforeEach
    void files() throws Exception {
        lexicon = new Lexicon(new Folders(data, data, data, data));
        wildcard("weather", "rain", "", "# not this", "  fog  ");
        wildcard("places/coast", "a __weather__ beach", "cliffs in {sun|__weather__}");
    }

    private void wildcard(String name, String... lines) throws Exception {
        Path file = data.resolve("wildcards").resolve(name + ".txt");
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    private String drawn(String text, long seed) {
        return lexicon.worded(text, List.of(), false, seed).text();
    }

    private Set<String> all(String text) {
        return LongStream.range(0, 300).mapToObj(seed -> drawn(text, seed)).collect(Collectors.toSet());
    }

    @Test void stars_draw_a_line_of_every_file_that_fits_each_as_often_as_another() throws Exception {
        wildcard("places/city", "a street", "a square");
        assertThat(all("__places/*__")).containsExactlyInAnyOrder("a rain beach", "a fog beach", "cliffs in sun", "cliffs in rain", "cliffs in fog", "a street", "a square");
        assertThat(all("__pl*/c*y__")).containsExactlyInAnyOrder("a street", "a square");
        assertThat(all("__**st__")).doesNotContain("a street").contains("cliffs in sun");
        assertThat(drawn("__*/*__", 5)).isEqualTo(drawn("__*/*__", 5));
    }

    @Test void one_of_a_choice_is_taken_and_the_rest_stays_as_it_is() {
        assertThat(all("a {red|blue} boat")).containsExactlyInAnyOrder("a red boat", "a blue boat");
        assertThat(all("a {red |}boat")).containsExactlyInAnyOrder("a red boat", "a boat");
    }

    @Test void choices_stand_in_each_other() {
        assertThat(all("{a {b|c}|d {e|{f|g}}}")).containsExactlyInAnyOrder("a b", "a c", "d e", "d f", "d g");
    }

    @Test void the_same_seed_draws_the_same_words_and_neighbouring_seeds_draw_evenly() {
        String text = "{a|b|c|d}, {e|f}, __places/coast__";
        assertThat(drawn(text, 42)).isEqualTo(drawn(text, 42));
        Map<String, Long> counts = LongStream.range(0, 4000).mapToObj(seed -> drawn("{a|b|c|d}", seed)).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counts.values()).hasSize(4).allSatisfy(count -> assertThat(count).isBetween(850L, 1150L));
    }

    @Test void several_are_taken_without_taking_one_twice() {
        assertThat(all("{2$$a|b|c}")).containsExactlyInAnyOrder("a, b", "b, a", "a, c", "c, a", "b, c", "c, b");
        assertThat(all("{2$$ and $$a|b}")).containsExactlyInAnyOrder("a and b", "b and a");
        assertThat(all("{1-2$$a|b}")).containsExactlyInAnyOrder("a", "b", "a, b", "b, a");
        assertThat(all("{-1$$a|b}")).containsExactlyInAnyOrder("", "a", "b");
        assertThat(all("{9$$a|b}")).containsExactlyInAnyOrder("a, b", "b, a");
    }

    @Test void a_weight_says_how_often() {
        long often = LongStream.range(0, 4000).filter(seed -> drawn("{3::a|b}", seed).equals("a")).count();
        assertThat(often).isBetween(2850L, 3150L);
        assertThat(all("{0::a|b}")).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a boat", "{a}", "{}", "a | b", "{a|b", "a|b}", "{{", "}{", "snake_case", "__", "____", "__ a __", "__a_", "{counter}", "(a:1.2) [b]",
        "{\"scene\": \"a boat\", \"light\": [\"soft\"]}", "a\\(b\\)", "\\", "$$", "a $ b"})
    void what_is_no_choice_stays_as_it_is(String text) {
        assertThat(drawn(text, 7)).isEqualTo(text);
        assertThat(lexicon.uses(text)).isEqualTo(Uses.NOTHING);
    }

    @Test void a_backslash_leaves_a_choice_and_a_wildcard_as_they_are() {
        assertThat(drawn("\\{a\\|b\\}, \\__weather__", 1)).isEqualTo("{a|b}, __weather__");
        assertThat(all("{a\\|b|c}")).containsExactlyInAnyOrder("a|b", "c");
    }

    @Test void a_wildcard_is_a_line_of_its_file_and_lines_have_choices_of_their_own() {
        assertThat(all("__weather__")).containsExactlyInAnyOrder("rain", "fog");
        assertThat(all("__places/coast__")).containsExactlyInAnyOrder("a rain beach", "a fog beach", "cliffs in sun", "cliffs in rain", "cliffs in fog");
    }

    @Test void lines_have_weights_too() throws Exception {
        wildcard("colour", "0::red", "1::blue", "sky::blue");
        assertThat(all("__colour__")).containsExactlyInAnyOrder("blue", "sky::blue");
    }

    @Test void a_file_counts_as_it_is_now() throws Exception {
        assertThat(drawn("__weather__", 3)).isIn("rain", "fog");
        wildcard("weather", "snow at last");
        assertThat(drawn("__weather__", 3)).isEqualTo("snow at last");
    }

    @Test void what_goes_round_in_a_circle_ends() throws Exception {
        wildcard("a", "__b__ __b__");
        wildcard("b", "__a__ __a__");
        assertThat(drawn("__a__", 1).length()).isLessThan(200_000);
    }

    @Test void what_grows_without_bound_is_cut() throws Exception {
        String[] names = "abcdefghijklmnopqrstuvwxyz".split("");
        for (int i = 0; i + 1 < names.length; i++) {
            wildcard(names[i], ("__" + names[i + 1] + "__ ").repeat(20));
        }
        wildcard("z", "word ".repeat(10_000));
        assertThat(drawn("__a__", 1).length()).isLessThanOrEqualTo(Draw.LONGEST);
        assertThat(drawn("{".repeat(100_000) + "a|b" + "}".repeat(100_000), 1)).contains("{");
        assertThat(drawn("{a|b}".repeat(100_000), 1)).hasSize(100_000);
    }

    @Test void the_names_are_those_of_the_files() throws Exception {
        wildcard("with space/and more", "x");
        assertThat(lexicon.wildcards()).containsExactly("places/coast", "weather", "with space/and more");
        assertThat(new Lexicon(new Folders(data, data.resolve("nowhere"), data, data)).wildcards()).isEmpty();
    }

    @Test void choices_and_wildcards_are_marked_and_nothing_else() {
        assertThat(marked("a {b {c|d}|e} f __g__ {h} \\__i__ __ j")).isEqualTo("  ***********   *****                ");
        assertThat(marked("")).isEmpty();
    }

    private static String marked(String text) {
        boolean[] marks = Template.marks(text);
        char[] stars = new char[marks.length];
        Arrays.fill(stars, ' ');
        for (int i = 0; i < stars.length; i++) {
            stars[i] = marks[i] ? '*' : ' ';
        }
        return new String(stars);
    }
}
