package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Problem;
import easel.graph.Value;
import easel.platform.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names and folders that somebody else wrote into a workflow: whatever they say, files lie where they should. */
@Timeout(60)
class HostileNamesTest extends OnBench {

    static Stream<String> hostile() {
        return Stream.of("../../climbed", "..", "a/../../climbed", "..\\..\\climbed", " .. /climbed", "/etc/climbed", "C:\\Windows\\climbed", "\\\\server\\share\\x", "~/climbed",
                "CON", "nul", "COM1.txt", "aux/con/NUL", "x".repeat(10_000), "山".repeat(1_000), "a/".repeat(500), "\0", "a\0b", "a\u0001\u001b[31mb\r\n", "\u202Egnp.exe",
                "\uD800", ".", "...", " ", "-rf", "{", "{}", "{counter}{counter}", "{prompt}".repeat(100), "{seed".repeat(100) + "}", "%s%n%x", "$(touch climbed)", "*?<>|\":");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostile")
    void a_pattern_for_names_gives_a_file_in_the_folder_or_a_problem(String hostile) throws Exception {
        run(Bench.set(seeded(), "save.name", Value.of(hostile)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostile")
    void a_prefix_gives_a_file_below_the_folder_or_a_problem(String hostile) throws Exception {
        Document document = seeded().mapNodes(java.util.Set.of(new easel.graph.NodeId("save")), save -> easel.graph.Node.of("save", "save-image")
                .fedBy("images", save.input("picture").orElseThrow()).with("filename_prefix", Value.of(hostile)));
        run(document);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostile")
    void a_video_s_name_gives_a_file_below_the_folder_or_a_problem(String hostile) throws Exception {
        Document frame = new Sketch().add("frame", "empty-image", "width=16", "height=16").add("save", "save-video", "frames<frame.image", "format=png").document();
        run(Bench.set(frame, "save.name", Value.of(hostile)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostile")
    void a_folder_never_climbs_out_of_the_one_for_pictures(String hostile) throws Exception {
        if (!hostile.startsWith("/")) {   // a whole path is what somebody chose
            run(Bench.set(seeded(), "save.folder", Value.of(hostile)));
        }
    }

    @Test
    void a_folder_by_its_name_lies_below_the_one_for_pictures_and_a_whole_path_is_itself() throws Exception {
        bench.run(Bench.set(seeded(), "save.folder", Value.of("boats/small")));
        assertThat(bench.saved()).containsExactly(folder.resolve("pictures/boats"));
        assertThat(folder.resolve("pictures/boats/small").toFile().list()).hasSize(1);
        bench.run(Bench.set(seeded(), "save.folder", Value.of(folder.resolve("elsewhere").toString())));
        assertThat(folder.resolve("elsewhere").toFile().list()).hasSize(1);
    }

    private Document seeded() {
        return Bench.set(bench.preset, "sampler.seed", Value.Seed.fixed(7));
    }

    private void run(Document document) throws Exception {
        Submission submission = bench.run(document);
        List<Problem> errors = submission.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
        if (submission.jobs().isEmpty()) {
            assertThat(errors).singleElement().satisfies(problem -> {
                assertThat(problem.node().text()).isEqualTo("save");
                assertThat(problem.sentence(Language.ENGLISH)).hasSizeLessThan(200);
            });
        } else {
            Ending ending = Bench.ending(submission.jobs().getFirst());
            // A name that the system takes amiss is a sentence of ours.
            assertThat(ending).isInstanceOfAny(Ending.Done.class, Ending.Failed.class);
            if (ending instanceof Ending.Failed(Trouble trouble)) {
                assertThat(trouble).isInstanceOf(Trouble.OfPicture.class);
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(f -> f.toString().endsWith(".png")).toList();
            assertThat(files).hasSize(submission.jobs().isEmpty() || Bench.ending(submission.jobs().getFirst()) instanceof Ending.Failed ? 0 : 1)
                    .allSatisfy(file -> assertThat(file).startsWith(folder.resolve("pictures")))
                    .allSatisfy(file -> folder.resolve("pictures").relativize(file).forEach(part -> {
                        assertThat(part.toString()).doesNotContainPattern("\\p{Cntrl}");
                        assertThat(part.toString().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
                    }));
        }
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(f -> f.getFileName().toString())).isSubsetOf("model.safetensors", "config", "data", "cache", "state", "home", "pictures");
        }
    }
}
