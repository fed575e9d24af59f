package easel.run;

import static easel.run.Bench.ref;
import static easel.run.Bench.seed;
import static easel.run.Bench.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import easel.engine.Failure;
import easel.engine.ImageRequest;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Extras;
import easel.graph.Field;
import easel.graph.Form;
import easel.graph.Node;
import easel.graph.OutputRef;
import easel.graph.Phrase;
import easel.graph.Rule;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SweepTest extends OnBench {

    @Test
    void cells_go_row_by_row_and_grid_by_grid() {
        Sweep sweep = sweep(bench.preset, axis("sampler.steps", "2", "3"), axis("sampler.cfg", "1", "2", "3"), axis("prompt.text", "a", "b"));
        assertThat(sweep.cells()).extracting(Sweep.Cell::at).startsWith(List.of(0, 0, 0), List.of(1, 0, 0), List.of(0, 1, 0), List.of(1, 1, 0))
                .endsWith(List.of(1, 2, 1)).hasSize(12).doesNotHaveDuplicates();
        Document last = sweep.cells().getLast().document();
        assertThat(List.of(last.value(ref("sampler.steps")).orElseThrow(), last.value(ref("sampler.cfg")).orElseThrow(),
                last.value(ref("prompt.text")).orElseThrow())).containsExactly(Value.of(3), Value.of(3), Value.of("b"));
    }

    @Test
    void weights_change_as_seldom_as_can_be_whatever_axis_they_are_on() {
        Sweep sweep = sweep(bench.preset, axis("model.checkpoint", "a.gguf", "b.gguf"), axis("sampler.steps", "2", "3"), axis("sampler.cfg", "1", "2"));
        assertThat(sweep.cells()).extracting(c -> c.place(0)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
    }

    @Test
    void with_another_model_what_the_form_offers_only_for_the_first_gives_way() {
        Control.Choice.Option fast = new Control.Choice.Option(Phrase.of("Fast", "Fast"), List.of(Value.of(4)), Phrase.NONE, Value.of("starter"), Extras.NONE);
        Field quality = new Field("quality", List.of(ref("sampler.steps")), new Control.Choice(List.of(fast, Control.Choice.Option.of(Phrase.of("Fine", "Fine"),
                List.of(Value.of(20))))), null, null, Field.Section.MAIN, Phrase.NONE, Phrase.NONE, ref("model.checkpoint"), Extras.NONE);
        Document preset = set(set(bench.preset, "model.checkpoint", Value.of("starter")), "sampler.steps", Value.of(4)).with(Form.NONE.withFields(List.of(quality)));
        assertThat(sweep(preset, axis("model.checkpoint", "starter", "b.gguf")).cells()).extracting(c -> c.document().value(ref("sampler.steps")).orElseThrow())
                .containsExactly(Value.of(4), Value.of(20));
    }

    @Test
    void a_random_seed_is_drawn_once_for_all_of_it() {
        Sweep sweep = sweep(bench.preset.withCount(3), axis("sampler.steps", "2", "3", "4"));
        assertThat(sweep.cells()).extracting(c -> seed(c.document())).hasSize(3).containsOnly(seed(sweep.base()));
        assertThat(sweep.cells()).extracting(c -> c.document().count()).containsOnly(1);
        Document drawn = set(bench.preset, "sampler.seed", Value.Seed.random().drawn(5));
        assertThat(sweep(drawn, axis("sampler.steps", "2")).base().value(ref("sampler.seed"))).contains(Value.Seed.fixed(5));
    }

    @Test
    void an_axis_may_go_through_seeds_and_draw_them() {
        Sweep sweep = sweep(bench.preset, axis("sampler.seed", "7", "random", "random"));
        List<Long> seeds = sweep.cells().stream().map(c -> seed(c.document())).toList();
        assertThat(seeds).startsWith(7L).doesNotHaveDuplicates();
        assertThat(sweep.axes().getFirst().label(1, sweep.base(), Language.ENGLISH)).isEqualTo(seeds.get(1).toString());
    }

    @Test
    void what_does_not_change_is_not_painted_again_and_each_cell_is_saved() throws Exception {
        Document scaled = bench.preset.with(Node.of("scale", "image-scale-by").fedBy("image", OutputRef.of("sampler", "picture")))
                .with(bench.preset.node(ref("save.picture").node()).orElseThrow().fedBy("picture", OutputRef.of("scale", "scaled")));
        Sweep sweep = sweep(scaled, axis("scale.scale_by", "0.25", "0.5", "1"), axis("sampler.steps", "2", "3"));
        List<QueuedJob> jobs = new ArrayList<>();
        for (Sweep.Cell cell : sweep.cells()) {
            jobs.addAll(bench.submit(cell.document()).jobs());
        }
        for (QueuedJob job : jobs) {
            assertThat(Bench.ending(job)).isEqualTo(new Ending.Done());
        }
        assertThat(bench.engine.painted).extracting((ImageRequest r) -> r.sampling().steps()).containsExactly(2, 3);
        assertThat(bench.saved()).hasSize(6);
    }

    @Test
    void a_cell_that_fails_leaves_the_others_alone() throws Exception {
        bench.engine.failing = request -> request.sampling().steps() == 3 ? new Failure.EngineDied("aborted") : null;
        List<Ending> endings = new ArrayList<>();
        for (Sweep.Cell cell : sweep(bench.preset, axis("sampler.steps", "2", "3", "4")).cells()) {
            endings.add(Bench.ending(bench.submit(cell.document()).jobs().getFirst()));
        }
        assertThat(endings.get(0)).isEqualTo(new Ending.Done());
        assertThat(endings.get(1)).isInstanceOf(Ending.Failed.class);
        assertThat(endings.get(2)).isEqualTo(new Ending.Done());
    }

    @Test
    void axes_and_values_are_called_what_people_call_them() {
        Document document = bench.preset;
        assertThat(axis("sampler.steps", "2").title(document, Language.ENGLISH)).isEqualTo("Sampler: Steps");
        assertThat(axis("sampler.steps", "2").title(document, Language.CHINESE)).contains("步数");
        assertThat(axis("model.checkpoint", "/models/one.gguf").label(0, document, Language.ENGLISH)).isEqualTo("one.gguf");
        assertThat(axis("prompt.text", " ").label(0, document, Language.ENGLISH)).isEqualTo("(empty)");
        Axis truth = new Axis(ref("sampler.steps"), new Rule.Truth(), List.of(Value.of(true), Value.of(false)));
        assertThat(List.of(truth.label(0, document, Language.ENGLISH), truth.label(1, document, Language.CHINESE))).containsExactly("on", "关");
        assertThat(truth.text(0)).isEqualTo("true");
    }

    @Test
    void more_cells_than_anyone_waits_for_are_refused() {
        Axis hundred = new Axis(ref("sampler.steps"), new Rule.Truth(), Collections.nCopies(100, Value.of(true)));
        assertThat(Sweep.count(List.of(hundred, hundred, hundred))).isEqualTo(1_000_000);
        assertThatThrownBy(() -> sweep(bench.preset, hundred, hundred, hundred)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Sweep sweep(Document document, Axis... axes) {
        return Sweep.holding(document, List.of(axes), new Random(1));
    }

    private Axis axis(String parameter, String... values) {
        String type = bench.preset.node(ref(parameter).node()).map(Node::type).orElse("image-scale-by");
        Rule rule = Catalogue.schema(type).orElseThrow().parameter(ref(parameter).input()).orElseThrow().rule();
        return new Axis(ref(parameter), rule, List.of(values).stream().map(rule::read).toList());
    }
}
