package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ImageRequest;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Problem;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One of two, of any kind; what leads to the other alone does not run. */
@Timeout(60)
class SwitchTest extends OnBench {

    private Sketch sketch() throws Exception {
        Path model = bench.preset.value(InputRef.of("model", "checkpoint")).map(v -> Path.of(((Value.Text) v).text())).orElseThrow();
        return Sketch.withModel(model.toString());
    }

    private ImageRequest asked(Sketch sketch) throws Exception {
        Submission run = bench.run(sketch.document());
        assertThat(run.problems()).isEmpty();
        assertThat(Bench.ending(run.jobs().getFirst())).isEqualTo(new Ending.Done());
        return bench.engine.painted.getLast();
    }

    @ParameterizedTest
    @CsvSource({"true,20,a", "false,30,b"})
    void prompts_texts_numbers_and_models_are_chosen_by_a_toggle_before_anything_runs(boolean on, int steps, String words) throws Exception {
        Sketch sketch = sketch().add("toggle", "toggle", "value=" + on)
                .add("text", "switch-text", "on_true=a", "on_false=b", "switch<toggle.on").add("said", "prompt", "text<text.text")
                .add("either", "switch-prompt", "on_true<said.prompt", "on_false<said.prompt", "switch<toggle.on")
                .add("number", "switch-number", "on_true=20", "on_false=29.6", "switch<toggle.on")
                .add("other", "load-checkpoint", "checkpoint=" + Files.writeString(folder.resolve("other.safetensors"), "weights"))
                .add("chosen", "switch-model", "on_true<model.model", "on_false<other.model", "switch<toggle.on")
                .add("sampler", "sampler", "model<chosen.model", "positive<either.prompt", "seed=1", "steps<number.whole").add("save", "save-picture", "picture<sampler.picture");
        ImageRequest asked = asked(sketch);
        assertThat(asked.sampling().steps()).isEqualTo(steps);
        assertThat(asked.prompt()).isEqualTo(words);
        assertThat(bench.engine.contexts.getLast().files().toString()).contains(on ? "model.safetensors" : "other.safetensors");
    }

    @ParameterizedTest
    @CsvSource({"true,11", "false,12"})
    void of_two_pictures_or_latents_only_the_one_that_is_taken_is_painted(boolean on, long seed) throws Exception {
        Sketch pictures = sketch().add("one", "sampler", "model<model.model", "positive<yes.prompt", "seed=11").add("two", "sampler", "model<model.model", "positive<yes.prompt", "seed=12")
                .add("either", "switch", "on_true<one.picture", "on_false<two.picture", "switch=" + on).add("look", "preview-image", "images<either.picture");
        assertThat(asked(pictures).seed()).isEqualTo(seed);
        assertThat(bench.engine.painted).hasSize(1);
        Sketch masked = pictures.add("mask", "mask-from-brightness", "picture<one.picture").add("solid", "solid-mask")
                .add("mask-either", "switch-mask", "on_true<solid.mask", "on_false<mask.mask").add("seen", "mask-to-picture", "mask<mask-either.mask").add("look", "preview-image", "images<seen.image");
        assertThat(bench.run(masked.document()).problems()).isEmpty();
        assertThat(bench.engine.painted).as("a mask of one colour needs no painting").hasSize(1);
    }

    @Test
    void a_missing_side_is_told_and_a_problem_of_the_other_stops_nothing() throws Exception {
        Sketch sketch = sketch().add("either", "switch-prompt", "on_true<yes.prompt").add("sampler", "sampler", "model<model.model", "positive<either.prompt", "seed=1")
                .add("save", "save-picture", "picture<sampler.picture");
        assertThat(bench.studio.check(sketch.document())).isEmpty();
        Document off = sketch.set("either", "switch=false").document();
        assertThat(bench.studio.check(off)).containsExactly(Problem.at(InputRef.of("either", "on_false"), Problem.Code.INPUT_MISSING, "on_false"));
        Sketch broken = sketch.add("gone", "load-picture", "file=" + folder.resolve("gone.png")).add("pictures", "switch", "on_true<sampler.picture", "on_false<gone.picture")
                .set("either", "switch=true").set("save", "picture<pictures.picture");
        assertThat(bench.run(broken.document()).jobs()).as("it runs beside the problem").hasSize(1);
        assertThat(bench.engine.painted).hasSize(1);
    }

    @Test
    void a_switch_that_only_the_run_knows_reads_the_side_it_takes() throws Exception {
        assertThat(Catalogue.node("switch").orElseThrow().unread(easel.graph.Node.of("s", "switch").with("switch", Value.of(false)))).containsExactly("on_true");
        assertThat(Catalogue.node("switch").orElseThrow().unread(easel.graph.Node.of("s", "switch"))).containsExactly("on_false");
        Document fed = new Sketch().add("t", "toggle").add("s", "switch", "switch<t.on").document();
        assertThat(Catalogue.node("switch").orElseThrow().unread(fed.node(new easel.graph.NodeId("s")).orElseThrow())).isEmpty();
        assertThat(List.of("switch", "switch-mask", "switch-text", "switch-number", "switch-model", "switch-prompt", "switch-latent"))
                .allSatisfy(type -> assertThat(Catalogue.schema(type)).as(type).isPresent());
    }
}
