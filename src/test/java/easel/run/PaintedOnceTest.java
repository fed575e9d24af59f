package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.ModelFiles;
import easel.engine.Outcome;
import easel.engine.Preview;
import easel.engine.Rung;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PaintedOnceTest {

    private static final PaintedOnce.Painted SOME = new PaintedOnce.Painted(new Outcome.Failed(new Failure.Cancelled()), Rung.values()[0]);

    private final PaintedOnce painted = new PaintedOnce();

    private static Job.Paint job(int side, long seed) {
        ContextKey context = ContextKey.of(ModelFiles.checkpoint(Path.of("model.safetensors")), Execution.cpu(2));
        return new Job.Paint(context, ImageRequest.text("a boat", "", side, side, new Sampling(Sampler.EULER, Scheduler.DISCRETE, 8, 7), seed), Preview.NONE);
    }

    @Test
    void the_same_is_found_and_of_much_the_oldest_is_forgotten() {
        painted.keep(job(1024, 0), SOME);
        painted.keep(job(1024, 0), SOME);
        assertThat(painted.get(job(1024, 0))).isSameAs(SOME);
        assertThat(painted.get(job(1024, 1))).isNull();
        for (int seed = 1; seed <= 20; seed++) {
            painted.keep(job(1024, seed), SOME);
        }
        assertThat(painted.get(job(1024, 0))).isNull();
        assertThat(painted.get(job(1024, 1))).isNotNull();
        assertThat(painted.get(job(1024, 20))).isNotNull();
    }

    @Test
    void the_last_one_is_kept_however_large_it_is() {
        painted.keep(job(64, 1), SOME);
        painted.keep(job(8192, 2), SOME);
        assertThat(painted.get(job(64, 1))).isNull();
        assertThat(painted.get(job(8192, 2))).isNotNull();
    }
}
