package easel.nodes.picture;

import static easel.nodes.Alone.colours;
import static easel.nodes.Alone.grey;
import static easel.nodes.Alone.motley;
import static easel.nodes.Alone.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import easel.engine.Picture;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that look at a pixel's neighbours: blur, sharpening and edges. */
class FiltersTest {

    /** The sum over all pixels, as the definition has it; the edges go on. */
    private static double gaussian(Picture picture, int x, int y, int channel, double sigma) {
        double sum = 0;
        double weights = 0;
        int far = (int) Math.ceil(4 * sigma);
        for (int v = -far; v <= far; v++) {
            for (int u = -far; u <= far; u++) {
                double weight = Math.exp(-(u * u + v * v) / (2 * sigma * sigma));
                weights += weight;
                sum += weight * picture.at(Math.clamp(x + u, 0, picture.width() - 1), Math.clamp(y + v, 0, picture.height() - 1), channel);
            }
        }
        return sum / weights;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 4, 9, 30, 61})
    void blur_is_the_gaussian_of_half_its_radius(double radius) {
        Picture steps = colours(90, 70, (x, y, c) -> (x / 13 + y / 11 + c) % 2 == 0 ? 230 : 20);
        Picture soft = node("blur").on("picture", steps).with("radius", radius).picture();
        for (int[] at : new int[][] {{0, 0}, {45, 35}, {89, 69}, {13, 40}, {60, 3}}) {
            assertThat((double) soft.at(at[0], at[1], 1)).isCloseTo(gaussian(steps, at[0], at[1], 1, radius / 2), within(radius < 20 ? 0.6 : 3));
        }
        assertThat(node("blur").on("picture", steps).with("radius", 0).picture()).isEqualTo(steps);
    }

    @Test
    void one_colour_stays_one_colour_however_far_it_is_blurred() {
        for (double radius : new double[] {0.1, 3, 50, 512}) {
            assertThat(node("blur").on("picture", grey(33, 21, (_, _) -> 77)).with("radius", radius).picture().samples()).containsOnly(77);
        }
        assertThat(node("blur").on("picture", colours(1, 1, (_, _, _) -> 9)).with("radius", 40).picture().at(0, 0, 0)).isEqualTo(9);
    }

    @Test
    void the_colour_of_what_is_transparent_is_not_seen_in_a_blur() {
        byte[] samples = new byte[40 * 4];
        for (int x = 0; x < 40; x++) {
            samples[x * 4 + (x < 20 ? 0 : 1)] = (byte) 255;
            samples[x * 4 + 3] = (byte) (x < 20 ? 255 : 0);
        }
        Picture soft = node("blur").on("picture", Picture.of(40, 1, 4, samples)).with("radius", 6).picture();
        assertThat(soft.at(19, 0, 3)).isBetween(120, 170);
        assertThat(soft.at(19, 0, 0)).isEqualTo(255);
        assertThat(soft.at(19, 0, 1)).isZero();
    }

    @Test
    void sharpening_moves_away_from_the_blurred_and_leaves_small_steps() {
        Picture step = grey(40, 9, (x, _) -> x < 20 ? 100 : 140);
        Picture sharp = node("sharpen").on("picture", step).with("radius", 4).with("amount", 1).picture();
        for (int x : new int[] {5, 17, 19, 20, 22}) {
            double expected = 2 * step.at(x, 4, 0) - gaussian(step, x, 4, 0, 2);
            assertThat((double) sharp.at(x, 4, 0)).isCloseTo(expected, within(0.7));
        }
        assertThat(node("sharpen").on("picture", step).with("threshold", 30).picture()).isEqualTo(step);
        assertThat(node("sharpen").on("picture", step).with("amount", 0).picture()).isEqualTo(step);
        Picture seeThrough = motley(20, 20, 4);
        assertThat(node("sharpen").on("picture", seeThrough).picture().at(7, 7, 3)).isEqualTo(seeThrough.at(7, 7, 3));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,0.7", "5,4"})
    void comfyui_s_blur_and_sharpening_are_its_own_sums(int radius, double sigma) {
        Picture any = colours(20, 16, (x, y, c) -> (x * x * 7 + y * 31 + c * 50) % 200 + 20);
        Picture blurred = node("image-blur").on("image", any).with("blur_radius", radius).with("sigma", sigma).picture();
        Picture sharp = node("image-sharpen").on("image", any).with("sharpen_radius", radius).with("sigma", sigma).with("alpha", 0.1).picture();
        for (int[] at : new int[][] {{0, 0}, {7, 9}, {19, 15}, {1, 14}}) {
            double mean = comfy(any, at[0], at[1], radius, sigma);
            assertThat((double) blurred.at(at[0], at[1], 2)).isCloseTo(mean, within(0.51));
            assertThat((double) sharp.at(at[0], at[1], 2)).isCloseTo(Math.clamp(2 * any.at(at[0], at[1], 2) - mean, 0, 255), within(0.51));
        }
    }

    /** PyTorch's padding "reflect" and the normalised kernel, whose places run from -1 to 1 whatever the radius. */
    private static double comfy(Picture picture, int x, int y, int radius, double sigma) {
        double sum = 0;
        double weights = 0;
        for (int v = -radius; v <= radius; v++) {
            for (int u = -radius; u <= radius; u++) {
                double weight = Math.exp(-(u * u + v * v) / (2 * sigma * sigma * radius * radius));
                weights += weight;
                sum += weight * picture.at(mirrored(x + u, picture.width()), mirrored(y + v, picture.height()), 2);
            }
        }
        return sum / weights;
    }

    private static int mirrored(int at, int length) {
        return at < 0 ? -at : at >= length ? 2 * length - 2 - at : at;
    }

    @Test
    void canny_draws_one_line_where_a_square_ends_and_nothing_else() {
        Picture square = colours(64, 64, (x, y, _) -> x >= 20 && x < 44 && y >= 20 && y < 44 ? 255 : 0);
        Picture edges = node("canny").on("image", square).picture();
        assertThat(edges.channels()).isEqualTo(3);
        int[] row = IntStream.range(0, 64).filter(x -> edges.at(x, 32, 0) == 255).toArray();
        assertThat(row).as("the two sides, one pixel each").hasSizeLessThanOrEqualTo(4);
        assertThat(row[0]).isBetween(19, 20);
        assertThat(row[row.length - 1]).isBetween(43, 44);
        assertThat(IntStream.range(0, 64 * 64).filter(at -> edges.samples()[at * 3] != 0).count()).isBetween(80L, 200L);
        assertThat(IntStream.range(0, edges.samples().length).map(i -> edges.samples()[i] & 0xFF)).allMatch(s -> s == 0 || s == 255);
    }

    @Test
    void a_weak_edge_is_drawn_only_where_it_hangs_on_a_strong_one() {
        // A step that grows fainter downwards, and a faint one that touches nothing.
        Picture picture = colours(80, 60, (x, y, _) -> x < 20 ? 0 : x < 50 ? Math.max(50, 250 - 5 * y) : Math.max(50, 250 - 5 * y) + (y > 40 ? 40 : 0));
        Picture edges = node("canny").on("image", picture).with("low_threshold", 0.3).with("high_threshold", 0.9).picture();
        assertThat(lit(edges, 15, 25, 55)).as("faint, but hanging on the strong upper part").isTrue();
        assertThat(lit(edges, 46, 54, 55)).as("as faint, by itself").isFalse();
    }

    private static boolean lit(Picture edges, int from, int to, int y) {
        return IntStream.range(from, to).anyMatch(x -> edges.at(x, y, 0) == 255);
    }

    @Test
    void slopes_are_sobel_s() {
        Picture picture = grey(9, 9, (x, y) -> (x * 23 + y * y * 3) % 256);
        Picture mask = node("mask-from-edges").on("picture", picture).with("steepness", 40).with("grow", 0).picture();
        for (int y = 1; y < 8; y++) {
            for (int x = 1; x < 8; x++) {
                int across = 0;
                int down = 0;
                for (int k = -1; k <= 1; k++) {
                    int weight = k == 0 ? 2 : 1;
                    across += weight * (picture.at(x + 1, y + k, 0) - picture.at(x - 1, y + k, 0));
                    down += weight * (picture.at(x + k, y + 1, 0) - picture.at(x + k, y - 1, 0));
                }
                long slope = Math.min(255, Math.round(Math.hypot(across, down) / 4));
                if (slope != 39 && slope != 40) {
                    assertThat(mask.at(x, y, 0)).as("%d, %d: %d", x, y, slope).isEqualTo(slope >= 40 ? 255 : 0);
                }
            }
        }
    }

    @Test
    void a_picture_of_one_pixel_is_taken_by_all_of_them() {
        for (String type : new String[] {"blur", "sharpen"}) {
            assertThat(node(type).on("picture", grey(1, 1, (_, _) -> 5)).picture().at(0, 0, 0)).isEqualTo(5);
        }
        for (String type : new String[] {"canny", "image-blur", "image-sharpen"}) {
            assertThat(node(type).on("image", grey(1, 1, (_, _) -> 5)).picture().width()).isEqualTo(1);
        }
        byte[] thin = new byte[300];
        Arrays.fill(thin, (byte) 9);
        assertThat(node("blur").on("picture", Picture.of(300, 1, 1, thin)).with("radius", 100).picture().samples()).containsOnly(9);
    }
}
