package easel.nodes.picture;

import static easel.nodes.Alone.colours;
import static easel.nodes.Alone.grey;
import static easel.nodes.Alone.motley;
import static easel.nodes.Alone.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import easel.engine.Picture;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.nodes.Unfoldable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes that lay pictures over pictures. */
class LayersTest {

    private static final Picture UNDER = motley(30, 20, 3);
    private static final Picture OVER = colours(30, 20, (x, y, c) -> (x * 11 + y * 7 + c * 90) % 256);

    /** As the W3C writes them down, on 0 to 1; the last two are plain sums. */
    private static double mixed(String mode, double under, double over) {
        return switch (mode) {
            case "normal" -> over;
            case "multiply" -> under * over;
            case "screen" -> 1 - (1 - under) * (1 - over);
            case "overlay" -> under <= 0.5 ? 2 * under * over : 1 - 2 * (1 - under) * (1 - over);
            case "hard-light" -> over <= 0.5 ? 2 * under * over : 1 - 2 * (1 - under) * (1 - over);
            case "darken" -> Math.min(under, over);
            case "lighten" -> Math.max(under, over);
            case "difference" -> Math.abs(under - over);
            case "exclusion" -> under + over - 2 * under * over;
            case "add" -> Math.min(1, under + over);
            case "subtract" -> Math.max(0, under - over);
            case "color-dodge" -> under == 0 ? 0 : over == 1 ? 1 : Math.min(1, under / (1 - over));
            case "color-burn" -> under == 1 ? 1 : over == 0 ? 0 : 1 - Math.min(1, (1 - under) / over);
            case "soft-light" -> {
                double d = under <= 0.25 ? ((16 * under - 12) * under + 4) * under : Math.sqrt(under);
                yield over <= 0.5 ? under - (1 - 2 * over) * under * (1 - under) : under + (2 * over - 1) * (d - under);
            }
            default -> throw new AssertionError(mode);
        };
    }

    @ParameterizedTest
    @CsvSource({"normal,0.5", "multiply,1", "screen,0.3", "overlay,1", "hard-light,0.7", "darken,1", "lighten,1", "difference,1", "exclusion,0.5", "add,0.5", "subtract,1",
            "color-dodge,1", "color-burn,0.8", "soft-light,1"})
    void each_mode_is_its_formula_mixed_in_by_opacity(String mode, double opacity) {
        Picture blended = node("blend").on("under", UNDER).on("over", OVER).with("mode", mode).with("opacity", opacity).picture();
        for (int at = 0; at < blended.samples().length; at++) {
            double under = (UNDER.samples()[at] & 0xFF) / 255.0;
            double over = (OVER.samples()[at] & 0xFF) / 255.0;
            double expected = 255 * (under + (mixed(mode, under, over) - under) * opacity);
            assertThat((double) (blended.samples()[at] & 0xFF)).isCloseTo(expected, within(0.51));
        }
    }

    @Test
    void a_mask_says_where_the_upper_picture_shows() {
        Picture mask = grey(30, 20, (x, _) -> x < 10 ? 0 : x < 20 ? 255 : 128);
        Picture blended = node("blend").on("under", UNDER).on("over", OVER).on("mask", mask).with("opacity", 1).picture();
        assertThat(blended.at(5, 5, 1)).isEqualTo(UNDER.at(5, 5, 1));
        assertThat(blended.at(15, 5, 1)).isEqualTo(OVER.at(15, 5, 1));
        assertThat((double) blended.at(25, 5, 1)).isCloseTo(UNDER.at(25, 5, 1) + (OVER.at(25, 5, 1) - UNDER.at(25, 5, 1)) * 128 / 255.0, within(0.6));
    }

    @Test
    void with_alpha_on_both_each_shows_as_far_as_it_is_opaque() {
        Picture under = motley(40, 30, 4);
        Picture over = Picture.of(40, 30, 4, colours(40, 40, (x, y, c) -> (x * 5 + y * 17 + c * 60) % 256).samples());
        Picture blended = node("blend").on("under", under).on("over", over).with("opacity", 1).picture();
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                double above = over.at(x, y, 3) / 255.0;
                double below = under.at(x, y, 3) / 255.0;
                double all = above + below * (1 - above);
                assertThat((double) blended.at(x, y, 3)).isCloseTo(255 * all, within(0.6));
                for (int c = 0; c < 3 && all > 0; c++) {
                    double colour = (above * over.at(x, y, c) + (1 - above) * below * under.at(x, y, c)) / all;
                    assertThat((double) blended.at(x, y, c)).isCloseTo(colour, within(0.6));
                }
            }
        }
    }

    @Test
    void pictures_and_masks_of_other_sizes_are_refused_with_their_sizes() {
        assertThatThrownBy(() -> node("blend").on("under", UNDER).on("over", motley(31, 20, 3)).picture()).isInstanceOfSatisfying(Unfoldable.class, e -> {
            Problem problem = e.problem(new NodeId("n"));
            assertThat(problem.code()).isEqualTo(Problem.Code.PICTURE_OF_ANOTHER_SIZE);
            assertThat(problem.arguments()).containsExactly(31, 20, 30, 20);
        });
        assertThatThrownBy(() -> node("blend").on("under", UNDER).on("over", OVER).on("mask", motley(30, 21, 1)).picture())
                .isInstanceOfSatisfying(Unfoldable.class, e -> assertThat(e.problem(new NodeId("n")).code()).isEqualTo(Problem.Code.MASK_OF_ANOTHER_SIZE));
    }

    @Test
    void a_picture_is_laid_at_a_place_and_cut_off_where_the_lower_one_ends() {
        Picture small = colours(8, 8, (_, _, _) -> 200);
        Picture laid = node("composite").on("destination", UNDER).on("source", small).with("x", 25).with("y", 15).picture();
        assertThat(laid.at(24, 16, 0)).isEqualTo(UNDER.at(24, 16, 0));
        assertThat(laid.at(25, 15, 0)).isEqualTo(200);
        assertThat(laid.at(29, 19, 2)).isEqualTo(200);
        assertThat(node("composite").on("destination", UNDER).on("source", small).with("x", 16384).picture()).isEqualTo(UNDER);
        Picture fits = node("composite").on("destination", UNDER).on("source", small).with("resize_source", true).picture();
        assertThat(fits.samples()).containsOnly((byte) 200);
        Picture half = node("composite").on("destination", UNDER).on("source", small).on("mask", grey(2, 1, (x, _) -> x * 255)).picture();
        assertThat(new int[] {half.at(0, 0, 0), half.at(7, 0, 0)}).containsExactly(UNDER.at(0, 0, 0), 200);
    }

    @ParameterizedTest
    @CsvSource({"normal", "multiply", "screen", "overlay", "soft_light", "difference"})
    void comfyui_s_modes_are_its_own(String mode) {
        Picture blended = node("image-blend").on("image1", UNDER).on("image2", OVER).with("blend_mode", mode).with("blend_factor", 0.4).picture();
        for (int at = 0; at < 600; at++) {
            double under = (UNDER.samples()[at] & 0xFF) / 255.0;
            double over = (OVER.samples()[at] & 0xFF) / 255.0;
            double mixed = mode.equals("difference") ? under - over : mixed(mode.replace('_', '-'), under, over);
            assertThat((double) (blended.samples()[at] & 0xFF)).isCloseTo(255 * Math.clamp(under * 0.6 + mixed * 0.4, 0, 1), within(1.01));
        }
        assertThat(node("image-blend").on("image1", UNDER).on("image2", motley(7, 90, 4)).picture().width()).isEqualTo(30);
    }
}
