package easel.run;

import static easel.run.Bench.set;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Failure;
import easel.engine.Part;
import easel.engine.Picture;
import easel.engine.weights.Starter;
import easel.format.PictureFailure;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Offset;
import easel.graph.OutputRef;
import easel.graph.Packing;
import easel.graph.Phrase;
import easel.graph.Problem;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.support.PlainPreset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

    private static final NodeId SAMPLER = new NodeId("sampler");

    @TempDir Path folder;
    @AutoClose private final FakeEngine engine = new FakeEngine();
    private Document preset;
    private Path model;

    @BeforeEach
    void open() throws Exception {
        model = Files.writeString(folder.resolve("model.safetensors"), "weights");
        preset = set(set(PlainPreset.document(), "model.checkpoint", Value.of(model.toString())),
                "sampler.seed", Value.Seed.fixed(1));
    }

    @Test
    void runs_feeders_first_and_leaves_out_what_gives_nothing() {
        assertThat(plan(preset).steps()).extracting(s -> s.id().text()).containsExactly("model", "prompt", "negative", "sampler", "save");
        assertThat(plan(preset).sinks()).containsExactly(new NodeId("save"));
    }

    @Test
    void a_subgraph_runs_as_what_is_inside_it_and_is_known_by_its_results() {
        Edit make = Packing.of(preset, Set.of(new NodeId("prompt"), new NodeId("negative"), SAMPLER), Phrase.of("Paint", "画"),
                List.of(), List.of(), Catalogue::schema).orElseThrow();
        Document packed = make.on(preset);
        assertThat(plan(packed).problems()).isEmpty();
        assertThat(plan(packed).steps()).extracting(s -> s.id().text())
                .containsExactlyInAnyOrder("model", "subgraph/prompt", "subgraph/negative", "subgraph/sampler", "save");
        assertThat(plan(packed).sinkKeys()).isEqualTo(plan(preset).sinkKeys());
        InputRef steps = packed.form().field("steps").orElseThrow().targets().getFirst();
        assertThat(plan(new Edit.SetParameter(steps, Value.of(3)).on(packed)).sinkKeys())
                .isEqualTo(plan(set(preset, "sampler.steps", Value.of(3))).sinkKeys()).isNotEqualTo(plan(preset).sinkKeys());
    }

    @Test
    void a_file_that_is_no_such_model_is_told_where_it_was_chosen_and_once() {
        Failure lora = new Failure.WrongPart(model.toAbsolutePath(), "LORA", Part.CHECKPOINT);
        engine.unfit = lora;
        Document two = preset.with(Node.of("other", "sampler").fedBy("model", OutputRef.of("model", "model"))
                .fedBy("positive", OutputRef.of("prompt", "prompt")));
        Plan plan = plan(two);
        assertThat(plan.problems()).containsExactly(Problem.at(InputRef.of("model", "checkpoint"), Problem.Code.UNFIT_MODEL, lora));
        assertThat(plan.sinks()).isEmpty();
        assertThat(plan.problems().getFirst().sentence(Language.ENGLISH)).isEqualTo(lora.sentence(Language.ENGLISH));
        assertThat(plan.problems().getFirst().sentence(Language.CHINESE)).isEqualTo(lora.sentence(Language.CHINESE));
    }

    @Test
    void a_file_that_is_no_whole_picture_is_told_where_it_was_chosen() throws Exception {
        Path words = Files.writeString(folder.resolve("words.png"), "no picture at all");
        Path whole = folder.resolve("whole.png");
        new PictureFile(Picture.of(64, 64, 3, new byte[64 * 64 * 3]), PictureTexts.none()).write(whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(bytes, bytes.length - 20));
        assertThat(plan(set(preset, "start.file", Value.of(whole.toString()))).problems()).isEmpty();
        assertThat(plan(set(preset, "start.file", Value.of(words.toString()))).problems())
                .containsExactly(Problem.at(InputRef.of("start", "file"), Problem.Code.UNFIT_PICTURE, new PictureFailure.NotAPicture(words)));
        Plan plan = plan(set(preset, "start.file", Value.of(cut.toString())));
        assertThat(plan.problems()).extracting(Problem::code).containsExactly(Problem.Code.UNFIT_PICTURE);
        assertThat(plan.problems().getFirst().sentence(Language.ENGLISH)).contains("cut.png is damaged");
        assertThat(plan.sinks()).isEmpty();
    }

    @Test
    void ids_positions_titles_and_threads_are_not_in_the_key() {
        Document moved = new Edit.Together(List.of(new Edit.MoveNodes(Set.of(SAMPLER), new Offset(9, 9)),
                new Edit.Rename(SAMPLER, "mine"))).on(preset);
        assertThat(key(moved)).isEqualTo(key(preset));
        Node prompt = preset.node(new NodeId("prompt")).orElseThrow();
        Document renamed = new Edit.Connect(OutputRef.of("words", "prompt"), InputRef.of("sampler", "positive"))
                .on(preset.with(Node.of("words", "prompt").withValues(prompt.values())));
        assertThat(key(renamed)).isEqualTo(key(preset));
    }

    @Test
    void everything_that_changes_a_pixel_is_in_the_key() {
        assertThat(List.of(
                key(set(preset, "sampler.seed", Value.Seed.fixed(2))), key(set(preset, "sampler.steps", Value.of(21))),
                key(set(preset, "prompt.text", Value.of("sea"))), key(set(preset, "negative.text", Value.of("sea"))),
                key(set(preset, "sampler.cfg", Value.of(4.5))), key(set(preset, "model.vae", Value.of(model.toString()))),
                key(new Edit.Disconnect(InputRef.of("sampler", "negative")).on(preset)),
                Plan.of(preset, around("another build")).steps().get(3).key(), key(preset)))
                .doesNotHaveDuplicates();
    }

    @Test
    void one_number_written_in_two_ways_is_one_key() {
        assertThat(key(set(preset, "sampler.cfg", new Value.Number("4.0")))).isEqualTo(key(preset));
    }

    @Test
    void a_default_left_out_is_the_key_of_the_default_written_down() {
        assertThat(key(set(preset, "model.taesd", Value.of("")))).isEqualTo(key(preset));
    }

    @Test
    void the_content_of_a_file_counts_and_not_its_place() throws Exception {
        Path copy = Files.copy(model, folder.resolve("copy.safetensors"));
        Key before = key(preset);
        assertThat(key(set(preset, "model.checkpoint", Value.of(copy.toString())))).isEqualTo(before);
        Files.writeString(model, "other weights");
        assertThat(key(preset)).isNotEqualTo(before);
    }

    @Test
    void a_folder_that_is_named_and_the_same_one_by_default_are_one_target() {
        Document named = set(preset, "save.folder", Value.of(folder.resolve("x/../out").toString()));
        assertThat(plan(named).sinkKeys()).isEqualTo(plan(preset).sinkKeys());
    }

    @Test
    void an_error_blocks_what_it_feeds_and_nothing_else() {
        Document broken = preset.with(Node.of("new", "later"))
                .with(Node.of("save2", "save-picture").fedBy("picture", OutputRef.of("new", "picture")));
        Plan plan = plan(broken);
        assertThat(plan.sinks()).containsExactly(new NodeId("save"));
        assertThat(plan.problems()).extracting(Problem::code).containsExactly(Problem.Code.UNKNOWN_TYPE);
    }

    @Test
    void a_circle_behind_bypassed_nodes_ends_in_a_problem() {
        Document circle = new Edit.Together(List.of(new Edit.Connect(OutputRef.of("sampler", "picture"), InputRef.of("sampler", "start")),
                new Edit.SetMode(Set.of(SAMPLER), Mode.BYPASSED))).on(preset);
        assertThat(plan(circle).sinks()).isEmpty();
        assertThat(plan(circle).problems()).extracting(Problem::code).contains(Problem.Code.CYCLE);
    }

    @Test
    void a_picture_that_feeds_nothing_is_shown() {
        Document without = new Edit.RemoveNodes(Set.of(new NodeId("save"))).on(preset);
        assertThat(plan(without).sinks()).containsExactly(SAMPLER);
    }

    @Test
    void an_unchanged_document_with_unchanged_files_has_the_very_same_plan() throws Exception {
        Sheet sheet = new Sheet(preset);
        Surroundings around = around("build");
        Plan plan = Plan.of(sheet, around, Set.of());
        assertThat(Plan.of(sheet, around, Set.of())).isSameAs(plan);
        assertThat(Plan.of(sheet, around("another build"), Set.of()).sinkKeys()).isNotEqualTo(plan.sinkKeys());
        assertThat(Plan.of(sheet, around, Set.of(SAMPLER)).sinks()).containsExactly(SAMPLER);
        Files.writeString(model, "other weights");
        assertThat(Plan.of(sheet, around, Set.of()).sinkKeys()).isNotEqualTo(plan.sinkKeys());
        Files.delete(model);
        assertThat(Plan.of(sheet, around, Set.of()).problems()).extracting(Problem::code).containsExactly(Problem.Code.MISSING_MODEL);
        assertThat(Plan.of(sheet, around, Set.of()).steps()).isEmpty();
        Files.writeString(model, "weights");
        assertThat(Plan.of(sheet, around, Set.of()).sinkKeys()).isEqualTo(plan.sinkKeys());
    }

    @Test
    void the_same_document_has_the_same_sheet_and_an_equal_one_its_own() {
        Sheets sheets = new Sheets();
        assertThat(sheets.of(preset)).isSameAs(sheets.of(preset));
        // Equal, for drawn seeds do not count; the keys are others all the same.
        Document drawn = set(preset, "sampler.seed", Value.Seed.random().drawn(1));
        Document again = set(preset, "sampler.seed", Value.Seed.random().drawn(2));
        assertThat(drawn).isEqualTo(again);
        assertThat(sheets.of(drawn)).isNotSameAs(sheets.of(again));
    }

    private Key key(Document document) {
        return plan(document).steps().stream().filter(s -> s.id().equals(SAMPLER)).findFirst().orElseThrow().key();
    }

    private Plan plan(Document document) {
        return Plan.of(document, around("build"));
    }

    private Surroundings around(String salt) {
        return new Surroundings(salt, folder.resolve("out"), new Digests(folder.resolve("digests.json")),
                new Starter(folder.resolve("home"), folder.resolve("data")), new easel.prompt.Lexicon(new easel.platform.Folders(folder, folder.resolve("data"), folder, folder)), engine, _ -> easel.engine.Rung.AS_ASKED, _ -> false);
    }
}
