package easel.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Failure;
import easel.engine.Part;
import easel.platform.Language;
import easel.platform.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightsWordsTest {

    private static final List<String> OTHER_CODES = List.of("UNKNOWN_FAMILY", "UNSUPPORTED_WEIGHTS",
            "SDXL_EMBEDDING", "VIDEO_AS_PICTURE", "PICTURE_AS_VIDEO", "HIRES_OF_EDITING", "REFERENCES", "FIRST_PICTURE", "LAST_PICTURE",
            "FRAMES_TO_FOLLOW", "PICTURE_TO_FOLLOW");

    @ParameterizedTest @EnumSource void every_code_has_words(Language language) {
        Words words = Words.of(Failure.class, language);
        Stream.of(Stream.of(ModelKind.values()), Stream.of(Family.values()), Stream.of(LooksLike.values()))
                .flatMap(s -> s).map(Enum::name).forEach(code -> assertThat(words.has("name." + code)).as(code).isTrue());
        assertThat(OTHER_CODES).allMatch(code -> words.has("name." + code));
        assertThat(Family.SD1.say(language)).isNotBlank();
    }

    @Test void a_code_means_one_thing() {
        assertThat(Stream.of(Stream.of(ModelKind.values()), Stream.of(Family.values()), Stream.of(LooksLike.values())).flatMap(s -> s).map(Enum::name))
                .doesNotHaveDuplicates();
    }

    @Test void a_failure_says_them() {
        assertThat(new Failure.WrongPart(Path.of("x"), "LORA", Part.CHECKPOINT).sentence(Language.ENGLISH)).startsWith("x is a LoRA, but was given as a checkpoint.");
        assertThat(new Failure.MissingCompanion(Path.of("x"), "FLUX", Part.T5XXL).sentence(Language.ENGLISH)).contains("Flux").contains("T5");
        assertThat(new Failure.NotAModel(Path.of("x"), "PNG").sentence(Language.CHINESE)).contains("PNG 图片");
    }
}
