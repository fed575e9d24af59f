package easel.format;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Language;
import easel.platform.SystemWord;
import easel.platform.Words;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureFailureTest {

    @ParameterizedTest @EnumSource(Language.class)
    void every_failure_has_words_and_every_word_is_used(Language language) {
        Set<String> codes = Arrays.stream(PictureFailure.class.getPermittedSubclasses()).map(Class::getSimpleName).collect(Collectors.toSet());
        assertThat(Words.of(PictureFailure.class, language).codes()).filteredOn(code -> !code.startsWith("Workflow."))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @ParameterizedTest @EnumSource(Language.class)
    void a_sentence_names_the_file_and_has_no_holes(Language language) {
        Path file = Path.of("山 1.png");
        List<PictureFailure> all = List.of(new PictureFailure.NoSuchFile(file), new PictureFailure.Unreadable(file, SystemWord.said("cause")),
                new PictureFailure.NotAFile(file), new PictureFailure.EmptyFile(file), new PictureFailure.NotAPicture(file),
                new PictureFailure.UnsupportedKind(file, "WebP"), new PictureFailure.Damaged(file, SystemWord.said("cause")),
                new PictureFailure.TooLarge(file, 20_000, 30), new PictureFailure.NotEnoughMemory(file),
                new PictureFailure.AlreadyThere(file), new PictureFailure.NotWritten(file, SystemWord.said("cause")),
                new PictureFailure.NotPacked("山 1.png's kind", SystemWord.said("cause")));
        assertThat(all).hasSameSizeAs(PictureFailure.class.getPermittedSubclasses());
        for (PictureFailure failure : all) {
            assertThat(failure.sentence(language)).contains("山 1.png").doesNotContain("{", "}").doesNotContain("()", "（）");
        }
    }

    @Test void too_large_says_how_large_and_how_large_it_may_be() {
        assertThat(new PictureFailure.TooLarge(Path.of("p.png"), 20_000, 30).sentence(Language.ENGLISH)).contains("20000 x 30", "16384", "100 million");
    }
}
