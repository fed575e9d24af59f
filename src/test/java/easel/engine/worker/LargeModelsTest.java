package easel.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Control;
import easel.engine.Event;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.ModelFiles;
import easel.engine.Outcome;
import easel.engine.Part;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.Result;
import easel.engine.Running;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.Start;
import easel.engine.weights.ModelCheck;
import easel.platform.Home;
import easel.support.RealEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What exists only as large as Stable Diffusion 1 is, run for real on tiny pictures: ControlNet, and a model that inpaints. */
@Tag("large")
@Timeout(600)
class LargeModelsTest {

    @TempDir static Path folder;
    private static WorkerEngine engine;
    private static ModelFiles plain;
    private static ModelFiles controlled;
    private static ModelFiles inpaint;

    @BeforeAll
    static void write_the_models() throws Exception {
        Path taesd = RealEngine.starter().get(Part.TAESD).orElseThrow();
        plain = ModelFiles.checkpoint(SparseSd1.checkpoint(folder.resolve("sd1.safetensors"), 4)).with(Part.TAESD, taesd);
        controlled = plain.with(Part.CONTROL_NET, SparseSd1.controlNet(folder.resolve("control.safetensors")));
        inpaint = ModelFiles.checkpoint(SparseSd1.checkpoint(folder.resolve("inpaint.safetensors"), 9)).with(Part.TAESD, taesd);
        engine = new WorkerEngine(WorkerOptions.of(Home.library(), folder.resolve("state")), new ModelCheck());
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void a_controlnet_follows_its_picture_as_strongly_as_asked() throws Exception {
        Picture black = painted(following(grey(0), 1));
        Picture white = painted(following(grey(255), 1));
        assertThat(white).isNotEqualTo(black);
        assertThat(painted(following(grey(255), 0.3))).isNotEqualTo(white).isNotEqualTo(black);
        // Nothing of it at all is what a picture without red adds, too.
        assertThat(painted(following(grey(255), 0))).isEqualTo(black);
        assertThat(painted(new Job.Paint(ContextKey.of(plain, Execution.cpu(2)), request(2), Preview.NONE))).isEqualTo(black);
    }

    @Test
    void a_controlnet_that_was_cancelled_follows_the_next_job_s_picture_not_the_last_one_s() throws Exception {
        Picture black = painted(following(grey(0), 1));
        CompletableFuture<Running> running = new CompletableFuture<>();
        ImageRequest many = following(grey(255), 1).request();
        ImageRequest longer = new ImageRequest(many.prompt(), "", -1, 64, 64, sampling(50), 1, List.of(), null, many.control(), List.of(), null, null);
        Running job = engine.start(new Job.Paint(ContextKey.of(controlled, Execution.cpu(2)), longer, Preview.NONE), e -> {
            if (e instanceof Event.Progress p && p.phase() == Phase.SAMPLING && p.step() == 1) {
                running.thenAccept(Running::cancel);
            }
        });
        running.complete(job);
        assertThat(job.outcome().get(120, TimeUnit.SECONDS)).isEqualTo(new Outcome.Failed(new Failure.Cancelled()));
        assertThat(painted(following(grey(0), 1))).isEqualTo(black);
    }

    @Test
    void a_model_that_inpaints_reads_its_mask_and_does_no_hires_pass() throws Exception {
        Picture left = painted(masked(0, 32));
        Picture right = painted(masked(32, 64));
        assertThat(left).isNotEqualTo(right);
        ImageRequest r = masked(0, 32).request();
        ImageRequest twice = new ImageRequest(r.prompt(), "", -1, 64, 64, r.sampling(), 1, List.of(), r.start(), null, List.of(),
                new Hires(Hires.Upscaler.LATENT, null, 128, 128, 2, 0.5), null);
        assertThat(outcome(new Job.Paint(ContextKey.of(inpaint, Execution.cpu(2)), twice, Preview.NONE)))
                .isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(f.failure()).isInstanceOf(Failure.UnsupportedFamily.class));
    }

    private static Job.Paint following(Picture picture, double strength) {
        ImageRequest r = request(2);
        return new Job.Paint(ContextKey.of(controlled, Execution.cpu(2)), new ImageRequest(r.prompt(), "", -1, 64, 64, r.sampling(), 1, List.of(), null,
                new Control(picture, strength), List.of(), null, null), Preview.NONE);
    }

    private static Job.Paint masked(int from, int to) {
        byte[] mask = new byte[64 * 64];
        for (int at = 0; at < mask.length; at++) {
            mask[at] = (byte) (at % 64 >= from && at % 64 < to ? 255 : 0);
        }
        return new Job.Paint(ContextKey.of(inpaint, Execution.cpu(2)), request(2).from(new Start(grey(128), 1, Picture.of(64, 64, 1, mask))), Preview.NONE);
    }

    private static ImageRequest request(int steps) {
        return ImageRequest.text("a boat", "", 64, 64, sampling(steps), 1);
    }

    private static Sampling sampling(int steps) {
        return new Sampling(Sampler.EULER, Scheduler.DISCRETE, steps, 1);
    }

    private static Picture grey(int level) {
        byte[] samples = new byte[64 * 64 * 3];
        java.util.Arrays.fill(samples, (byte) level);
        return Picture.of(64, 64, 3, samples);
    }

    private static Picture painted(Job.Paint job) throws Exception {
        Outcome outcome = outcome(job);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Result.Painted) ((Outcome.Done) outcome).result()).picture();
    }

    private static Outcome outcome(Job job) throws Exception {
        return engine.start(job, _ -> { }).outcome().get(300, TimeUnit.SECONDS);
    }
}
