package easel.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfotextTest {

    @Test void a_picture_of_a1111_is_understood() {
        Infotext read = Infotext.parse("""
                masterpiece, (a cat:1.2), <lora:ink:0.8>,
                on a roof
                Negative prompt: blurry, low quality
                worst
                Steps: 25, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 18446744073709551615, Size: 512x768, \
                Model hash: 6ce0161689, Model: v1-5-pruned, Lora hashes: "ink: 0a1b, other: 2c3d", Version: v1.10.1""");
        assertThat(read.prompt()).isEqualTo("masterpiece, (a cat:1.2), <lora:ink:0.8>,\non a roof");
        assertThat(read.negative()).isEqualTo("blurry, low quality\nworst");
        assertThat(read.settings()).containsExactly(
                Map.entry("Steps", "25"), Map.entry("Sampler", "DPM++ 2M"), Map.entry("Schedule type", "Karras"),
                Map.entry("CFG scale", "6.5"), Map.entry("Seed", "18446744073709551615"), Map.entry("Size", "512x768"),
                Map.entry("Model hash", "6ce0161689"), Map.entry("Model", "v1-5-pruned"),
                Map.entry("Lora hashes", "ink: 0a1b, other: 2c3d"), Map.entry("Version", "v1.10.1"));
    }

    @Test void it_is_written_as_a1111_writes_it() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("Steps", "20");
        settings.put("Model", "a, b");
        settings.put("Note", "12:30");
        settings.put("Template", "one\ntwo \"three\"");
        settings.put("Name", "<山>");
        assertThat(new Infotext("a cat\nat night", "dog", settings).text()).isEqualTo("""
                a cat
                at night
                Negative prompt: dog
                Steps: 20, Model: "a, b", Note: "12:30", Template: "one\\ntwo \\"three\\"", Name: <山>""");
    }

    @Test void fewer_than_three_pairs_are_prompt_text() {
        assertThat(Infotext.parse("a cat\nSteps: 20, Seed: 1")).isEqualTo(new Infotext("a cat\nSteps: 20, Seed: 1", "", Map.of()));
        assertThat(Infotext.parse("a cat\nSteps: 20, Seed: 1, Size: 8x8").settings()).hasSize(3);
    }

    @Test void a_text_without_settings_is_a_prompt() {
        assertThat(Infotext.parse("a cat")).isEqualTo(new Infotext("a cat", "", Map.of()));
        assertThat(Infotext.parse("")).isEqualTo(new Infotext("", "", Map.of()));
        assertThat(Infotext.parse("Negative prompt: dog")).isEqualTo(new Infotext("", "dog", Map.of()));
    }

    @Test void ends_of_lines_of_other_systems_and_blanks_around_make_no_difference() {
        assertThat(Infotext.parse("\r\n a cat \r\n\r\n at night\r\nNegative prompt:dog\r\nSteps: 1, Seed: 2, Size: 3x4 \r\n"))
                .isEqualTo(new Infotext("a cat\n\nat night", "dog", Map.of("Steps", "1", "Seed", "2", "Size", "3x4")));
    }

    @Test void the_last_of_two_settings_of_one_name_counts() {
        assertThat(Infotext.parse("x\nSteps: 1, Seed: 2, Steps: 3").settings()).isEqualTo(Map.of("Steps", "3", "Seed", "2"));
    }

    @Test void what_is_between_settings_is_skipped() {
        assertThat(Infotext.parse("x\n???, Steps: 1, junk, a: b, Seed: 2; Size: 3x4, Model: \"broken, Version: v1").settings())
                .containsExactly(Map.entry("Steps", "1"), Map.entry("Seed", "2; Size: 3x4"), Map.entry("Model", "\"broken"), Map.entry("Version", "v1"));
    }

    @Test void an_unambiguous_text_carries_nothing_of_our_own() {
        assertThat(new Infotext("Steps: 20, a cat: sitting", "Negative", Map.of("Steps", "1", "Seed", "2", "Size", "8x8")).text())
                .doesNotContain("Prompt lines");
    }

    @Test void a_prompt_that_looks_like_the_format_itself_comes_back() {
        assertRoundTrip(new Infotext("a sign that says\nNegative prompt: no dogs", "Negative prompt: cats\nNegative prompt: mice", Map.of("Steps", "1", "Seed", "2", "Size", "3x4")));
        assertRoundTrip(new Infotext("a cat\nSteps: 1, Seed: 2, Size: 3x4", "", Map.of()));
        assertRoundTrip(new Infotext("", "a cat\nSteps: 1, Seed: 2, Size: 3x4", Map.of()));
        assertRoundTrip(new Infotext("a cat", "", Map.of("Steps", "20")));
        assertRoundTrip(new Infotext("", "", Map.of("Steps", "20")));
        assertRoundTrip(new Infotext("x", "", Map.of("Prompt lines", "0")));
        Map<String, String> misleading = new LinkedHashMap<>();
        misleading.put("Prompt lines", "0");
        misleading.put("Negative lines", "1");
        misleading.put("Settings", "0");
        assertRoundTrip(new Infotext("", "x", misleading));
    }

    @Test void values_that_reading_would_change_are_quoted() {
        for (String value : new String[] {"", " ", " a", "a ", "\"a\"", "\"", "a\"b", "a\\", "\\\"", "\t", "a\rb", "\u2028", "'", "null", "<b>&", "山，海："}) {
            assertRoundTrip(new Infotext("x", "", Map.of("Key", value, "Steps", "1", "Seed", "2")));
        }
    }

    @Test void a_setting_without_a_proper_name_is_refused() {
        for (String name : new String[] {"", "a", "a:b", "a,b", " ab", "ab ", "-ab", "a\nb"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Infotext("", "", Map.of(name, "x")));
        }
    }

    @Test void a_megabyte_on_one_line_is_no_trouble() {
        String quoted = "\"" + "a\\\"".repeat(300_000) + "\"";
        Infotext read = Infotext.parse("x\nSteps: 1, Note: " + quoted + ", Seed: 2, " + ":\"".repeat(100_000));
        assertThat(read.settings()).containsEntry("Note", "a\"".repeat(300_000)).containsEntry("Seed", "2");
    }

    private static void assertRoundTrip(Infotext infotext) {
        assertThat(Infotext.parse(infotext.text())).isEqualTo(infotext);
    }
}
