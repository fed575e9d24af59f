package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import easel.format.PictureFile;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Value;
import easel.support.PlainPreset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run}, {@code check} and {@code nodes} as a person types them, with the real engine. */
class RunCommandTest {

    @TempDir
    private Path folder;
    private Program program;
    private Path flow;

    @BeforeEach
    void write_a_workflow() throws Exception {
        program = new Program(folder);
        flow = folder.resolve("flow.easel.json");
        WorkflowFile.write(flow, set(preset(), "sampler.steps", Value.of(2)));
    }

    @Test
    void a_workflow_runs_with_values_set_and_the_picture_runs_again_as_a_workflow() throws Exception {
        Program.Ran ran = program.run("run", flow.toString(), "--set", "prompt.text=sea at day, a boat = small", "--set", "Sampler.cfg=3.5",
                "--seed", "7", "--out", folder.resolve("out").toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        PictureFile first = PictureFile.read(ran.pictures().getFirst());
        assertThat(first.texts().infotext().orElseThrow().prompt()).isEqualTo("sea at day, a boat = small");
        assertThat(first.texts().infotext().orElseThrow().settings()).containsEntry("Seed", "7").containsEntry("Steps", "2").containsEntry("CFG scale", "3.5");
        Program.Ran again = program.run("run", ran.pictures().getFirst().toString(), "--out", folder.resolve("again").toString(), "--quiet");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(PictureFile.read(again.pictures().getFirst()).picture()).isEqualTo(first.picture());
    }

    @Test
    void random_seeds_are_drawn_each_time() throws Exception {
        Document drawn = set(preset(), "sampler.seed", Value.Seed.random().drawn(5));
        WorkflowFile.write(flow, set(drawn, "sampler.steps", Value.of(1)));
        Program.Ran ran = program.run("run", flow.toString(), "--json", "--count", "2", "--out", folder.toString());
        List<Long> seeds = ran.json().stream().filter(o -> o.get("event").getAsString().equals("picture")).map(o -> o.get("seed").getAsLong()).toList();
        assertThat(seeds).hasSize(2).doesNotContain(5L);
        assertThat(seeds.get(1)).isEqualTo(seeds.get(0) + 1);
    }

    @Test
    void a_run_to_a_node_keeps_its_picture_though_no_save_node_takes_it() throws Exception {
        Path out = folder.resolve("out");
        Program.Ran ran = program.run("run", flow.toString(), "--to", "sampler", "--seed", "1", "--out", out.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.pictures()).hasSize(1);
        assertThat(PictureFile.head(ran.pictures().getFirst()).texts().infotext().orElseThrow().settings()).containsEntry("Seed", "1");
    }

    @Test
    void a_dry_run_tells_what_would_run_and_paints_nothing() throws Exception {
        Program.Ran ran = program.run("run", flow.toString(), "--dry-run", "--json", "--out", folder.resolve("out").toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonObject plan = ran.json().getFirst();
        assertThat(plan.getAsJsonArray("nodes")).extracting(n -> n.getAsJsonObject().get("node").getAsString())
                .containsExactly("model", "prompt", "negative", "sampler", "save");
        assertThat(plan.getAsJsonArray("nodes")).allMatch(n -> n.getAsJsonObject().get("runs").getAsBoolean());
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_wrong_setting_is_wrong_use_and_one_sentence() throws Exception {
        Program.Ran ran = program.run("run", flow.toString(), "--set", "sampler.steps=many", "--out", folder.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().strip()).isEqualTo("Steps cannot be many. Allowed: 1 ... 1000.");
        assertThat(program.run("run", flow.toString(), "--to", "prompt").exit()).isEqualTo(2);
    }

    @Test
    void check_tells_problems_as_lines_and_as_json_and_a_missing_model_by_its_own_code() throws Exception {
        WorkflowFile.write(flow, set(set(preset(), "model.checkpoint", Value.of(folder.resolve("no.gguf").toString())), "sampler.steps", Value.of(0)));
        Program.Ran bad = program.run("check", flow.toString(), "--json");
        assertThat(bad.exit()).isEqualTo(1);
        List<JsonObject> problems = JsonParser.parseString(bad.out()).getAsJsonObject().getAsJsonArray("problems").asList().stream()
                .map(p -> p.getAsJsonObject()).toList();
        assertThat(problems).extracting(p -> p.get("code").getAsString()).containsExactly("BAD_VALUE", "MISSING_MODEL");
        assertThat(problems.getFirst().keySet()).containsExactly("severity", "node", "input", "code", "message", "mend");
    }

    @Test
    void an_error_in_one_place_leaves_the_rest_running_and_is_told() throws Exception {
        Document two = new Edit.AddNode(Node.of("lost", "save-picture")).on(set(preset(), "sampler.steps", Value.of(1)));
        WorkflowFile.write(flow, two);
        Program.Ran ran = program.run("run", flow.toString(), "--out", folder.resolve("out").toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.pictures()).hasSize(1);
        assertThat(ran.err()).contains("error: lost.picture");
        assertThat(program.run("run", flow.toString(), "--to", "save", "--out", folder.resolve("out2").toString()).exit()).isZero();
    }

    @Test
    void a_frozen_node_gives_what_the_run_gave_whatever_is_set_before_it() throws Exception {
        Program.Ran first = program.run("run", flow.toString(), "--set", "sampler.steps=1", "--freeze", "sampler", "--out", folder.resolve("out").toString());
        assertThat(first.exit()).as(first.err()).isZero();
        Program.Ran again = program.run("run", flow.toString(), "--set", "prompt.text=a forest", "--json", "--out", folder.resolve("again").toString());
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.json()).noneMatch(o -> o.get("event").getAsString().equals("progress"));
        Path saved = Path.of(again.json().stream().filter(o -> o.get("event").getAsString().equals("picture")).findFirst().orElseThrow().get("file").getAsString());
        assertThat(PictureFile.read(saved).picture()).isEqualTo(PictureFile.read(first.pictures().getFirst()).picture());
        Document gone = WorkflowFile.read(flow).mapNodes(Set.of(new NodeId("sampler")), n -> n.frozen(new LinkedHashMap<>(Map.of("", "0".repeat(64)))));
        WorkflowFile.write(flow, gone);
        Program.Ran without = program.run("run", flow.toString(), "--out", folder.resolve("third").toString());
        assertThat(without.exit()).isEqualTo(1);
        assertThat(without.err()).contains("error: sampler: The node is frozen, but there is no result of it to give.");
        assertThat(program.run("run", flow.toString(), "--freeze", "prompt").exit()).isEqualTo(2);
    }

    @Test
    void a_watched_workflow_runs_again_when_its_file_changes_and_enter_keeps_the_picture() throws Exception {
        Path out = folder.resolve("out");
        WorkflowFile.write(flow, set(preset(), "sampler.steps", Value.of(1)));
        Process watch = program.start(Map.of("EASEL_LANG", "en"), "run", flow.toString(), "--watch", "--json", "--out", out.toString());
        try {
            program.untilSaid("\"shown\"", 1);
            byte[] first = Files.readAllBytes(out.resolve("flow.live.png"));
            WorkflowFile.write(flow, set(set(preset(), "sampler.steps", Value.of(1)), "prompt.text", Value.of("a forest")));
            program.untilSaid("\"shown\"", 2);
            assertThat(Files.readAllBytes(out.resolve("flow.live.png"))).isNotEqualTo(first);
            Files.writeString(flow, "{\"easel\": 1,");
            program.untilSaid("\"warning\"", 1);
            WorkflowFile.write(flow, set(preset(), "sampler.steps", Value.of(0)));
            program.untilSaid("BAD_VALUE", 1);
            try (Stream<Path> files = Files.list(out)) {
                assertThat(files).containsExactly(out.resolve("flow.live.png"));
            }
            WorkflowFile.write(flow, set(preset(), "sampler.steps", Value.of(1)));
            program.untilSaid("\"shown\"", 3);
            watch.getOutputStream().write('\n');
            watch.getOutputStream().flush();
            program.untilSaid("\"event\":\"picture\"", 1);
        } finally {
            watch.destroy();
        }
        assertThat(watch.waitFor(20, TimeUnit.SECONDS)).isTrue();
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).singleElement().isNotEqualTo(out.resolve("flow.live.png"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run FLOW --set sampler.steps=900 --json --out OUT", "run FLOW --set sampler.steps=900 --count 3 --json --out OUT",
        "sweep FLOW --x sampler.steps=900,901 --y sampler.cfg=1,2 --json --out OUT", "run FLOW --watch --set sampler.steps=900 --json --out OUT"})
    void ctrl_c_ends_it_with_130_and_leaves_no_engine_no_picture_and_nothing_on_the_queue(String command) throws Exception {
        Path out = folder.resolve("out");
        Program.Ran ran = program.interrupted("SAMPLING", Arrays.stream(command.split(" "))
                .map(word -> word.equals("FLOW") ? flow.toString() : word.equals("OUT") ? out.toString() : word).toArray(String[]::new));
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(130);
        assertThat(ran.err()).doesNotContain("Exception");
        assertThat(ran.json()).noneMatch(o -> List.of("picture", "sheet", "failed").contains(o.get("event").getAsString()));
        assertThat(out).satisfiesAnyOf(folder -> assertThat(folder).doesNotExist(), folder -> assertThat(folder).isEmptyDirectory());
        assertThat(program.run("queue").err()).contains("Nothing waits");
        assertThat(program.run("history").err()).contains("Nothing found");
    }

    @Test
    void nodes_lists_the_catalogue_and_tells_all_about_one() throws Exception {
        JsonObject sampler = JsonParser.parseString(program.run("nodes", "sampler", "--json").out()).getAsJsonArray().get(0).getAsJsonObject();
        assertThat(sampler.getAsJsonArray("parameters").get(2).getAsJsonObject().get("most").getAsInt()).isEqualTo(1000);
    }

    private static Document preset() {
        return PlainPreset.document();
    }

    private static Document set(Document document, String at, Value value) {
        int dot = at.indexOf('.');
        return new Edit.SetParameter(InputRef.of(at.substring(0, dot), at.substring(dot + 1)), value).on(document);
    }
}
