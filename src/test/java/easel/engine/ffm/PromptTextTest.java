package easel.engine.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptTextTest {

    @Test
    void prose_is_bounded_by_its_bytes() {
        PromptText prose = PromptText.of("A wide valley in the early morning, soft light over old trees. ".repeat(1000));
        assertThat(prose.cut()).isTrue();
        assertThat(prose.bytes()).isEqualTo(PromptText.LIMIT);
        assertThat(prose.kept()).isEqualTo(PromptText.LIMIT);
        PromptText few = PromptText.of("mountains at sunset, purple sky");
        assertThat(few.cut()).isFalse();
        assertThat(few.kept()).isEqualTo(few.text().length());
    }

    @Test
    void what_would_be_thousands_of_tokens_is_bounded_by_them() {
        for (String dense : new String[] {"{a|", "{a|b}", "1 2 3 ", "((", "[a:", "__a__", "<lora:a:1>", "a.b.", "\uD83C\uDFD4", "山"}) {
            PromptText text = PromptText.of(dense.repeat(8000));
            assertThat(text.cut()).isTrue();
            assertThat(text.bytes()).as(dense).isBetween(2_000, 6_000);
            assertThat(dense.repeat(8000)).startsWith(text.text());
        }
    }

    @Test
    void what_is_no_text_is_left_out_and_nothing_is_parted() {
        PromptText text = PromptText.of("a\0b\uD800c\uD83C\uDFD4");
        assertThat(text).isEqualTo(new PromptText("abc\uD83C\uDFD4", 7, false, true));
    }
}
