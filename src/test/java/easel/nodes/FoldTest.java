package easel.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import easel.engine.Hires;
import easel.engine.ModelFiles;
import easel.engine.Sampler;
import easel.engine.Scheduler;
import easel.graph.NodeId;
import easel.pixels.Sizing;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures by which steps and denoise of ComfyUI become the engine's. */
class FoldTest {

    /** The engine's own arithmetic: stable-diffusion.cpp, prepare_image_generation_latents. */
    private static int stepsFromPicture(int sampleSteps, float strength) {
        if (strength >= 1) {
            return sampleSteps;
        }
        int encoded = (int) (sampleSteps * strength);
        encoded = encoded == sampleSteps ? encoded - 1 : encoded;
        return encoded + 1;
    }

    /** ... and make_hires_sigma_schedule: steps taken, and of how many. */
    private static int[] hiresSteps(int hiresSteps, float strength) {
        int scheduler = Math.max(1, (int) (hiresSteps / strength));
        int encoded = Math.min((int) (scheduler * strength), scheduler - 1);
        return new int[] {encoded + 1, scheduler};
    }

    @Test
    void any_denoise_takes_exactly_the_steps_asked_for_from_a_picture_and_in_a_second_pass() {
        for (int steps = 1; steps <= 100; steps++) {
            for (int percent = 1; percent <= 100; percent++) {
                Pass pass = pass(steps, percent / 100.0);
                int total = (int) (steps / (percent / 100.0));
                if (total > 1000) {
                    continue;
                }
                String at = steps + " at " + percent;
                assertThat(pass.total()).as(at).isEqualTo(total);
                assertThat(stepsFromPicture(total, (float) pass.engineStrength())).as(at).isEqualTo(steps);
                assertThat(hiresSteps(steps, (float) pass.hiresStrength())).as(at).containsExactly(steps, total);
            }
        }
    }

    @Test
    void half_denoise_of_ten_steps_is_the_second_half_of_twenty() {
        Pass half = pass(10, 0.5);
        assertThat(half.sampling().steps()).isEqualTo(20);
        assertThat(half.engineStrength()).isCloseTo(9.5 / 20, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"512, 0, 512, 256", "0, 512, 1024, 512", "0, 0, 512, 256", "640, 640, 640, 640"})
    void a_side_of_nothing_follows_the_other(int width, int height, int toWidth, int toHeight) {
        assertThat(new Sizing.To(width, height, false).of(512, 256, 8)).isEqualTo(new Sizing.Size(toWidth, toHeight));
    }

    @Test
    void every_scaling_that_the_engine_has_is_one_of_its_latent_ones() {
        assertThat(List.of(Latent.Method.values())).filteredOn(m -> m.inEngine().isPresent()).extracting(m -> m.inEngine().orElseThrow())
                .containsExactly(Hires.Upscaler.LATENT_NEAREST_EXACT, Hires.Upscaler.LATENT, Hires.Upscaler.LATENT_BICUBIC);
    }

    private static Pass pass(int steps, double denoise) {
        return new Pass(new NodeId("s"), new Model(ModelFiles.checkpoint(Path.of("m")), "m"), new Conditioning(""), null, Sampler.EULER, Scheduler.DISCRETE, 7,
                steps, Pass.total(steps, denoise), OptionalDouble.empty(), List.of(), 1);
    }
}
