package easel.run;

import static easel.run.Bench.set;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Device;
import easel.engine.Failure;
import easel.engine.ImageRequest;
import easel.engine.Picture;
import easel.engine.Rung;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.Tiling;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Value;
import easel.platform.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LadderTest extends OnBench {

    private Document seeded(long seed) {
        return set(bench.preset, "sampler.seed", Value.Seed.fixed(seed));
    }

    private void enoughFrom(Rung rung) {
        bench.engine.tooMuch = job -> job.context().execution().rung().compareTo(rung) < 0;
    }

    private List<Rung> tried() {
        return bench.engine.contexts.stream().map(c -> c.execution().rung()).toList();
    }

    private List<RunEvent.Warned> warnings() {
        return List.copyOf(bench.events).stream().filter(RunEvent.Warned.class::isInstance).map(RunEvent.Warned.class::cast).toList();
    }

    private static List<Rung> down(Device.Kind kind, boolean tiled) {
        List<Rung> rungs = new ArrayList<>();
        for (Optional<Rung> at = Ladder.below(Rung.AS_ASKED, kind, tiled); at.isPresent(); at = Ladder.below(at.get(), kind, tiled)) {
            rungs.add(at.get());
        }
        return rungs;
    }

    @Test
    void a_graphics_card_goes_down_every_rung_and_the_processor_can_only_tile() {
        assertThat(down(Device.Kind.GPU, false)).containsExactly(Rung.VAE_TILING, Rung.TEXT_AND_VAE_ON_CPU, Rung.WEIGHTS_ON_CPU, Rung.LIMITED_VRAM, Rung.STREAMED, Rung.CPU);
        assertThat(down(Device.Kind.GPU, true)).startsWith(Rung.TEXT_AND_VAE_ON_CPU);
        assertThat(down(Device.Kind.CPU, false)).containsExactly(Rung.VAE_TILING);
        assertThat(down(Device.Kind.CPU, true)).isEmpty();
        assertThat(down(Device.Kind.ACCELERATOR, false)).containsExactly(Rung.VAE_TILING, Rung.CPU);
    }

    @Test
    void out_of_memory_goes_down_a_rung_at_a_time_within_one_job_and_one_warning_says_what_was_done() throws Exception {
        bench.engine.device = Device.Kind.GPU;
        enoughFrom(Rung.WEIGHTS_ON_CPU);
        Submission submission = bench.run(seeded(7));
        assertThat(submission.jobs()).hasSize(1);
        assertThat(tried()).containsExactly(Rung.AS_ASKED, Rung.VAE_TILING, Rung.TEXT_AND_VAE_ON_CPU, Rung.WEIGHTS_ON_CPU);
        assertThat(bench.engine.unloads).isEqualTo(3);
        assertThat(warnings()).extracting(RunEvent.Warned::code).containsExactly("MemoryShort.WEIGHTS_ON_CPU");
        assertThat(new easel.engine.Event.Warned(warnings().getFirst().code(), List.of()).sentence(Language.ENGLISH)).contains("weights");
        assertThat(bench.saved()).hasSize(1);
        assertThat(bench.events).filteredOn(RunEvent.Ended.class::isInstance).singleElement()
                .satisfies(e -> assertThat(((RunEvent.Ended) e).ending()).isInstanceOf(Ending.Done.class));
    }

    @Test
    void the_rung_that_worked_is_where_the_next_job_of_that_model_and_size_begins_also_after_a_restart() throws Exception {
        bench.engine.device = Device.Kind.GPU;
        enoughFrom(Rung.TEXT_AND_VAE_ON_CPU);
        bench.run(seeded(7));
        bench.engine.contexts.clear();
        bench.run(seeded(8));
        assertThat(tried()).containsExactly(Rung.TEXT_AND_VAE_ON_CPU);
        assertThat(warnings()).hasSize(1);
        bench.engine.contexts.clear();
        bench.run(set(seeded(8), "sampler.width", Value.of(192)));
        assertThat(tried()).startsWith(Rung.AS_ASKED);
        restart();
        bench.engine.device = Device.Kind.GPU;
        bench.run(seeded(9));
        assertThat(tried()).containsExactly(Rung.TEXT_AND_VAE_ON_CPU);
        restart();
        bench.engine.device = Device.Kind.GPU;
        bench.engine.buildId = "fake-2";
        bench.run(seeded(9));
        assertThat(tried()).containsExactly(Rung.AS_ASKED);
    }

    @Test
    void the_key_is_that_of_the_rung_it_was_painted_on() throws Exception {
        enoughFrom(Rung.VAE_TILING);
        Document document = seeded(7);
        NodeId sampler = new NodeId("sampler");
        Key thought = bench.studio.keys(document, bench.options).get(sampler);
        Submission submission = bench.run(document);
        Key told = List.copyOf(bench.events).stream().filter(RunEvent.NodeChanged.class::isInstance).map(RunEvent.NodeChanged.class::cast)
                .filter(e -> e.node().equals(sampler) && e.state() instanceof NodeState.Done).findFirst().orElseThrow().key();
        assertThat(told).isNotEqualTo(thought).isEqualTo(bench.studio.keys(document, bench.options).get(sampler));
        assertThat(bench.studio.images(told)).hasSize(1);
        assertThat(bench.last(submission.jobs().getFirst(), "save")).isInstanceOf(NodeState.Done.class);
        bench.engine.contexts.clear();
        bench.run(document);
        assertThat(tried()).isEmpty();
        assertThat(bench.saved()).hasSize(1);
    }

    @Test
    void a_picture_whose_size_only_the_run_knows_is_found_under_the_rung_it_was_painted_on() throws Exception {
        enoughFrom(Rung.VAE_TILING);
        Path start = file("start.png", Picture.of(128, 128, 3, new byte[128 * 128 * 3]));
        Document document = describedFrom(start);
        bench.run(document);
        assertThat(tried()).containsExactly(Rung.AS_ASKED, Rung.VAE_TILING);
        bench.run(document);
        assertThat(tried()).hasSize(2);
    }

    @Test
    void such_a_picture_is_not_outdated_afterwards_nor_after_a_restart() throws Exception {
        bench.engine.device = Device.Kind.GPU;
        enoughFrom(Rung.TEXT_AND_VAE_ON_CPU);
        Path start = file("start.png", Picture.of(128, 128, 3, new byte[128 * 128 * 3]));
        Document document = describedFrom(start);
        bench.run(document);
        for (String node : List.of("decode", "look")) {
            assertThat(bench.studio.keys(document, bench.options).get(new NodeId(node))).as(node).isEqualTo(told(node));
        }
        assertThat(bench.studio.forecast(document, bench.options).nodes()).noneMatch(Forecast.Planned::runs);
        Key before = told("decode");
        restart();
        bench.engine.device = Device.Kind.GPU;
        assertThat(bench.studio.keys(document, bench.options).get(new NodeId("decode"))).isEqualTo(before);
        enoughFrom(Rung.CPU);
        Document other = set(document, "k.seed", Value.Seed.fixed(8));
        bench.run(other);
        assertThat(bench.studio.keys(other, bench.options).get(new NodeId("decode"))).isEqualTo(told("decode"));
    }

    private Key told(String node) {
        return List.copyOf(bench.events).stream().filter(RunEvent.NodeChanged.class::isInstance).map(RunEvent.NodeChanged.class::cast)
                .filter(e -> e.node().text().equals(node) && e.state() instanceof NodeState.Done).reduce((_, last) -> last).orElseThrow().key();
    }

    private Document describedFrom(Path start) {
        Node sampler = Node.of("k", "k-sampler").with("seed", Value.Seed.fixed(7)).with("denoise", Value.of(0.5))
                .fedBy("model", OutputRef.of("load", "model")).fedBy("positive", OutputRef.of("words", "conditioning"))
                .fedBy("negative", OutputRef.of("words", "conditioning")).fedBy("latent_image", OutputRef.of("encode", "latent"));
        return Document.EMPTY.with(Node.of("load", "checkpoint-loader-simple").with("ckpt_name", Value.of(folder.resolve("model.safetensors").toString())))
                .with(Node.of("words", "clip-text-encode").with("text", Value.of("a boat")).fedBy("clip", OutputRef.of("load", "clip")))
                .with(Node.of("start", "load-image").with("image", Value.of(start.toString())))
                .with(Node.of("encode", "vae-encode").fedBy("pixels", OutputRef.of("start", "picture")).fedBy("vae", OutputRef.of("load", "vae")))
                .with(sampler)
                .with(Node.of("decode", "vae-decode").fedBy("samples", OutputRef.of("k", "latent")).fedBy("vae", OutputRef.of("load", "vae")))
                .with(Node.of("look", "preview-image").fedBy("images", OutputRef.of("decode", "image")));
    }

    @Test
    void when_the_last_rung_is_not_enough_the_job_fails_once_and_nothing_is_remembered() throws Exception {
        bench.engine.tooMuch = _ -> true;
        Submission submission = bench.run(seeded(7));
        assertThat(Bench.ending(submission.jobs().getFirst())).isInstanceOfSatisfying(Ending.Failed.class,
                failed -> assertThat(failed.trouble()).isEqualTo(new Trouble.OfEngine(new Failure.OutOfMemory(Rung.VAE_TILING, "failed to allocate"))));
        assertThat(warnings()).isEmpty();
        bench.engine.contexts.clear();
        bench.engine.tooMuch = _ -> false;
        bench.run(seeded(7));
        assertThat(tried()).containsExactly(Rung.AS_ASKED);
    }

    @Test
    void other_failures_stay_on_their_rung() throws Exception {
        bench.engine.failing = _ -> new Failure.EngineFailed("no reason");
        bench.run(seeded(7));
        assertThat(tried()).containsExactly(Rung.AS_ASKED);
        assertThat(Set.copyOf(tried())).hasSize(1);
    }

    // ---- Videos

    private Document video(int frames) throws Exception {
        return new Sketch().add("model", "load-diffusion-model", "diffusion_model=" + Files.writeString(folder.resolve("wan.gguf"), "w"))
                .add("yes", "prompt", "text=a boat").add("look", "preview", "picture<film.film")
                .add("film", "video", "model<model.model", "positive<yes.prompt", "width=64", "height=64", "frames=" + frames, "seed=7").document();
    }

    @Test
    void a_video_goes_down_the_same_ladder_and_the_next_one_of_its_length_begins_where_it_ended() throws Exception {
        bench.engine.device = Device.Kind.GPU;
        enoughFrom(Rung.TEXT_AND_VAE_ON_CPU);
        bench.run(video(5));
        assertThat(tried()).containsExactly(Rung.AS_ASKED, Rung.VAE_TILING, Rung.TEXT_AND_VAE_ON_CPU);
        assertThat(warnings()).extracting(RunEvent.Warned::code).containsExactly("MemoryShort.TEXT_AND_VAE_ON_CPU");
        bench.engine.contexts.clear();
        bench.run(video(5));
        assertThat(tried()).as("known, and not filmed again").isEmpty();
        bench.run(set(video(5), "film.seed", Value.Seed.fixed(8)));
        assertThat(tried()).containsExactly(Rung.TEXT_AND_VAE_ON_CPU);
        bench.engine.contexts.clear();
        bench.run(video(9));
        assertThat(tried()).as("a longer one needs other memory").startsWith(Rung.AS_ASKED);
    }

    @Test
    void a_video_that_is_taken_back_goes_no_further_down() throws Exception {
        bench.engine.device = Device.Kind.GPU;
        bench.engine.tooMuch = _ -> {
            bench.studio.cancelAll();
            return true;
        };
        Submission submission = bench.run(video(5));
        assertThat(Bench.ending(submission.jobs().getFirst())).isInstanceOf(Ending.Cancelled.class);
        assertThat(tried()).containsExactly(Rung.AS_ASKED);
    }
}
