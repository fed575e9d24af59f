package easel.engine.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import easel.bench.TinyLora;
import easel.engine.ContextKey;
import easel.engine.Event;
import easel.engine.Failure;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.Lora;
import easel.engine.LoraMode;
import easel.engine.Outcome;
import easel.engine.Part;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.Result;
import easel.engine.Rung;
import easel.engine.Start;
import easel.engine.VideoRequest;
import easel.engine.worker.SparseSd1Vae;
import easel.platform.Home;
import easel.support.RealEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known faults of the pinned engine that are worked round here; docs/engine-faults.md has all of them. */
class EngineFaultsTest {

    private static final AtomicLong JOBS = new AtomicLong(1_000_000);
    private static NativeEngine engine;

    @TempDir Path folder;

    @BeforeAll
    static void load_the_real_library() throws Exception {
        engine = new NativeEngine(Library.load(Home.library()), Files.createTempFile("easel", ".words"));
    }

    @AfterAll
    static void give_back() {
        engine.drop();
    }

    /** On one context the library would decode with a VAE that it has let go of. */
    @Test
    void another_set_of_loras_mixed_into_the_weights_is_another_model() throws Exception {
        Job.Paint plain = RealEngine.smallJob(2, 1);
        ContextKey k = plain.context();
        ContextKey mixing = new ContextKey(k.files(), k.embeddings(), k.execution(), LoraMode.IMMEDIATELY, k.rng(), k.samplerRng(), false, false);
        Job.Paint without = new Job.Paint(mixing, plain.request(), Preview.NONE);
        Lora lora = new Lora(TinyLora.write(folder.resolve("lora.safetensors"), 0.3), 1);
        Job.Paint with = new Job.Paint(mixing, plain.request().with(List.of(lora)), Preview.NONE);
        Picture before = painted(without);
        Picture after = painted(with);
        Picture again = painted(without);
        engine.drop();
        assertThat(after).isEqualTo(painted(with)).isNotEqualTo(before);
        assertThat(again).isEqualTo(before);
    }

    @Test
    void at_run_time_loras_come_and_go_on_one_model() throws Exception {
        Job.Paint plain = RealEngine.smallJob(2, 1);
        Lora lora = new Lora(TinyLora.write(folder.resolve("lora.safetensors"), 0.3), 1);
        Job.Paint with = new Job.Paint(plain.context(), plain.request().with(List.of(lora)), Preview.NONE);
        Picture before = painted(plain);
        Picture after = painted(with);
        assertThat(painted(plain)).isEqualTo(before);
        engine.drop();
        assertThat(painted(with)).isEqualTo(after).isNotEqualTo(before);
    }

    /** What is left of a context after a failure of the library's own may point at memory that is gone. */
    @Test
    void a_failure_that_is_not_our_own_costs_the_model() {
        Job.Paint plain = RealEngine.smallJob(2, 1);
        Picture before = painted(plain);
        assertThat(engine.hasModel()).isTrue();
        Job film = new Job.Film(plain.context(), VideoRequest.text("sea", "", 64, 64, 5, 8, plain.request().sampling(), 1), Preview.NONE);
        assertThat(run(film)).isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(f.failure()).isInstanceOf(Failure.EngineFailed.class));
        assertThat(engine.hasModel()).isFalse();
        assertThat(painted(plain)).isEqualTo(before);
    }

    /** The library's own reading of the weight throws. */
    @Test
    void a_weight_that_is_no_number_is_a_failure_and_not_the_end() {
        Job.Paint plain = RealEngine.smallJob(2, 1);
        Outcome outcome = run(new Job.Paint(plain.context(), RealEngine.request("(sea:.)", 2, 1), Preview.NONE));
        assertThat(outcome).isInstanceOfAny(Outcome.Failed.class, Outcome.Done.class);
        assertThat(painted(plain)).isNotNull();
    }

    /** The library would decode with the small one whenever there is one. */
    @Test
    void a_small_autoencoder_beside_a_vae_paints_the_previews_and_not_the_picture() throws Exception {
        ContextKey starter = RealEngine.starterOnCpu();
        Path checkpoint = AttentiveStarter.write(starter.files().get(Part.CHECKPOINT).orElseThrow(), folder.resolve("attentive.safetensors"));
        ContextKey small = ContextKey.of(starter.files().with(Part.CHECKPOINT, checkpoint), starter.execution());
        Path vae = SparseSd1Vae.write(folder.resolve("vae.safetensors"), 1, -1, 1);
        ContextKey both = ContextKey.of(small.files().with(Part.VAE, vae), small.execution());
        ImageRequest request = RealEngine.request("sea", 2, 1).sized(64, 64);
        List<Picture> previews = new ArrayList<>();
        Outcome outcome = run(new Job.Paint(both, request, Preview.TAE), e -> {
            if (e instanceof Event.PreviewPainted shown) {
                previews.add(shown.picture());
            }
        });
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        Picture magenta = ((Result.Painted) ((Outcome.Done) outcome).result()).picture();
        assertThat(colours(magenta)).as("what this VAE paints, whatever it decodes").containsExactly(0xFF00FF);
        assertThat(previews).isNotEmpty().allSatisfy(p -> assertThat(colours(p).size()).isGreaterThan(100));
        assertThat(colours(painted(new Job.Paint(small, request, Preview.NONE))).size()).isGreaterThan(100);
    }

    @Test
    void where_memory_is_short_a_picture_512_pixels_wide_is_encoded_whole_and_decoded_in_tiles() {
        ContextKey sparing = RealEngine.starterOnCpu().on(Rung.VAE_TILING);
        Picture black = Picture.of(512, 64, 3, new byte[512 * 64 * 3]);
        ImageRequest request = RealEngine.request("sea", 1, 1).from(new Start(black, 1, null)).sized(512, 64);
        List<String> tiles = new ArrayList<>();
        Outcome outcome = run(new Job.Paint(sparing, request, Preview.NONE), e -> {
            if (e instanceof Event.Logged logged && logged.text().contains("num tiles")) {
                tiles.add(logged.text().replaceAll("\\D+", " ").strip());
            }
        });
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(tiles).as("for each of the two ways how many across and down").first().asString().endsWith("1 1");
        assertThat(tiles).hasSize(2).last().asString().doesNotEndWith("1 1");
    }

    private static Set<Integer> colours(Picture picture) {
        byte[] samples = picture.samples();
        Set<Integer> colours = new HashSet<>();
        for (int at = 0; at < samples.length; at += 3) {
            colours.add((samples[at] & 0xFF) << 16 | (samples[at + 1] & 0xFF) << 8 | samples[at + 2] & 0xFF);
        }
        return colours;
    }

    private static Picture painted(Job.Paint job) {
        Outcome outcome = run(job);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Result.Painted) ((Outcome.Done) outcome).result()).picture();
    }

    // The library's regular expressions need a deep stack.
    private static Outcome run(Job job) {
        return run(job, _ -> { });
    }

    private static Outcome run(Job job, Consumer<Event> listener) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        new Thread(null, () -> {
            try {
                outcome.complete(engine.run(JOBS.incrementAndGet(), job, listener));
            } catch (Throwable t) {
                outcome.completeExceptionally(t);
            }
        }, "engine", 16 << 20).start();
        return outcome.join();
    }
}
