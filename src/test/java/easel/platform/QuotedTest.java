package easel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void what_is_short_and_can_be_seen_stays_as_it_is() {
        assertThat(Quoted.of("a/b 山 \uD83C\uDFD4")).isEqualTo("a/b 山 \uD83C\uDFD4");
    }

    @Test
    void what_a_terminal_would_obey_is_shown_as_something_that_cannot_be() {
        assertThat(Quoted.of("a\u001B[31m\0b\r\u009B")).isEqualTo("a\uFFFD[31m\uFFFDb\uFFFD\uFFFD");
    }

    @Test
    void the_middle_of_what_nobody_would_read_is_left_out_and_no_character_is_parted() {
        String long_ = Quoted.of("/begin/" + "\uD83C\uDFD4".repeat(500_000) + "/end.png");
        assertThat(long_).startsWith("/begin/").contains("\u2026").endsWith("/end.png").hasSizeLessThan(410);
        assertThat(long_.codePoints()).noneMatch(c -> c >= 0xD800 && c < 0xE000);
    }
}
