package easel.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import easel.engine.Picture;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTextsTest {

    @Test void half_a_character_is_replaced_and_nul_is_dropped() {
        PictureTexts texts = PictureTexts.none().with("a", "x\uD83Cy\uDF04z\0\uD83C\uDF04").with("b", "\uD83C").with("c", "\0");
        assertThat(texts.byKeyword()).isEqualTo(Map.of("a", "x\uFFFDy\uFFFDz\uD83C\uDF04", "b", "\uFFFD", "c", ""));
    }

    @Test void such_a_text_comes_back_from_a_file_as_it_was_mended(@TempDir Path folder) throws Exception {
        PictureFile written = new PictureFile(Picture.of(1, 1, 3, new byte[3]), PictureTexts.none().with("parameters", "a\uD83C\0b"));
        written.write(folder.resolve("p.png"));
        assertThat(PictureFile.read(folder.resolve("p.png")).texts().get("parameters")).contains("a\uFFFDb");
    }

    @ParameterizedTest @ValueSource(strings = {"", " a", "a ", "a  b", "a\nb", "山",
            "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"})
    void a_keyword_that_png_has_no_room_for_is_refused(String keyword) {
        assertThatIllegalArgumentException().isThrownBy(() -> PictureTexts.none().with(keyword, "x"));
    }

    @Test void more_text_than_is_read_again_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> PictureTexts.none().with("a", "x".repeat(PictureTexts.MAX_CHARACTERS)).with("b", "x"));
    }

    @Test void the_infotext_is_taken_apart() {
        assertThat(PictureTexts.none().with("parameters", "a cat\nSteps: 20, Seed: 1, Size: 8x8").infotext())
                .contains(new Infotext("a cat", "", Map.of("Steps", "20", "Seed", "1", "Size", "8x8")));
    }
}
