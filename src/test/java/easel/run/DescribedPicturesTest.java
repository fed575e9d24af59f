package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Execution;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.weights.ModelCheck;
import easel.engine.worker.WorkerEngine;
import easel.engine.worker.WorkerOptions;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.OutputRef;
import easel.graph.Value;
import easel.platform.Folders;
import easel.platform.Home;
import easel.support.RealEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains of describing nodes painted by the real engine on the starter's weights, against Easel's own Sampler. */
class DescribedPicturesTest {

    private static final String WORDS = "mountains at sunset, purple sky, sun, clouds";

    @TempDir static Path folder;
    private static WorkerEngine engine;
    private static Studio studio;

    @BeforeAll
    static void start() {
        RealEngine.starter();
        Folders folders = new Folders(folder.resolve("config"), RealEngine.data(), folder.resolve("cache"), folder.resolve("state"));
        engine = new WorkerEngine(WorkerOptions.of(Home.library(), folders.state()), new ModelCheck());
        studio = new Studio(engine, folders, Home.folder());
    }

    @AfterAll
    static void stop() {
        studio.close();
        engine.close();
    }

    @Test
    void a_chain_paints_the_very_pixels_of_the_short_form() throws Exception {
        assertThat(picture(decoded(chain(Document.EMPTY), "k"), "decode")).isEqualTo(picture(shortForm(4), "sampler"));
    }

    @Test
    void each_of_a_batch_is_the_very_picture_of_its_own_seed() throws Exception {
        Document two = chain(Document.EMPTY);
        two = two.with(two.node(new easel.graph.NodeId("empty")).orElseThrow().with("batch_size", Value.of(2)));
        Document next = shortForm(4);
        next = next.with(next.node(new easel.graph.NodeId("sampler")).orElseThrow().with("seed", Value.Seed.fixed(8)));
        assertThat(pictures(decoded(two, "k"), "decode")).containsExactly(picture(shortForm(4), "sampler"), picture(next, "sampler"));
    }

    @Test
    void half_denoise_from_a_picture_is_the_short_form_s_strength_of_the_same_steps() throws Exception {
        Path start = write(picture(shortForm(4), "sampler"));
        Document chain = chain(Document.EMPTY.with(Node.of("start", "load-image").with("image", Value.of(start.toString()))))
                .with(Node.of("encode", "vae-encode").fedBy("pixels", OutputRef.of("start", "picture")).fedBy("vae", OutputRef.of("load", "vae")));
        chain = decoded(chain.with(sampler("k", 4).with("denoise", Value.of(0.5)).fedBy("latent_image", OutputRef.of("encode", "latent"))), "k");
        // Four steps of eight: the engine takes floor(8 * strength) + 1.
        Document sampler = shortForm(8).with(Node.of("start", "load-picture").with("file", Value.of(start.toString())));
        sampler = sampler.with(sampler.node(new easel.graph.NodeId("sampler")).orElseThrow().with("strength", Value.of(3.5 / 8))
                .fedBy("start", OutputRef.of("start", "picture")));
        assertThat(picture(chain, "decode")).isEqualTo(picture(sampler, "sampler"));
    }

    @Test
    void a_second_pass_is_painted_in_the_size_it_was_scaled_to() throws Exception {
        Document chain = chain(Document.EMPTY)
                .with(Node.of("scale", "latent-upscale-by").with("scale_by", Value.of(1.5)).fedBy("samples", OutputRef.of("k", "latent")))
                .with(sampler("second", 2).with("denoise", Value.of(0.5)).fedBy("latent_image", OutputRef.of("scale", "scaled")));
        Picture large = picture(decoded(chain, "second"), "decode");
        assertThat(List.of(large.width(), large.height())).containsExactly(192, 192);
    }

    @Test
    void what_a_mask_leaves_out_stays_as_it_was() throws Exception {
        Picture before = picture(shortForm(4), "sampler");
        byte[] half = new byte[128 * 128 * 4];
        for (int at = 0; at < 128 * 128; at++) {
            System.arraycopy(before.samples(), at * 3, half, at * 4, 3);
            half[at * 4 + 3] = (byte) (at % 128 < 64 ? 255 : 0);
        }
        Path start = write(Picture.of(128, 128, 4, half));
        Document chain = chain(Document.EMPTY.with(Node.of("start", "load-image").with("image", Value.of(start.toString()))))
                .with(Node.of("encode", "vae-encode").fedBy("pixels", OutputRef.of("start", "picture")).fedBy("vae", OutputRef.of("load", "vae")))
                .with(Node.of("masked", "set-latent-noise-mask").fedBy("samples", OutputRef.of("encode", "latent")).fedBy("mask", OutputRef.of("start", "mask")))
                .with(sampler("k", 4).with("seed", Value.Seed.fixed(99)).fedBy("latent_image", OutputRef.of("masked", "masked")));
        Picture after = picture(decoded(chain, "k"), "decode");
        assertThat(difference(before, after, 0, 48)).isLessThan(12);
        assertThat(difference(before, after, 80, 128)).isGreaterThan(2 * difference(before, after, 0, 48));
    }

    private static double difference(Picture a, Picture b, int from, int to) {
        long sum = 0;
        for (int y = 0; y < 128; y++) {
            for (int x = from; x < to; x++) {
                for (int c = 0; c < 3; c++) {
                    sum += Math.abs(a.at(x, y, c) - b.at(x, y, c));
                }
            }
        }
        return sum / (128.0 * (to - from) * 3);
    }

    private static Path write(Picture picture) throws Exception {
        Path file = folder.resolve("start-" + System.nanoTime() + ".png");
        new PictureFile(picture, PictureTexts.none()).write(file);
        return file;
    }

    private static Document shortForm(int steps) {
        return Document.EMPTY.with(Node.of("model", "load-checkpoint")).with(Node.of("yes", "prompt").with("text", Value.of(WORDS)))
                .with(Node.of("no", "prompt").with("text", Value.of("fog")))
                .with(Node.of("sampler", "sampler").with("width", Value.of(128)).with("height", Value.of(128)).with("steps", Value.of(steps)).with("cfg", Value.of(4))
                        .with("seed", Value.Seed.fixed(7)).fedBy("model", OutputRef.of("model", "model")).fedBy("positive", OutputRef.of("yes", "prompt"))
                        .fedBy("negative", OutputRef.of("no", "prompt")));
    }

    private static Document chain(Document with) {
        return with.with(Node.of("load", "checkpoint-loader-simple"))
                .with(Node.of("yes", "clip-text-encode").with("text", Value.of(WORDS)).fedBy("clip", OutputRef.of("load", "clip")))
                .with(Node.of("no", "clip-text-encode").with("text", Value.of("fog")).fedBy("clip", OutputRef.of("load", "clip")))
                .with(Node.of("empty", "empty-latent-image").with("width", Value.of(128)).with("height", Value.of(128)))
                .with(sampler("k", 4).fedBy("latent_image", OutputRef.of("empty", "latent")));
    }

    private static Node sampler(String id, int steps) {
        return Node.of(id, "k-sampler").with("steps", Value.of(steps)).with("cfg", Value.of(4)).with("seed", Value.Seed.fixed(7))
                .fedBy("model", OutputRef.of("load", "model")).fedBy("positive", OutputRef.of("yes", "conditioning")).fedBy("negative", OutputRef.of("no", "conditioning"));
    }

    private static Document decoded(Document chain, String sampler) {
        return chain.with(Node.of("decode", "vae-decode").fedBy("samples", OutputRef.of(sampler, "latent")).fedBy("vae", OutputRef.of("load", "vae")));
    }

    private static Picture picture(Document document, String node) throws Exception {
        return pictures(document, node).getFirst();
    }

    private static List<Picture> pictures(Document document, String node) throws Exception {
        RunOptions options = new RunOptions(Execution.cpu(2), Preview.NONE, folder.resolve("pictures"));
        Submission submission = studio.submit(document, options);
        assertThat(submission.jobs()).as(submission.problems().toString()).hasSize(1);
        assertThat(submission.jobs().getFirst().ending().get(120, TimeUnit.SECONDS)).isEqualTo(new Ending.Done());
        return studio.images(studio.keys(submission.document(), options).get(new easel.graph.NodeId(node))).stream().map(easel.nodes.Image::picture).toList();
    }
}
