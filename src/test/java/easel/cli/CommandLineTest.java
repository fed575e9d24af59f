package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import easel.format.Infotext;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.platform.Home;
import easel.support.RealEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a person types it: ./easel in a process of its own, with the real engine. */
class CommandLineTest {

    private static final String PROMPT = "mountains at sunset, purple sky, sun, clouds";

    @TempDir
    private Path folder;
    private Program program;

    @BeforeEach
    void share_the_unpacked_weights() throws IOException {
        program = new Program(folder);
    }

    private Program.Ran easel(String... arguments) throws Exception {
        return program.run(arguments);
    }

    private Program.Ran easel(Map<String, String> environment, String... arguments) throws Exception {
        return program.run(environment, arguments);
    }

    @Test
    void a_prompt_becomes_a_picture_that_carries_how_it_was_made() throws Exception {
        Program.Ran ran = easel("generate", "--prompt", PROMPT, "--steps", "4", "--seed", "7", "--out", folder.resolve("out").toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Painting");
        PictureFile picture = PictureFile.read(ran.pictures().getFirst());
        assertThat(picture.picture().width()).isEqualTo(256);
        assertThat(picture.texts().infotext().orElseThrow().prompt()).isEqualTo(PROMPT);
        assertThat(picture.texts().infotext().orElseThrow().settings()).containsEntry("Seed", "7").containsEntry("Steps", "4");
        assertThat(picture.texts().get(PictureTexts.EASEL).orElseThrow()).contains("\"sampler\"");
    }

    @Test
    void fast_takes_the_few_step_lora_and_fine_or_whatever_fast_does_not_heed_does_not() throws Exception {
        String out = folder.resolve("out").toString();
        Infotext fast = told("generate", "--prompt", PROMPT, "--seed", "7", "--out", out);
        assertThat(fast.settings()).containsEntry("Steps", "4").containsEntry("CFG scale", "1");
        assertThat(fast.prompt()).isEqualTo(PROMPT + " <lora:few-steps:1>");
        Infotext tuned = told("generate", "--prompt", PROMPT, "--seed", "7", "--steps", "2", "--out", out);
        assertThat(tuned.settings()).containsEntry("Steps", "2").containsEntry("CFG scale", "5");
        assertThat(tuned.prompt()).isEqualTo(PROMPT);
        assertThat(told("generate", "--prompt", PROMPT, "--quality", "Fast", "--steps", "2", "--out", out).settings()).containsEntry("Steps", "2").containsEntry("CFG scale", "1");
        Program.Ran wrong = easel("generate", "--prompt", PROMPT, "--quality", "finest", "--out", out);
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("--quality takes one of fast, fine, not finest.");
        Program.Ran others = easel("generate", "--prompt", PROMPT, "--quality", "fast", "--model", "other.safetensors", "--out", out);
        assertThat(others.exit()).isEqualTo(2);
        assertThat(others.err()).contains("--quality fast goes with the model that comes with Easel only.");
    }

    private Infotext told(String... command) throws Exception {
        Program.Ran ran = easel(command);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return PictureFile.read(ran.pictures().getFirst()).texts().infotext().orElseThrow();
    }

    @Test
    void count_paints_with_rising_seeds_and_nothing_is_overwritten() throws Exception {
        String file = folder.resolve("my picture.png").toString();
        Program.Ran first = easel("generate", "--prompt", PROMPT, "--steps", "2", "--seed", "7", "--count", "2", "--json", "--out", file);
        assertThat(first.exit()).as(first.err()).isZero();
        List<JsonObject> pictures = first.json().stream().filter(o -> o.get("event").getAsString().equals("picture")).toList();
        assertThat(pictures).extracting(o -> o.get("seed").getAsLong()).containsExactly(7L, 8L);
        Program.Ran second = easel("generate", "--prompt", PROMPT, "--steps", "2", "--seed", "9", "--out", file, "--quiet");
        assertThat(second.err()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".png"))).hasSize(3);
        }
    }

    @Test
    void the_same_again_is_the_same_picture_and_elsewhere_it_is_written_without_painting() throws Exception {
        String[] command = {"generate", "--prompt", PROMPT, "--steps", "2", "--seed", "7", "--out", folder.resolve("a").toString()};
        Path first = easel(command).pictures().getFirst();
        Program.Ran again = easel(command);
        assertThat(again.pictures()).containsExactly(first);
        assertThat(again.err()).doesNotContain("Painting");
        command[command.length - 1] = folder.resolve("b").toString();
        Program.Ran elsewhere = easel(command);
        assertThat(elsewhere.err()).doesNotContain("Painting");
        assertThat(PictureFile.read(elsewhere.pictures().getFirst()).picture()).isEqualTo(PictureFile.read(first).picture());
        Files.delete(first);
        command[command.length - 1] = folder.resolve("a").toString();
        assertThat(easel(command).pictures()).allMatch(Files::exists);
    }

    @Test
    void the_history_finds_pictures_by_words_two_chinese_characters_too() throws Exception {
        Path boat = easel("generate", "--prompt", "a boat at sea", "--steps", "1", "--out", folder.resolve("out").toString()).pictures().getFirst();
        Path peaks = easel("generate", "--prompt", "雪山和湖泊", "--steps", "1", "--out", folder.resolve("out").toString()).pictures().getFirst();
        Program.Ran failed = easel("generate", "--prompt", "a dog", "--steps", "0", "--out", folder.resolve("out").toString());
        assertThat(failed.exit()).isEqualTo(2);
        List<JsonObject> all = easel("history", "--json").json();
        assertThat(all).extracting(o -> o.getAsJsonArray("pictures").get(0).getAsJsonObject().get("file").getAsString()).containsExactly(peaks.toString(), boat.toString());
        assertThat(all.getFirst().get("model").getAsString()).isNotEmpty();
        assertThat(easel("history", "--search", "湖泊").out()).contains(peaks.toString()).doesNotContain(boat.toString());
        assertThat(easel("history", "--search", "sea boa").out()).contains(boat.toString()).doesNotContain(peaks.toString());
        assertThat(easel("history", "--limit", "1").out()).contains(peaks.toString()).doesNotContain(boat.toString());
        assertThat(easel("history", "--since", "2999-01-01").err()).contains("Nothing found");
        assertThat(easel("history", "--since", "yesterday")).satisfies(ran -> {
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("takes a day such as 2026-03-01");
        });
        Files.delete(folder.resolve("home/data").resolve("easel.db"));
        Files.deleteIfExists(folder.resolve("home/data").resolve("easel.db-wal"));
        Files.deleteIfExists(folder.resolve("home/data").resolve("easel.db-shm"));
        Program.Ran rebuilt = easel("history", "--rebuild", folder.resolve("out").toString(), "--json");
        assertThat(rebuilt.err()).contains("2 pictures added");
        assertThat(rebuilt.json()).extracting(o -> o.get("prompt").getAsString()).containsExactly("雪山和湖泊", "a boat at sea");
        assertThat(easel("history", "--rebuild", folder.resolve("nowhere").toString())).satisfies(ran -> {
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err()).contains("There is no folder").contains("nowhere");
        });
    }

    @Test
    void the_queue_can_be_looked_at_paused_and_cleared_while_no_window_is_open() throws Exception {
        assertThat(easel("queue").err()).contains("Nothing waits");
        assertThat(easel("queue", "pause").exit()).isZero();
        assertThat(easel("queue", "list", "--json").json().getFirst().get("paused").getAsBoolean()).isTrue();
        assertThat(easel("queue", "resume").exit()).isZero();
        assertThat(easel("queue", "clear", "--json").json().getFirst().get("cancelled").getAsInt()).isZero();
        assertThat(easel("queue", "cancel", "12")).satisfies(ran -> {
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err().lines()).singleElement().asString().contains("no job 12");
        });
        assertThat(easel("queue", "cancel").exit()).isEqualTo(2);
        assertThat(easel("queue", "clear", "12").exit()).isEqualTo(2);
        assertThat(easel("queue", "dance").exit()).isEqualTo(2);
    }

    @Test
    void a_picture_can_be_started_from() throws Exception {
        Path start = easel("generate", "--prompt", PROMPT, "--steps", "4", "--seed", "7", "--out", folder.toString()).pictures().getFirst();
        Program.Ran ran = easel("generate", "--prompt", "sea at day", "--from", start.toString(), "--strength", "0.5", "--steps", "4", "--out", folder.resolve("b").toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(PictureFile.read(ran.pictures().getFirst()).texts().infotext().orElseThrow().settings()).containsEntry("Denoising strength", "0.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "de_DE.UTF-8", "tr_TR.UTF-8", "POSIX"})
    void every_locale_paints_the_same_from_chinese_words_into_a_chinese_folder(String locale) throws Exception {
        Path out = folder.resolve("图 片 🎨");
        Program.Ran ran = easel(Map.of("LC_ALL", locale, "EASEL_LANG", "en"), "generate", "--prompt", "mountains, (purple sky:1.3), 雪山", "--cfg", "4.5", "--steps", "2",
                "--seed", "1", "--out", out.toString(), "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            PictureFile picture = PictureFile.read(files.findFirst().orElseThrow());
            assertThat(picture.texts().infotext().orElseThrow().prompt()).isEqualTo("mountains, (purple sky:1.3), 雪山");
            assertThat(picture.texts().infotext().orElseThrow().settings()).containsEntry("CFG scale", "4.5");
            byte[] expected = expectedSamples();
            assertThat(picture.picture().samples()).isEqualTo(expected);
        }
    }

    private byte[] expectedSamples() throws Exception {
        Path reference = RealEngine.data().resolve("reference-locale-" + easel.engine.weights.Starter.digest("starter").substring(0, 12) + ".png");
        if (!Files.exists(reference)) {
            Program.Ran ran = easel(Map.of("LC_ALL", "C.UTF-8"), "generate", "--prompt", "mountains, (purple sky:1.3), 雪山", "--cfg", "4.5", "--steps", "2",
                    "--seed", "1", "--out", folder.resolve("reference").toString());
            Files.copy(ran.pictures().getFirst(), reference);
        }
        return PictureFile.read(reference).picture().samples();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--steps 0 | 2", "--steps -1 | 2", "--steps 10000 | 2", "--cfg NaN | 2", "--width 0 | 2", "--width -5 | 2", "--width 7 | 2", "--height 100000 | 2",
        "--seed -1 | 2", "--seed 99999999999999999999 | 2", "--sampler best | 2", "--scheduler none | 2", "--count 0 | 2", "--device gpu9 | 2", "--threads 0 | 2",
        "--nonsense | 2", "--model nowhere.safetensors | 1", "--from nowhere.png | 1", "--out /proc/nothing | 1"})
    void wrong_use_is_one_sentence_and_exit_2_and_what_cannot_be_done_exit_1(String options, int exit) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("generate", "--quiet", "--prompt", "sea"));
        if (!options.contains("--out")) {
            arguments.addAll(List.of("--out", folder.toString()));
        }
        arguments.addAll(List.of(options.split(" ")));
        Program.Ran ran = easel(arguments.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        assertThat(ran.err()).doesNotContain("Exception").isNotBlank();
        assertThat(ran.err().strip().lines()).as("one sentence, and where all options stand").hasSizeLessThanOrEqualTo(2);
        assertThat(ran.err().lines().findFirst().orElseThrow()).hasSizeLessThan(400).doesNotContain(".tmp", " int", " long");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void files_that_are_no_checkpoint_are_refused_with_what_they_are() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.safetensors"));
        Path text = Files.writeString(folder.resolve("text.safetensors"), "This is a letter to a friend, not a model at all.");
        Path cut = folder.resolve("cut.safetensors");
        byte[] head;
        try (var in = Files.newInputStream(RealEngine.starter().get(easel.engine.Part.CHECKPOINT).orElseThrow())) {
            head = in.readNBytes(1_000_000);
        }
        Files.write(cut, head);
        Path taesd = RealEngine.starter().get(easel.engine.Part.TAESD).orElseThrow();
        Path directory = Files.createDirectories(folder.resolve("folder.safetensors"));
        for (Path bad : List.of(empty, text, cut, taesd, directory)) {
            Program.Ran ran = easel("generate", "--prompt", "sea", "--model", bad.toString(), "--out", folder.resolve("o").toString(), "--quiet");
            assertThat(ran.exit()).as(bad + " " + ran.err()).isEqualTo(1);
            assertThat(ran.err().strip().lines()).as(ran.err()).hasSize(1).allMatch(l -> l.contains(bad.getFileName().toString()));
        }
    }

    @Test
    void a_prompt_of_a_hundred_thousand_characters_is_painted_with_one_warning() throws Exception {
        Program.Ran ran = easel("generate", "--prompt", "sea, ".repeat(20_000), "--steps", "1", "--out", folder.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err().lines().filter(l -> l.contains("longer than"))).hasSize(1);
    }

    @Test
    void a_full_disk_and_a_folder_that_cannot_be_written_are_said_and_leave_nothing_half() throws Exception {
        assumeThat(System.getProperty("user.name")).as("only root can mount").isEqualTo("root");
        Path full = Files.createDirectories(folder.resolve("full"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=12k", "tmpfs", full.toString())).as("tmpfs can be mounted here").isZero();
        try {
            Program.Ran ran = easel("generate", "--prompt", "sea", "--steps", "1", "--out", full.toString(), "--quiet");
            assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
            assertThat(ran.err().strip().lines()).as(ran.err()).hasSize(1);
            assertThat(ran.err()).contains(full.toString()).doesNotContain("Exception");
            try (Stream<Path> left = Files.list(full)) {
                assertThat(left).isEmpty();
            }
            assertThat(run("mount", "-o", "remount,ro", full.toString())).isZero();
            Program.Ran readOnly = easel("generate", "--prompt", "sea", "--steps", "1", "--out", full.toString(), "--quiet");
            assertThat(readOnly.exit()).isEqualTo(1);
            assertThat(readOnly.err().strip().lines()).as(readOnly.err()).hasSize(1);
        } finally {
            run("umount", full.toString());
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    @Test
    void ctrl_c_cancels_with_130_and_leaves_no_engine_behind() throws Exception {
        Program.Ran ran = program.interrupted("SAMPLING", "generate", "--prompt", PROMPT, "--steps", "900", "--out", folder.toString(), "--json");
        assertThat(ran.exit()).isEqualTo(130);
        assertThat(ran.err()).doesNotContain("Exception");
    }

    @Test
    void info_tells_models_and_pictures_apart() throws Exception {
        Path picture = easel("generate", "--prompt", "sea at day", "--steps", "1", "--seed", "3", "--out", folder.toString()).pictures().getFirst();
        assertThat(easel("info", picture.toString()).out()).contains("size: 256x256", "prompt: sea at day", "seed: 3");
        String checkpoint = RealEngine.starter().get(easel.engine.Part.CHECKPOINT).orElseThrow().toString();
        assertThat(easel("info", checkpoint).out()).contains("checkpoint", "paints: 256x256");
        JsonObject json = JsonParser.parseString(easel("info", "--json", checkpoint).out()).getAsJsonObject();
        assertThat(json.get("supported").getAsBoolean()).isTrue();
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear friend");
        Program.Ran ran = easel("info", letter.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("neither");
    }

    @Test
    void devices_version_and_help_answer() throws Exception {
        assertThat(easel("devices").out()).contains("CPU");
        assertThat(easel("--version").out()).startsWith("Easel ");
        for (String command : List.of("generate", "devices", "info")) {
            assertThat(easel(command, "--help")).satisfies(r -> assertThat(r.exit()).isZero()).satisfies(r -> assertThat(r.out()).contains("Usage: easel " + command));
        }
    }

    @Test
    void chinese_people_get_chinese_sentences() throws Exception {
        Program.Ran ran = easel(Map.of("LC_ALL", "zh_CN.UTF-8", "EASEL_LANG", "zh"), "generate", "--prompt", "sea", "--steps", "0", "--out", folder.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("步数");
    }

    // ---- convert

    private Path starter() {
        return RealEngine.starter().get(easel.engine.Part.CHECKPOINT).orElseThrow();
    }

    @Test
    void a_model_is_converted_to_a_smaller_one_and_nothing_is_overwritten() throws Exception {
        Path small = folder.resolve("small.gguf");
        Program.Ran ran = easel("convert", starter().toString(), "--type", "q8_0", "--out", small.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).isEqualToIgnoringNewLines(small.toString());
        assertThat(Files.size(small)).isLessThan(Files.size(starter()));
        long written = Files.getLastModifiedTime(small).toMillis();
        Program.Ran again = easel("convert", starter().toString(), "--type", "q4_0", "--out", small.toString());
        assertThat(again.exit()).isOne();
        assertThat(again.err()).contains("it exists already");
        assertThat(Files.getLastModifiedTime(small).toMillis()).isEqualTo(written);
        Program.Ran info = easel("info", small.toString());
        assertThat(info.out()).contains("container: gguf", "types: Q8_0 ", "family: ");
    }

    @Test
    void ctrl_c_while_a_model_is_converted_leaves_no_half_of_one_and_no_engine() throws Exception {
        Path large = easel.engine.worker.SparseSd1.checkpoint(folder.resolve("large.safetensors"), 4);
        Program.Ran ran = program.interrupted("CONVERTING", "convert", large.toString(), "--type", "q8_0", "--out", folder.resolve("half.gguf").toString(), "--json");
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(130);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).contains("large.safetensors").noneMatch(name -> name.contains("half"));
        }
        Files.delete(large);
    }

    @Test
    void a_conversion_that_cannot_be_is_refused_in_a_sentence() throws Exception {
        Program.Ran type = easel("convert", starter().toString(), "--type", "q9", "--out", folder.resolve("a.gguf").toString());
        assertThat(type.exit()).isEqualTo(2);
        assertThat(type.err()).contains("--type takes one of f32, f16, bf16, q8_0");
        Program.Ran ending = easel("convert", starter().toString(), "--out", folder.resolve("a.safetensors").toString());
        assertThat(ending.exit()).isEqualTo(2);
        assertThat(ending.err()).contains("must end in .gguf");
        Path words = Files.writeString(folder.resolve("words.safetensors"), "no model at all, but words");
        Program.Ran none = easel("convert", words.toString(), "--out", folder.resolve("a.gguf").toString());
        assertThat(none.exit()).isOne();
        assertThat(none.err()).contains("words.safetensors");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).noneMatch(f -> f.endsWith(".gguf") || f.endsWith(".tmp"));
        }
    }
}
