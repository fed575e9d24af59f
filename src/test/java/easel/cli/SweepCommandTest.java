package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Value;
import easel.support.PlainPreset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sweep} as a person types it, with the real engine. */
class SweepCommandTest {

    @TempDir
    private Path folder;
    private Program program;
    private Path flow;
    private Path out;

    @BeforeEach
    void write_a_workflow() throws Exception {
        program = new Program(folder);
        flow = folder.resolve("flow.easel.json");
        out = folder.resolve("out");
        FlowValues preset = new FlowValues(PlainPreset.document(), easel.platform.Language.ENGLISH);
        List.of("sampler.width=64", "sampler.height=64", "sampler.steps=2").forEach(preset::set);
        WorkflowFile.write(flow, preset.document());
    }

    @Test
    void every_value_is_painted_with_every_other_and_shown_on_a_sheet() throws Exception {
        Program.Ran ran = program.run("sweep", flow.toString(), "--x", "sampler.cfg=1..4:3", "--y", "prompt.text=\"sea, day\",\"sea, night\"", "--json",
                "--out", out.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(events(ran, "cell")).extracting(c -> c.getAsJsonObject("values").toString()).containsExactly(
                "{\"sampler.cfg\":\"1\",\"prompt.text\":\"sea, day\"}", "{\"sampler.cfg\":\"4\",\"prompt.text\":\"sea, day\"}",
                "{\"sampler.cfg\":\"1\",\"prompt.text\":\"sea, night\"}", "{\"sampler.cfg\":\"4\",\"prompt.text\":\"sea, night\"}");
        List<JsonObject> pictures = events(ran, "picture");
        assertThat(pictures).hasSize(4);
        Set<Long> seeds = new HashSet<>();
        Set<Value> prompts = new HashSet<>();
        for (JsonObject picture : pictures) {
            seeds.add(picture.get("seed").getAsLong());
            prompts.add(workflow(file(picture)).value(InputRef.of("prompt", "text")).orElseThrow());
        }
        assertThat(seeds).hasSize(1);
        assertThat(prompts).containsExactlyInAnyOrder(Value.of("sea, day"), Value.of("sea, night"));
        Path sheet = file(events(ran, "sheet").getFirst());
        assertThat(sheet.getParent()).isEqualTo(out);
        assertThat(PictureFile.read(sheet).picture().width()).isBetween(2 * 64, 600);
        assertThat(workflow(sheet).value(InputRef.of("sampler", "steps"))).contains(Value.of(2));
        assertThat(files()).hasSize(5);
    }

    @Test
    void a_third_axis_makes_a_sheet_of_each_value_and_a_second_time_paints_nothing_and_overwrites_nothing() throws Exception {
        String[] command = {"sweep", flow.toString(), "--x", "sampler.steps=1,2", "--y", "sampler.cfg=1,4", "--z", "sampler.seed=3,4", "--quiet", "--out", out.toString()};
        Program.Ran first = program.run(command);
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(files()).hasSize(8 + 2).containsExactlyInAnyOrderElementsOf(first.pictures());
        Program.Ran second = program.run(command);
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(files()).hasSize(8 + 4);
        List<Path> sheets = second.pictures().stream().filter(p -> !first.pictures().contains(p)).toList();
        assertThat(sheets).hasSize(2);
        assertThat(PictureFile.read(sheets.getFirst()).picture()).isNotEqualTo(PictureFile.read(sheets.getLast()).picture());
    }

    @Test
    void a_cell_that_cannot_be_painted_says_why_on_the_sheet_and_the_others_are_there() throws Exception {
        Program.Ran ran = program.run("sweep", flow.toString(), "--x", "model.checkpoint=starter," + folder.resolve("no.gguf"), "--out", out.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("no.gguf").contains("Picture 1 of 2: ");
        assertThat(ran.pictures()).hasSize(2).allSatisfy(p -> assertThat(p).exists());
        Program.Ran none = program.run("sweep", flow.toString(), "--x", "model.checkpoint=" + folder.resolve("no.gguf"), "--out", folder.resolve("none").toString());
        assertThat(none.exit()).isEqualTo(1);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void what_makes_no_grid_is_wrong_use_and_one_sentence() throws Exception {
        assertWrongUse("--x and --y", "--x", "sampler.steps=1,2", "--z", "sampler.cfg=1,2", "--out", out.toString());
        assertWrongUse("same parameter", "--x", "sampler.steps=1,2", "--y", "Sampler.steps=3", "--out", out.toString());
        assertWrongUse("folder", "--x", "sampler.steps=1,2", "--out", out + ".png");
        assertWrongUse("1000000", "--x", "sampler.steps=1..100", "--y", "sampler.cfg=1..100", "--z", "sampler.seed=1..100", "--out", out.toString());
    }

    private void assertWrongUse(String said, String... options) throws Exception {
        Program.Ran ran = program.run(Stream.concat(Stream.of("sweep", flow.toString()), Stream.of(options)).toArray(String[]::new));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().strip()).contains(said).hasLineCount(1);
    }

    private static List<JsonObject> events(Program.Ran ran, String kind) {
        return ran.json().stream().filter(o -> o.get("event").getAsString().equals(kind)).toList();
    }

    private static Path file(JsonObject event) {
        return Path.of(event.get("file").getAsString());
    }

    private static Document workflow(Path picture) throws Exception {
        return WorkflowFile.parse(PictureFile.head(picture).texts().get(PictureTexts.EASEL).orElseThrow());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.toList();
        }
    }
}
