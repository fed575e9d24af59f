package easel.format;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    private static final LocalDateTime WHEN = LocalDateTime.of(2026, 11, 5, 9, 7, 3);
    private static final PictureFile DOT = new PictureFile(Picture.of(1, 1, 3, new byte[3]), PictureTexts.none());

    @TempDir Path folder;

    @Test void the_standard_name_sorts_by_time_and_says_what_it_is() throws Exception {
        assertThat(save(FileNames.STANDARD, "mountains at sunset, (purple sky:1.2) <lora:ink:1>")).isEqualTo("2026-11-05-0001-mountains-at-sunset-purple-sky-42.png");
        assertThat(save(FileNames.STANDARD, "a cat's <b>")).isEqualTo("2026-11-05-0002-a-cat's-42.png");
        assertThat(save(FileNames.STANDARD, "")).isEqualTo("2026-11-05-0003-42.png");
        assertThat(save(FileNames.STANDARD, "山间，夕阳 🌄👨‍👩‍👧")).isEqualTo("2026-11-05-0004-山间-夕阳-🌄👨‍👩‍👧-42.png");
    }

    @Test void the_counter_goes_on_after_the_largest_there() throws Exception {
        for (String there : new String[] {"2026-11-05-0007-x.png", "2026-11-05-12345.png", "2026-11-05-99999999999999999999.png", "2026-11-04-0500.png", "notes.txt"}) {
            Files.createFile(folder.resolve(there));
        }
        assertThat(save(new FileNames("{date}-{counter}"), "x")).isEqualTo("2026-11-05-12346.png");
    }

    @Test void without_a_counter_the_second_of_a_name_is_numbered() throws Exception {
        FileNames names = new FileNames("{time} {seed}");
        assertThat(save(names, "x")).isEqualTo("09.07.03 42.png");
        assertThat(save(names, "x")).isEqualTo("09.07.03 42-2.png");
        assertThat(save(names, "x")).isEqualTo("09.07.03 42-3.png");
    }

    @Test void nothing_is_overwritten() throws Exception {
        Files.writeString(folder.resolve("a.png"), "mine");
        Files.createSymbolicLink(folder.resolve("a-2.png"), folder.resolve("nowhere"));
        assertThat(save(new FileNames("a"), "x")).isEqualTo("a-3.png");
        assertThat(folder.resolve("a.png")).hasContent("mine");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test void two_who_save_at_once_lose_nothing() throws Exception {
        List<Callable<Path>> saves = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            saves.add(() -> folder.resolve(save(new FileNames("{counter}"), "x")));
        }
        List<Path> saved = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Path> future : threads.invokeAll(saves)) {
                saved.add(future.get());
            }
        }
        assertThat(saved).doesNotHaveDuplicates().hasSize(60).allSatisfy(p -> assertThat(PictureFile.read(p)).isEqualTo(DOT));
        assertThat(folder.toFile().list()).hasSize(60);
    }

    @ParameterizedTest @CsvSource({
            "../../etc/passwd, etc-passwd.png", "..\\..\\x, x.png", "/root, root.png", "C:\\x, C--x.png", ".hidden, hidden.png", "--force, force.png",
            "con, _con.png", "COM1.x, _COM1.x.png", "lpt\u00B3, _lpt\u00B3.png", "nul .y, _nul .y.png", "console, console.png", "a. . , a.png", "'', picture.png", "..., picture.png",
            "{unknown}, {unknown}.png", "a<b>c:d\"e|f?g*h, a-b-c-d-e-f-g-h.png"})
    void a_pattern_gives_a_name_that_every_system_takes(String pattern, String name) throws Exception {
        assertThat(save(new FileNames(pattern), "x")).isEqualTo(name);
    }

    @Test void invisible_and_broken_characters_are_left_out() throws Exception {
        assertThat(save(new FileNames("a\u0000\n\u202Eb\uD83Cc\uE000\u200Bd"), "x")).isEqualTo("abcd.png");
    }

    @Test void a_letter_and_its_accent_are_one_character() throws Exception {
        assertThat(save(new FileNames("cafe\u0301"), "x")).isEqualTo("caf\u00E9.png");
        assertThat(save(new FileNames("caf\u00E9"), "x")).isEqualTo("caf\u00E9-2.png");
    }

    @Test void a_long_name_is_cut_between_characters() throws Exception {
        String family = "👨‍👩‍👧‍👦";     // 25 bytes, seen as one
        String name = save(new FileNames(family.repeat(20)), "x");
        assertThat(name).isEqualTo(family.repeat(7) + ".png");
        assertThat(save(new FileNames("山".repeat(500) + "{counter}" + "水".repeat(500)), "x")).endsWith("山0001.png");
    }

    @Test void a_prompt_is_cut_between_words() throws Exception {
        assertThat(save(new FileNames("{prompt}"), "one two three ".repeat(1000))).isEqualTo("one-two-three-one-two-three-one-two-three-one-two-three-one.png");
    }

    @Test void random_prompts_and_patterns_stay_in_the_folder_and_short() throws Exception {
        String[] pieces = {"{prompt}", "{counter}", "{date}", "{seed}", "..", "/", "\\", "CON", ".", " ", "山", "👨‍👩‍👧", "\uDC00", "\0", "a", ":", "-", "x".repeat(150), "{", "}"};
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            StringBuilder pattern = new StringBuilder();
            StringBuilder prompt = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                pattern.append(pieces[random.nextInt(pieces.length)]);
                prompt.append(pieces[random.nextInt(pieces.length)]);
            }
            Path file = new FileNames(pattern.toString()).save(folder, new FileNames.Facts(WHEN, random.nextLong() >>> 1, prompt.toString()), ".png",
                    f -> assertThat(f).doesNotExist());
            assertThat(file.getParent()).isEqualTo(folder);
            String name = file.getFileName().toString();
            assertThat(name.getBytes(StandardCharsets.UTF_8).length).as(name).isLessThanOrEqualTo(200);
            assertThat(name).doesNotStartWith(".").doesNotStartWith("-").endsWith(".png");
        }
    }

    @Test void the_name_is_the_same_in_every_country() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(save(new FileNames("{date} {time} {seed} {counter} com"), "x")).isEqualTo("2026-11-05 09.07.03 42 0001 com.png");
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(save(new FileNames("conin$"), "x")).isEqualTo("_conin$.png");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test void a_folder_that_is_not_there_comes_with_the_first_picture() throws Exception {
        Path made = new FileNames("{counter}").save(folder.resolve("a/山"), facts("x"), ".png", DOT::writeNew);
        assertThat(made).isEqualTo(folder.resolve("a/山/0001.png")).exists();
    }

    @Test void a_file_in_place_of_the_folder_is_a_failure() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        for (String pattern : new String[] {"{counter}", "a"}) {
            assertThat(PictureTestSupport.failure(() -> new FileNames(pattern).save(file, facts("x"), ".png", DOT::writeNew)))
                    .isInstanceOf(PictureFailure.NotWritten.class);
        }
    }

    private String save(FileNames names, String prompt) throws Exception {
        return names.save(folder, facts(prompt), ".png", DOT::writeNew).getFileName().toString();
    }

    private static FileNames.Facts facts(String prompt) {
        return new FileNames.Facts(WHEN, 42, prompt);
    }
}
