package easel.nodes.picture;

import static easel.nodes.Alone.colours;
import static easel.nodes.Alone.grey;
import static easel.nodes.Alone.motley;
import static easel.nodes.Alone.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import easel.engine.Picture;
import easel.nodes.Unfoldable;
import java.awt.Color;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that change a picture's brightness and colours. */
class TonesTest {

    private static final Picture RAMP = grey(256, 1, (x, _) -> x);

    @Test
    void levels_make_one_grey_black_another_white_and_bend_between() {
        Picture bent = node("levels").on("picture", RAMP).with("black", 50).with("white", 150).with("gamma", 2).with("out_black", 10).with("out_white", 210).picture();
        for (int x = 0; x < 256; x++) {
            double part = x <= 50 ? 0 : x >= 150 ? 1 : Math.sqrt((x - 50) / 100.0);
            assertThat(bent.at(x, 0, 0)).isEqualTo((int) Math.round(10 + 200 * part));
        }
        assertThat(node("levels").on("picture", RAMP).picture()).isEqualTo(RAMP);
        // The wrong way round is a hard edge and no error.
        assertThat(node("levels").on("picture", RAMP).with("black", 200).with("white", 100).picture().at(199, 0, 0)).isZero();
    }

    @Test
    void a_curve_goes_through_its_points_never_back_and_straight_changes_nothing() {
        Picture bent = node("curves").on("picture", RAMP).with("points", "0,20 64,30 128,220 255,230").picture();
        assertThat(new int[] {bent.at(0, 0, 0), bent.at(64, 0, 0), bent.at(128, 0, 0), bent.at(255, 0, 0)}).containsExactly(20, 30, 220, 230);
        assertThat(IntStream.range(1, 256).map(x -> bent.at(x, 0, 0) - bent.at(x - 1, 0, 0))).allMatch(step -> step >= 0);
        assertThat(node("curves").on("picture", RAMP).picture()).isEqualTo(RAMP);
        Picture red = node("curves").on("picture", colours(4, 1, (_, _, _) -> 100)).with("points", "0,255 255,0").with("channels", "red").picture();
        assertThat(new int[] {red.at(0, 0, 0), red.at(0, 0, 1), red.at(0, 0, 2)}).containsExactly(155, 100, 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0,0 0,5", "0,0 300,5", "5,5 3,3", "0,0 255,256", "a,b"})
    void points_that_are_no_curve_are_told_as_such(String points) {
        assertThatThrownBy(() -> node("curves").on("picture", RAMP).with("points", points).picture()).isInstanceOf(Unfoldable.class);
    }

    @Test
    void colours_turn_round_the_wheel() {
        Picture red = colours(1, 1, (_, _, c) -> c == 0 ? 255 : 0);
        assertThat(rgb(node("hue-saturation").on("picture", red).with("hue", 120).picture())).containsExactly(0, 255, 0);
        assertThat(rgb(node("hue-saturation").on("picture", red).with("hue", -120).picture())).containsExactly(0, 0, 255);
        assertThat(rgb(node("hue-saturation").on("picture", red).with("saturation", 0).picture())).containsExactly(128, 128, 128);
        assertThat(rgb(node("hue-saturation").on("picture", red).with("lightness", 1).picture())).containsExactly(255, 255, 255);
        assertThat(rgb(node("hue-saturation").on("picture", red).with("lightness", -0.5).picture())).containsExactly(128, 0, 0);
        Picture any = motley(40, 30, 3);
        assertThat(node("hue-saturation").on("picture", any).picture()).isEqualTo(any);
    }

    @Test
    void hues_are_those_of_java_s_own_wheel() {
        Picture any = motley(40, 30, 3);
        Picture turned = node("hue-saturation").on("picture", any).with("hue", 47).picture();
        for (int x = 0; x < 40; x++) {
            float[] before = Color.RGBtoHSB(any.at(x, 7, 0), any.at(x, 7, 1), any.at(x, 7, 2), null);
            int rgb = Color.HSBtoRGB(before[0] + 47 / 360f, before[1], before[2]);
            for (int c = 0; c < 3; c++) {
                assertThat(turned.at(x, 7, c)).isCloseTo(rgb >> (16 - 8 * c) & 0xFF, within(1));
            }
        }
    }

    private static int[] rgb(Picture picture) {
        return new int[] {picture.at(0, 0, 0), picture.at(0, 0, 1), picture.at(0, 0, 2)};
    }

    @Test
    void matched_colours_have_the_mean_and_the_spread_of_the_others() {
        Picture cold = colours(64, 64, (x, y, c) -> 60 + (x * 3 + y * 5) % 40 + (c == 2 ? 40 : 0));
        Picture warm = colours(48, 80, (x, y, c) -> 90 + (x * 7 + y * 2) % 70 + (c == 0 ? 50 : c == 2 ? -40 : 0));
        Picture matched = node("match-colours").on("picture", cold).on("reference", warm).picture();
        for (int c = 0; c < 3; c++) {
            assertThat(mean(matched, c)).isCloseTo(mean(warm, c), within(3.0));
        }
        Picture same = node("match-colours").on("picture", cold).on("reference", cold).picture();
        assertThat(IntStream.range(0, same.samples().length).map(i -> Math.abs((same.samples()[i] & 0xFF) - (cold.samples()[i] & 0xFF))).max().orElseThrow()).isLessThanOrEqualTo(1);
        assertThat(node("match-colours").on("picture", grey(4, 4, (_, _) -> 77)).on("reference", warm).picture().channels()).isEqualTo(3);
    }

    private static double mean(Picture picture, int channel) {
        return IntStream.range(0, picture.width() * picture.height()).mapToDouble(at -> picture.samples()[at * 3 + channel] & 0xFF).average().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void inverting_twice_is_nothing_and_opacity_stays(int channels) {
        Picture any = motley(9, 7, channels);
        Picture once = node("invert").on("image", any).picture();
        assertThat(once.at(3, 2, 0)).isEqualTo(255 - any.at(3, 2, 0));
        assertThat(node("invert").on("image", once).picture()).isEqualTo(any);
        if (channels == 4) {
            assertThat(once.at(3, 2, 3)).isEqualTo(any.at(3, 2, 3));
        }
    }

    @Test
    void a_threshold_is_white_from_a_luminance_on() {
        Picture any = motley(30, 20, 3);
        Picture sharp = node("threshold").on("picture", any).with("level", 100).picture();
        for (int x = 0; x < 30; x++) {
            long luminance = Math.round(0.2126 * any.at(x, 4, 0) + 0.7152 * any.at(x, 4, 1) + 0.0722 * any.at(x, 4, 2));
            assertThat(sharp.at(x, 4, 2)).isEqualTo(luminance >= 100 ? 255 : 0);
        }
        assertThat(node("threshold").on("picture", motley(5, 5, 4)).picture().at(2, 2, 3)).isEqualTo(motley(5, 5, 4).at(2, 2, 3));
    }
}
