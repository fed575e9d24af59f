package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the way of a model, on the real engine and the starter's weights: in what it changes pixels, and in what not. */
@Timeout(300)
class TunedPicturesTest {

    @TempDir static Path folder;
    private static RealStudio studio;

    @BeforeAll
    static void start() {
        studio = new RealStudio(folder);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    private static Sketch plain(String... settings) {
        return Sketch.withModel("starter").add("paint", "sampler", Sketch.SMALL).set("paint", "width=128", "height=128").set("paint", settings);
    }

    private static Document through(Sketch plain, String type, String... settings) {
        return plain.add("between", type, "model<model.model").set("between", settings).set("paint", "model<between.patched_model").document();
    }

    private static Picture painted(Document document) throws Exception {
        return studio.picture(document, "paint");
    }

    // ---- Sampling Steps

    @Test
    void noise_levels_that_the_scheduler_would_choose_change_nothing_and_others_do() throws Exception {
        Picture by = painted(plain("steps=2").document());
        // Stable Diffusion's training: betas whose roots go evenly from that of 0.00085 to that of 0.012.
        double[] sigmas = new double[1000];
        double kept = 1;
        for (int t = 0; t < 1000; t++) {
            double root = Math.sqrt(0.00085) + (Math.sqrt(0.012) - Math.sqrt(0.00085)) * t / 999;
            kept *= 1 - root * root;
            sigmas[t] = Math.sqrt((1 - kept) / kept);
        }
        String own = IntStream.of(999, 0).mapToObj(t -> Double.toString(sigmas[t])).collect(Collectors.joining(", ")) + ", 0";
        assertThat(difference(painted(through(plain("steps=2"), "sampling-steps", "sigmas=" + own)), by)).as(own).isLessThan(0.5);
        assertThat(difference(painted(through(plain("steps=2"), "sampling-steps", "sigmas=14.6, 3, 0")), by)).isGreaterThan(1);
    }

    @Test
    void an_ancestral_sampler_that_adds_no_noise_is_the_plain_one() throws Exception {
        Picture euler = painted(plain("sampler=euler").document());
        Picture ancestral = painted(plain("sampler=euler_a").document());
        assertThat(difference(ancestral, euler)).isGreaterThan(1);
        assertThat(difference(painted(through(plain("sampler=euler_a"), "sampling-steps", "eta=0")), euler)).isLessThan(0.5);
        assertThat(painted(through(plain("sampler=euler_a"), "sampling-steps", "eta=1"))).as("what it adds by itself").isEqualTo(ancestral);
    }

    @Test
    void noise_from_another_generator_is_another_picture() throws Exception {
        Picture cuda = painted(plain("steps=2").document());
        assertThat(painted(through(plain("steps=2"), "sampling-steps", "noise=cuda"))).isEqualTo(cuda);
        assertThat(difference(painted(through(plain("steps=2"), "sampling-steps", "noise=cpu")), cuda)).isGreaterThan(5);
    }

    // ---- Guidance

    @Test
    void adaptive_guidance_changes_the_picture_as_soon_as_it_bounds_or_turns_it() throws Exception {
        Picture by = painted(plain().document());
        assertThat(difference(painted(through(plain(), "guidance", "apg_norm_threshold=1000")), by)).as("a bound that nothing reaches").isLessThan(0.5);
        assertThat(difference(painted(through(plain(), "guidance", "apg_norm_threshold=1")), by)).isGreaterThan(1);
        assertThat(difference(painted(through(plain(), "guidance", "apg_eta=0")), by)).isGreaterThan(0.5);
        assertThat(painted(through(plain(), "guidance", "skip_layers="))).isEqualTo(by);
    }

    // ---- Save Steps

    @ParameterizedTest
    @ValueSource(strings = {"ucache", "spectrum"})
    void steps_that_are_not_worked_out_leave_a_picture_near_the_whole_one(String way) throws Exception {
        Picture whole = painted(plain("steps=8").document());
        Picture other = painted(plain("steps=8", "seed=8").document());
        Picture saved = painted(through(plain("steps=8"), "step-saving", "way=" + way));
        assertThat(saved).isNotEqualTo(whole);
        assertThat(difference(saved, whole)).isLessThan(difference(other, whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "easycache", "cache-dit"})
    void a_way_that_is_none_for_this_model_is_said_and_changes_nothing(String way) throws Exception {
        Document document = through(plain(), "step-saving", "way=" + way);
        assertThat(studio.check(document)).isEqualTo(way.equals("off") ? List.of()
                : List.of(Problem.at(InputRef.of("between", "way"), Problem.Code.STEPS_NOT_SAVED)));
        assertThat(painted(document)).isEqualTo(painted(plain().document()));
    }

    // ---- VAE Tiles

    @Test
    void tiles_leave_nearly_the_same_picture_and_one_over_all_of_it_the_very_same() throws Exception {
        Picture whole = painted(plain("steps=2").document());
        assertThat(painted(through(plain("steps=2"), "vae-tiles", "tile_width=256", "tile_height=256"))).isEqualTo(whole);
        Picture tiled = painted(through(plain("steps=2"), "vae-tiles", "tile_width=64", "tile_height=64"));
        assertThat(tiled).isNotEqualTo(whole);
        assertThat(difference(tiled, whole)).isLessThan(5);
    }

    // ---- Seamless

    @Test
    void what_leaves_at_one_edge_comes_in_at_the_other_in_the_directions_that_were_asked_for() throws Exception {
        Picture open = painted(plain().document());
        Picture across = painted(through(plain(), "seamless", "across=true", "down=false"));
        Picture down = painted(through(plain(), "seamless", "across=false", "down=true"));
        assertThat(painted(through(plain(), "seamless", "across=false", "down=false"))).isEqualTo(open);
        assertThat(acrossSeam(across)).isLessThan(acrossSeam(open) / 2);
        assertThat(downSeam(down)).isLessThan(downSeam(open) / 2);
        assertThat(downSeam(across)).isGreaterThan(downSeam(down));
    }

    /** How far the last column is from the first. */
    private static double acrossSeam(Picture picture) {
        return IntStream.range(0, picture.height()).mapToDouble(y -> step(picture, 0, y, picture.width() - 1, y)).average().orElseThrow();
    }

    /** How far the last row is from the first. */
    private static double downSeam(Picture picture) {
        return IntStream.range(0, picture.width()).mapToDouble(x -> step(picture, x, 0, x, picture.height() - 1)).average().orElseThrow();
    }

    private static double step(Picture picture, int x, int y, int otherX, int otherY) {
        return IntStream.range(0, 3).map(c -> Math.abs(picture.at(x, y, c) - picture.at(otherX, otherY, c))).average().orElseThrow();
    }

    /** The mean distance of their samples. */
    private static double difference(Picture a, Picture b) {
        return IntStream.range(0, a.samples().length).map(i -> Math.abs((a.samples()[i] & 0xFF) - (b.samples()[i] & 0xFF))).average().orElseThrow();
    }
}
