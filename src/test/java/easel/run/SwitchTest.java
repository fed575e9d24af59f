package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ImageRequest;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.graph.Schema;
import easel.graph.Value;
import easel.graph.Wiring;
import easel.nodes.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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

    /** Two paintings of seeds 11 and 12, what each of them is made by and a switch between them that is seen. */
    private Sketch two(String switched, String... settings) throws Exception {
        return sketch().add("one", "sampler", "model<model.model", "positive<yes.prompt", "seed=11").add("two", "sampler", "model<model.model", "positive<yes.prompt", "seed=12")
                .add("either", switched, settings);
    }

    private Sketch pictures(String... settings) throws Exception {
        return two("switch", "on_true<one.picture", "on_false<two.picture").set("either", settings).add("look", "preview-image", "images<either.picture");
    }

    /** Asks for two or one, and holds that nothing else was painted. */
    private void asksOnly(Sketch sketch, long... seeds) throws Exception {
        bench.engine.painted.clear();
        asked(sketch);
        assertThat(bench.engine.painted).extracting(ImageRequest::seed).containsExactlyInAnyOrder(Arrays.stream(seeds).boxed().toArray(Long[]::new));
    }

    @ParameterizedTest
    @CsvSource({"true,11", "false,12"})
    void of_two_pictures_only_the_one_that_is_taken_is_painted(boolean on, long seed) throws Exception {
        asksOnly(pictures("switch=" + on), seed);
    }

    @ParameterizedTest
    @CsvSource({"true,11", "false,12"})
    void of_two_latents_only_the_one_that_is_taken_is_painted(boolean on, long seed) throws Exception {
        Sketch sketch = new Sketch().add("load", "checkpoint-loader-simple", "ckpt_name=" + Files.writeString(folder.resolve("model.safetensors"), "weights"))
                .add("words", "clip-text-encode", "text=a boat", "clip<load.clip").add("empty", "empty-latent-image");
        for (int each : new int[] {11, 12}) {
            sketch.add("k" + each, "k-sampler", "seed=" + each, "model<load.model", "positive<words.conditioning", "negative<words.conditioning", "latent_image<empty.latent");
        }
        asksOnly(sketch.add("either", "switch-latent", "on_true<k11.latent", "on_false<k12.latent", "switch=" + on)
                .add("decode", "vae-decode", "samples<either.latent", "vae<load.vae").add("look", "preview-image", "images<decode.image"), seed);
    }

    @ParameterizedTest
    @CsvSource({"true,11", "false,12"})
    void of_two_masks_only_the_one_that_is_taken_is_painted(boolean on, long seed) throws Exception {
        asksOnly(two("switch-mask").add("light", "mask-from-brightness", "picture<one.picture").add("dark", "mask-from-brightness", "picture<two.picture")
                .set("either", "on_true<light.mask", "on_false<dark.mask", "switch=" + on).add("seen", "mask-to-picture", "mask<either.mask").add("look", "preview-image", "images<seen.image"), seed);
    }

    @ParameterizedTest
    @CsvSource({"true,11", "false,12"})
    void of_two_numbers_that_only_the_run_knows_a_toggle_has_one_alone_worked_out(boolean on, long seed) throws Exception {
        asksOnly(two("switch-number").add("toggle", "toggle", "value=" + on).add("wide", "image-size", "image<one.picture").add("high", "image-size", "image<two.picture")
                .set("either", "on_true<wide.width", "on_false<high.height", "switch<toggle.on")
                .add("last", "sampler", "model<model.model", "positive<yes.prompt", "seed=13", "width=256", "height=256", "steps<either.whole").add("look", "preview-image", "images<last.picture"), seed, 13);
    }

    @ParameterizedTest
    @CsvSource({"true,yes", "false,no"})
    void a_bypassed_switch_passes_the_side_that_it_would_take_also_by_a_toggle(boolean on, String words) throws Exception {
        Sketch sketch = sketch().set("yes", "text=yes").set("no", "text=no").add("either", "switch-prompt", "on_true<yes.prompt", "on_false<no.prompt", "switch=" + on)
                .add("sampler", "sampler", "model<model.model", "positive<either.prompt", "seed=1").add("save", "save-picture", "picture<sampler.picture");
        assertThat(asked(sketch.with(in(sketch, "either", Mode.BYPASSED))).prompt()).isEqualTo(words);
        Sketch fed = sketch.add("toggle", "toggle", "value=" + on).set("either", "switch=" + !on, "switch<toggle.on").set("sampler", "seed=2");
        assertThat(asked(fed).prompt()).as("by a toggle").isEqualTo(words);
        assertThat(asked(fed).seed()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"true,one", "false,two"})
    void a_switch_that_is_taken_out_leaves_the_side_it_took(boolean on, String side) throws Exception {
        Document document = pictures("switch=" + on).document();
        Document without = new Wiring(document, Catalogue::schema).removing(Set.of(new NodeId("either"))).on(document);
        assertThat(without.node(new NodeId("look")).orElseThrow().input("images")).contains(OutputRef.of(side, "picture"));
    }

    @Test
    void a_muted_switch_gives_nothing_and_a_frozen_one_what_it_gave() throws Exception {
        Sketch sketch = pictures("switch=false");
        asksOnly(sketch, 12);
        Document frozen = bench.studio.freezing(sketch.document(), Set.of(new NodeId("either")), Map.of(), bench.options).edit().on(sketch.document());
        bench.engine.painted.clear();
        assertThat(bench.run(Sketch.set(frozen, "either", "switch=true")).problems()).isEmpty();
        assertThat(bench.engine.painted).as("it gives what it gave").isEmpty();
        assertThat(bench.studio.check(sketch.with(in(sketch, "either", Mode.MUTED)).document())).contains(Problem.at(InputRef.of("look", "images"), Problem.Code.NOTHING_COMES, "images"));
    }

    private static Node in(Sketch sketch, String id, Mode mode) {
        return new Edit.SetMode(Set.of(new NodeId(id)), mode).on(sketch.document()).node(new NodeId(id)).orElseThrow();
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
        assertThat(asked(broken).seed()).isEqualTo(1);
        assertThat(bench.studio.check(broken.set("pictures", "switch=false").document())).as("once it is read").extracting(Problem::node).contains(new NodeId("gone"));
    }

    @Test
    void a_problem_of_the_side_that_is_not_read_is_told_where_something_else_reads_it_or_one_runs_to_it() throws Exception {
        Sketch sketch = pictures().add("gone", "load-picture", "file=" + folder.resolve("gone.png")).add("grey", "invert", "image<gone.picture").set("either", "on_false<grey.image");
        assertThat(bench.studio.check(sketch.document())).isEmpty();
        Submission to = bench.studio.submit(sketch.document(), new RunOptions(bench.options.execution(), bench.options.preview(), bench.options.pictures(), Set.of(new NodeId("grey"))));
        assertThat(to.jobs()).isEmpty();
        assertThat(to.problems()).extracting(Problem::node).containsExactly(new NodeId("gone"));
        assertThat(bench.studio.check(sketch.add("see", "preview-image", "images<gone.picture").document())).extracting(Problem::node).containsExactly(new NodeId("gone"));
    }

    @Test
    void live_goes_on_beside_a_problem_of_the_side_that_is_not_read() throws Exception {
        Sketch sketch = pictures().add("gone", "load-picture", "file=" + folder.resolve("gone.png")).set("either", "on_false<gone.picture");
        BlockingQueue<Live.State> states = new LinkedBlockingQueue<>();
        try (Live live = new Live(bench.studio, Duration.ofMillis(1), states::add)) {
            live.changed(sketch.document(), bench.options);
            assertThat(states.poll(20, TimeUnit.SECONDS)).isInstanceOf(Live.State.Running.class);
            assertThat(states.poll(20, TimeUnit.SECONDS)).isInstanceOf(Live.State.Shown.class);
        }
    }

    @Test
    void which_side_is_not_read_is_known_as_long_as_no_link_says() {
        Schema schema = Catalogue.schema("switch").orElseThrow();
        assertThat(schema.unread(Node.of("s", "switch").with("switch", Value.of(false)))).containsExactly("on_true");
        assertThat(schema.unread(Node.of("s", "switch"))).containsExactly("on_false");
        assertThat(schema.unread(Node.of("s", "switch").fedBy("switch", OutputRef.of("t", "on")))).isEmpty();
        assertThat(List.of("switch", "switch-mask", "switch-text", "switch-number", "switch-model", "switch-prompt", "switch-latent"))
                .allSatisfy(type -> assertThat(Catalogue.schema(type).orElseThrow().either()).as(type).isNotNull());
    }
}
