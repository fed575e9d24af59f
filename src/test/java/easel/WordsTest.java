package easel;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Failure;
import easel.platform.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of every room, in both languages. */
class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    static Stream<Path> every_room_with_words() throws IOException {
        try (Stream<Path> roots = Stream.of("bindings", "graph", "ui").map(Path::of)) {
            return roots.flatMap(WordsTest::walk).filter(f -> f.getFileName().toString().equals("messages_en.properties")).map(Path::getParent).toList().stream();
        }
    }

    private static Stream<Path> walk(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("every_room_with_words")
    void both_languages_have_the_same_codes_and_the_same_places(Path room) throws IOException {
        Properties english = read(room, "en");
        Properties chinese = read(room, "zh");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String code : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(code))).as(code).isEqualTo(places(english.getProperty(code)));
            assertThat(english.getProperty(code)).as(code).isNotBlank();
            assertThat(chinese.getProperty(code)).as(code).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("every_room_with_words")
    void no_code_stands_twice(Path room) throws IOException {
        for (String language : List.of("en", "zh")) {
            List<String> codes = Files.readAllLines(room.resolve("messages_" + language + ".properties")).stream()
                    .filter(l -> !l.startsWith("#") && l.contains("=")).map(l -> l.substring(0, l.indexOf('='))).toList();
            assertThat(codes).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_failure_has_a_sentence_in_both_languages() {
        for (Class<?> kind : Failure.class.getPermittedSubclasses()) {
            for (Language language : Language.values()) {
                assertThat(easel.platform.Words.of(Failure.class, language).has(kind.getSimpleName())).as(kind.getSimpleName()).isTrue();
            }
        }
    }

    @Test
    void sentences_name_parts_and_fields_in_plain_words() {
        Failure part = new Failure.MissingCompanion(Path.of("flux.gguf"), "FLUX", easel.engine.Part.T5XXL);
        assertThat(part.sentence(Language.ENGLISH)).contains("T5-XXL").doesNotContain("T5XXL");
        assertThat(new Failure.BadValue("cfgScale", "-1", "0 - 100").sentence(Language.ENGLISH)).startsWith("CFG scale cannot be -1");
        assertThat(new Failure.BadValue("steps", "0", "1 - 1000").sentence(Language.CHINESE)).contains("步数");
    }

    private static Properties read(Path room, String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(room.resolve("messages_" + language + ".properties"))) {
            words.load(in);
        }
        return words;
    }

    private static Set<String> places(String sentence) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(sentence);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }
}
