package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ImageRequest;
import easel.engine.Lora;
import easel.engine.Picture;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.Start;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Easel's own nodes that paint: what the engine is asked, against requests written by hand, and what becomes of its answer. */
@Timeout(30)
class PaintedRequestsTest {

    private static final String WORDS = "mountains at sunset, purple sky, sun, clouds";
    private static final Sampling EULER_4 = new Sampling(Sampler.EULER, Scheduler.DISCRETE, 4, 4);

    @TempDir Path folder;
    private Bench bench;
    private Sketch flow;

    @BeforeEach
    void a_model_and_prompts() throws Exception {
        bench = new Bench(folder);
        flow = Sketch.withModel(folder.resolve("model.safetensors").toString());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    // ---- LoRA

    @Test
    void loras_stand_one_behind_the_other() throws Exception {
        Path one = Files.writeString(folder.resolve("one.safetensors"), "1");
        Path two = Files.writeString(folder.resolve("two.safetensors"), "2");
        flow.add("one", "load-lora", "lora=" + one, "strength=0.8", "model<model.model").add("none", "load-lora", "model<one.patched_model")
                .add("off", "load-lora", "lora=" + one, "strength=0", "model<none.patched_model")
                .add("two", "load-lora", "lora=" + two, "strength=-0.5", "model<off.patched_model")
                .add("sampler", "sampler", Sketch.SMALL).set("sampler", "model<two.patched_model");
        run();
        assertThat(request().loras()).containsExactly(new Lora(one, 0.8), new Lora(two, -0.5));
    }

    @Test
    void a_lora_for_the_model_alone_must_have_nothing_for_the_text_encoder() throws Exception {
        Path both = Loras.write(folder.resolve("both.safetensors"), "lora_unet_x", "lora_te_text_model_y");
        flow.add("only", "lora-loader-model-only", "lora_name=" + both, "model<model.model").add("sampler", "sampler", Sketch.SMALL).set("sampler", "model<only.patched_model");
        assertThat(bench.studio.check(flow.document())).extracting(Problem::code).containsExactly(Problem.Code.LORA_HALVES);
        flow.add("lora", "load-lora", "lora=" + both, "model<model.model").set("sampler", "model<lora.patched_model");
        assertThat(bench.studio.check(flow.document())).extracting(Problem::code).doesNotContain(Problem.Code.LORA_HALVES);
    }

    // ---- Inpaint

    @Test
    void inpainting_asks_for_all_that_shows_and_lays_it_over_softly() throws Exception {
        Picture before = Sketch.motley(128, 64, 3);
        inpaint(before, Sketch.grey(128, 64, (x, _) -> x < 32 ? 255 : 0), "grow=3", "feather=4", "strength=0.7");
        run();
        // White up to 32, 3 grown, 4 faded.
        Start start = new Start(before, 0.7, Sketch.grey(128, 64, (x, _) -> x < 39 ? 255 : 0));
        assertThat(request()).isEqualTo(ImageRequest.text(WORDS, "fog", 128, 64, EULER_4, 7).from(start));
        Picture after = result("inpaint");
        int colour = FakeEngine.colour(request());
        for (int x = 0; x < 128; x++) {
            // A growth of 2 more and two means of 3: 1, 3, 6, 8 and 9 ninths.
            double shows = x < 35 ? 1 : x == 35 ? 8 / 9.0 : x == 36 ? 6 / 9.0 : x == 37 ? 3 / 9.0 : x == 38 ? 1 / 9.0 : 0;
            int expected = (int) Math.round(shows * colour + (1 - shows) * before.at(x, 9, 1));
            assertThat(after.at(x, 9, 1)).as("at %d", x).isBetween(expected - 1, expected + 1);
        }
    }

    @Test
    void only_the_masked_area_is_painted_larger_and_put_back() throws Exception {
        Picture before = Sketch.motley(300, 200, 3);
        inpaint(before, Sketch.grey(300, 200, (x, y) -> x >= 250 && x < 282 && y >= 10 && y < 26 ? 255 : 0), "grow=0", "feather=0", "only_masked=true", "around=8", "side=192");
        run();
        // 242 ... 290 by 2 ... 34, four times as large: 192 x 128, all multiples of 64.
        assertThat(List.of(request().width(), request().height())).containsExactly(192, 128);
        assertThat(request().start().mask()).isEqualTo(Sketch.grey(192, 128, (x, y) -> x >= 30 && x < 162 && y >= 30 && y < 98 ? 255 : 0));
        Picture after = result("inpaint");
        int colour = FakeEngine.colour(request());
        for (int at = 0; at < 300 * 200; at++) {
            boolean inside = at % 300 >= 250 && at % 300 < 282 && at / 300 >= 10 && at / 300 < 26;
            assertThat(after.at(at % 300, at / 300, 0)).isEqualTo(inside ? colour : before.at(at % 300, at / 300, 0));
        }
    }

    @Test
    void an_area_at_the_edge_is_moved_inside_and_keeps_its_own_size_at_0() throws Exception {
        Picture before = Sketch.motley(200, 100, 3);
        inpaint(before, Sketch.grey(200, 100, (x, y) -> x >= 190 && y >= 90 ? 255 : 0), "grow=0", "feather=0", "only_masked=true", "around=0", "side=0");
        run();
        assertThat(request().start().picture()).isEqualTo(part(before, 136, 36, 64, 64));
        assertThat(request().start().mask()).isEqualTo(Sketch.grey(64, 64, (x, y) -> x >= 54 && y >= 54 ? 255 : 0));
    }

    @Test
    void a_size_between_the_steps_goes_on_at_its_edges() throws Exception {
        Picture before = Sketch.motley(100, 64, 3);
        inpaint(before, Sketch.grey(100, 64, (x, _) -> x == 99 ? 255 : 0), "grow=0", "feather=0");
        run();
        assertThat(List.of(request().width(), request().height())).containsExactly(128, 64);
        assertThat(request().start().picture().at(127, 5, 2)).isEqualTo(before.at(99, 5, 2));
        assertThat(List.of(result("inpaint").width(), result("inpaint").height())).containsExactly(100, 64);
    }

    @Test
    void a_fill_takes_the_place_of_what_is_under_the_mask() throws Exception {
        Picture before = Sketch.grey(64, 64, (x, _) -> x < 32 ? 200 : 40);
        inpaint(before, Sketch.grey(64, 64, (x, _) -> x >= 48 ? 255 : 0), "grow=0", "feather=0", "fill=grey");
        run();
        assertThat(List.of(request().start().picture().at(47, 3, 0), request().start().picture().at(48, 3, 0))).containsExactly(40, 128);
        flow.set("inpaint", "fill=around");
        run();
        Picture around = bench.engine.painted.getLast().start().picture();
        assertThat(List.of(around.at(48, 3, 0), around.at(52, 60, 1))).containsExactly(40, 40);
    }

    @Test
    void what_was_transparent_outside_the_mask_stays_so_and_what_was_grey_becomes_colour() throws Exception {
        Picture before = Sketch.motley(64, 64, 4);
        inpaint(before, Sketch.grey(64, 64, (x, _) -> x < 16 ? 255 : 0), "grow=0", "feather=0");
        run();
        Picture after = result("inpaint");
        int colour = FakeEngine.colour(request());
        assertThat(List.of(after.at(15, 4, 0), after.at(15, 4, 3))).containsExactly(colour, 255);
        assertThat(part(after, 16, 0, 48, 64)).isEqualTo(part(before, 16, 0, 48, 64));
        file("picture.png", Sketch.motley(64, 64, 1));
        run();
        assertThat(result("inpaint").channels()).isEqualTo(3);
    }

    @Test
    void a_mask_of_another_size_or_with_nothing_white_is_a_problem_with_a_sentence() throws Exception {
        inpaint(Sketch.motley(64, 64, 3), Sketch.grey(32, 64, (_, _) -> 255));
        assertThat(failure()).isEqualTo(new Problem(new NodeId("inpaint"), "mask", Problem.Code.MASK_OF_ANOTHER_SIZE, List.of(32, 64, 64, 64)));
        file("mask.png", Sketch.grey(64, 64, (_, _) -> 0));
        assertThat(failure()).isEqualTo(new Problem(new NodeId("inpaint"), "mask", Problem.Code.NOTHING_TO_PAINT, List.of()));
        assertThat(bench.engine.painted).isEmpty();
        flow = Sketch.withModel(folder.resolve("model.safetensors").toString()).add("inpaint", "inpaint", Sketch.SMALL);
        assertThat(bench.studio.check(flow.document())).contains(Problem.at(InputRef.of("inpaint", "picture"), Problem.Code.INPUT_MISSING, "picture"),
                Problem.at(InputRef.of("inpaint", "mask"), Problem.Code.INPUT_MISSING, "mask"));
    }

    // ---- Helpers

    private QueuedJob lastJob;

    private void inpaint(Picture picture, Picture mask, String... settings) throws Exception {
        flow.add("picture", "load-picture", "file=" + file("picture.png", picture)).add("mask", "load-picture", "file=" + file("mask.png", mask))
                .add("inpaint", "inpaint", Sketch.SMALL).set("inpaint", "picture<picture.picture").set("inpaint", settings);
        easel.graph.Node node = flow.document().node(new NodeId("inpaint")).orElseThrow();
        flow.with(node.fedBy("mask", easel.graph.OutputRef.of("mask", "picture"), easel.graph.Conversion.LUMINANCE.id()));
    }

    private Path file(String name, Picture picture) throws Exception {
        Files.deleteIfExists(folder.resolve(name));
        new PictureFile(picture, PictureTexts.none()).write(folder.resolve(name));
        return folder.resolve(name);
    }

    private static Picture part(Picture picture, int left, int top, int width, int height) {
        int channels = picture.channels();
        byte[] samples = new byte[width * height * channels];
        for (int at = 0; at < samples.length; at++) {
            int pixel = at / channels;
            samples[at] = (byte) picture.at(left + pixel % width, top + pixel / width, at % channels);
        }
        return Picture.of(width, height, channels, samples);
    }

    private void run() throws Exception {
        Submission submission = bench.run(flow.document());
        assertThat(submission.jobs()).as(submission.problems().toString()).hasSize(1);
        lastJob = submission.jobs().getFirst();
        assertThat(Bench.ending(lastJob)).isEqualTo(new Ending.Done());
    }

    private Problem failure() throws Exception {
        QueuedJob job = bench.submit(flow.document()).jobs().getFirst();
        return ((Trouble.OfDocument) ((Ending.Failed) Bench.ending(job)).trouble()).problem();
    }

    private ImageRequest request() {
        return bench.engine.painted.getFirst();
    }

    private Picture result(String node) {
        return ((NodeState.Done) bench.last(lastJob, node)).images().getFirst().picture();
    }
}
