package easel.run;

import static easel.run.Bench.set;
import static org.assertj.core.api.Assertions.assertThat;

import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Form;
import easel.graph.Freeze;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Packing;
import easel.graph.Phrase;
import easel.graph.Problem;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FrozenTest extends OnBench {

    private static final NodeId SAMPLER = new NodeId("sampler");

    private void without(String name) throws IOException {
        Path gone = folder.resolve(name);
        if (Files.exists(gone)) {
            try (Stream<Path> files = Files.walk(gone)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Document painted() throws Exception {
        Document fixed = set(bench.preset, "sampler.seed", Value.Seed.fixed(7));
        bench.run(fixed);
        return fixed;
    }

    private Document frozen(Document document, NodeId... nodes) throws Exception {
        return bench.studio.freezing(document, Set.of(nodes), Map.of(), bench.options).edit().on(document);
    }

    private Document elsewhere(Document document) {
        return set(document, "save.folder", Value.of(folder.resolve("elsewhere").toString()));
    }

    private static Document otherWords(Document document) {
        return set(document, "prompt.text", Value.of("something else"));
    }

    private List<Path> savedElsewhere() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("elsewhere"))) {
            return files.toList();
        }
    }

    @Test
    void a_frozen_node_gives_what_it_gave_whatever_feeds_it() throws Exception {
        Document frozen = otherWords(frozen(painted(), SAMPLER));
        Submission again = bench.run(frozen);
        assertThat(again.problems()).isEmpty();
        assertThat(bench.engine.painted).hasSize(1);
        assertThat(bench.saved()).hasSize(1);
        assertThat(bench.last(again.jobs().getFirst(), "sampler")).isInstanceOfSatisfying(NodeState.Done.class, done -> {
            assertThat(done.fromCache()).isTrue();
            assertThat(done.images()).hasSize(1);
        });
        bench.run(elsewhere(frozen));
        assertThat(savedElsewhere()).hasSize(1);
        assertThat(bench.engine.painted).hasSize(1);
        bench.run(new Edit.SetMode(Set.of(SAMPLER), Mode.ON).on(frozen));
        assertThat(bench.engine.painted).hasSize(2);
    }

    @Test
    void an_outdated_node_gives_the_picture_that_is_shown_on_it_and_that_is_said() throws Exception {
        Document before = painted();
        Map<NodeId, Key> shown = bench.studio.keys(before, bench.options);
        Document edited = otherWords(before);
        Studio.Freezing freezing = bench.studio.freezing(edited, Set.of(SAMPLER), shown, bench.options);
        assertThat(freezing.outdated()).containsExactly(SAMPLER);
        Document frozen = freezing.edit().on(edited);
        assertThat(bench.studio.check(frozen)).isEmpty();
        bench.run(elsewhere(frozen));
        assertThat(bench.engine.painted).hasSize(1);
        assertThat(savedElsewhere()).hasSize(1);
        assertThat(bench.studio.freezing(before, Set.of(SAMPLER), shown, bench.options).outdated()).isEmpty();
    }

    @Test
    void an_outdated_node_inside_a_subgraph_likewise() throws Exception {
        Document before = painted();
        Document packed = Packing.of(before, Set.of(SAMPLER), Phrase.of("x", "y"), List.of(), List.of(), Catalogue::schema).orElseThrow().on(before);
        bench.run(packed);
        Map<NodeId, Key> shown = bench.studio.keys(packed, bench.options);
        NodeId instance = packed.nodes().stream().filter(n -> n.type().startsWith("subgraph")).findFirst().orElseThrow().id();
        Studio.Freezing freezing = bench.studio.freezing(otherWords(packed), Set.of(instance), shown, bench.options);
        assertThat(freezing.outdated()).containsExactly(SAMPLER.in(instance));
        assertThat(bench.studio.check(freezing.edit().on(otherWords(packed)))).isEmpty();
    }

    @Test
    void one_that_only_describes_still_needs_what_it_is_fed_by() {
        Document document = Document.EMPTY.with(Node.of("encode", "vae-encode").in(Mode.FROZEN));
        assertThat(bench.studio.check(document)).extracting(Problem::code).contains(Problem.Code.INPUT_MISSING);
    }

    @Test
    void one_that_never_gave_anything_is_frozen_with_a_problem_that_says_so() throws Exception {
        Document fresh = set(bench.preset, "sampler.seed", Value.Seed.fixed(9));
        Studio.Freezing freezing = bench.studio.freezing(fresh, Set.of(SAMPLER), Map.of(), bench.options);
        assertThat(bench.run(freezing.edit().on(fresh)).problems()).extracting(Problem::code).containsExactly(Problem.Code.FROZEN_RESULT_GONE);
    }

    @Test
    void it_outlives_a_restart_its_file_and_the_cache() throws Exception {
        Path file = folder.resolve("frozen.easel.json");
        WorkflowFile.write(file, otherWords(frozen(painted(), SAMPLER)));
        bench.studio.liesIn(file, WorkflowFile.read(file));
        restart();
        without("cache");
        bench.run(elsewhere(WorkflowFile.read(file)));
        assertThat(bench.engine.painted).isEmpty();
        assertThat(savedElsewhere()).hasSize(1);
    }

    @Test
    void however_little_is_kept_it_is() throws Exception {
        bench.close();
        bench = new Bench(folder, 1, new Studio.Limits(1, 1));
        Document frozen = frozen(painted(), SAMPLER);
        bench.studio.check(frozen);
        bench.studio.keys(frozen, bench.options);
        for (int seed = 100; seed < 110; seed++) {
            bench.run(set(bench.preset, "sampler.seed", Value.Seed.fixed(seed)));
        }
        bench.close();
        bench = new Bench(folder, 1, new Studio.Limits(1, 1));
        bench.run(elsewhere(otherWords(frozen)));
        assertThat(bench.engine.painted).isEmpty();
        assertThat(savedElsewhere()).hasSize(1);
    }

    @Test
    void one_whose_result_is_gone_is_told_and_what_is_sound_elsewhere_runs() throws Exception {
        Document frozen = frozen(painted(), SAMPLER);
        restart();
        without("cache");
        without("data");
        Document two = frozen.with(Node.of("second", "sampler").fedBy("model", OutputRef.of("model", "model"))
                .fedBy("positive", OutputRef.of("prompt", "prompt")).fedBy("negative", OutputRef.of("negative", "prompt")));
        assertThat(bench.studio.check(frozen)).containsExactly(Problem.at(SAMPLER, Problem.Code.FROZEN_RESULT_GONE));
        Submission submission = bench.run(two);
        assertThat(submission.problems()).extracting(Problem::code).contains(Problem.Code.FROZEN_RESULT_GONE);
        assertThat(bench.engine.painted).hasSize(1);
        assertThat(bench.saved()).hasSize(1);
    }

    @Test
    void a_name_that_climbs_out_of_the_folder_is_gone_too() throws Exception {
        Document hostile = bench.preset.mapNodes(Set.of(SAMPLER), n -> n.frozen(new LinkedHashMap<>(Map.of("", "../../../etc/passwd"))));
        assertThat(bench.studio.check(hostile)).containsExactly(Problem.at(SAMPLER, Problem.Code.FROZEN_RESULT_GONE));
    }

    @Test
    void what_is_missing_before_it_does_not_stop_it() throws Exception {
        Document frozen = set(frozen(painted(), SAMPLER), "model.checkpoint", Value.of(folder.resolve("gone.safetensors").toString()));
        Submission submission = bench.run(elsewhere(frozen));
        assertThat(submission.problems()).extracting(Problem::code).containsExactly(Problem.Code.MISSING_MODEL);
        assertThat(savedElsewhere()).hasSize(1);
        Document alone = frozen.with(Form.NONE).without(Set.of(new NodeId("model"), new NodeId("prompt"), new NodeId("negative")));
        assertThat(bench.run(alone).problems()).isEmpty();
    }

    @Test
    void one_that_names_no_result_gives_what_it_would_give_now() throws Exception {
        Document mode = new Edit.SetMode(Set.of(SAMPLER), Mode.FROZEN).on(painted());
        assertThat(bench.run(elsewhere(mode)).problems()).isEmpty();
        assertThat(savedElsewhere()).hasSize(1);
        assertThat(bench.engine.painted).hasSize(1);
        assertThat(bench.run(otherWords(mode)).problems()).containsExactly(Problem.at(SAMPLER, Problem.Code.FROZEN_RESULT_GONE));
    }

    @Test
    void a_random_seed_of_a_frozen_node_is_not_drawn_anew() throws Exception {
        Document drawn = bench.run(bench.preset).document();
        Document frozen = frozen(drawn, SAMPLER);
        Document again = bench.run(frozen).document();
        assertThat(Bench.seed(again)).isEqualTo(Bench.seed(drawn));
    }

    @Test
    void what_only_describes_follows_what_feeds_it_and_says_so() throws Exception {
        Document frozen = frozen(painted(), new NodeId("prompt"));
        Submission submission = bench.run(otherWords(frozen));
        assertThat(submission.problems()).containsExactly(Problem.at(new NodeId("prompt"), Problem.Code.FROZEN_DESCRIBES));
        assertThat(bench.engine.painted).hasSize(2);
        assertThat(bench.engine.painted.getLast().prompt()).isEqualTo("something else");
    }

    @Test
    void a_frozen_subgraph_keeps_what_the_nodes_inside_it_gave() throws Exception {
        Document fixed = set(bench.preset.with(Form.NONE), "sampler.seed", Value.Seed.fixed(7));
        Document packed = Packing.of(fixed, Set.of(new NodeId("prompt"), SAMPLER), Phrase.of("x", "x"), List.<InputRef>of(),
                List.of(), Catalogue::schema).orElseThrow().on(fixed);
        NodeId instance = packed.nodes().stream().filter(n -> n.type().startsWith("subgraph:")).findFirst().orElseThrow().id();
        bench.run(packed);
        Document frozen = frozen(packed, instance);
        assertThat(frozen.node(instance).orElseThrow().kept()).containsOnlyKeys("sampler");
        Document other = new Edit.SetParameter(new InputRef(new NodeId("prompt").in(instance), "text"), Value.of("something else")).on(frozen);
        Submission submission = bench.run(elsewhere(other));
        assertThat(submission.problems()).isEmpty();
        assertThat(bench.engine.painted).hasSize(1);
        assertThat(savedElsewhere()).hasSize(1);
    }

    @Test
    void the_edit_is_a_step_of_its_own_and_survives_its_file() throws Exception {
        Freeze freeze = bench.studio.freezing(painted(), Set.of(SAMPLER), Map.of(), bench.options).edit();
        Document frozen = freeze.on(bench.preset);
        assertThat(frozen.node(SAMPLER).orElseThrow().mode()).isEqualTo(Mode.FROZEN);
        assertThat(frozen.node(SAMPLER).orElseThrow().kept()).hasSize(1);
        assertThat(WorkflowFile.parse(WorkflowFile.text(frozen))).isEqualTo(frozen);
        assertThat(new Edit.SetMode(Set.of(SAMPLER), Mode.ON).on(frozen)).isEqualTo(bench.preset);
    }
}
