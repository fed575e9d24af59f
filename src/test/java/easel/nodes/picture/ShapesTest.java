package easel.nodes.picture;

import static easel.nodes.Alone.colours;
import static easel.nodes.Alone.motley;
import static easel.nodes.Alone.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import easel.engine.Picture;
import easel.graph.Problem;
import easel.nodes.Unfoldable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that change a picture's size and place. */
class ShapesTest {

    private static final Picture WIDE = motley(40, 20, 3);

    @ParameterizedTest
    @CsvSource({"inside,30,30,1,30,15", "inside,10,30,1,10,5", "cover,30,30,1,30,30", "stretch,7,9,1,7,9", "inside,30,0,1,30,15", "cover,0,10,1,20,10",
            "inside,100,100,8,104,48", "stretch,70,70,64,64,64", "stretch,1,1,64,64,64", "inside,0,0,1,40,20", "stretch,0,0,16,48,16"})
    void resize_comes_to_the_size_that_was_asked_for(String fit, int width, int height, int multiple, int w, int h) {
        Picture resized = node("resize").on("picture", WIDE).with("fit", fit).with("width", width).with("height", height).with("multiple", multiple).picture();
        assertThat(new int[] {resized.width(), resized.height()}).containsExactly(w, h);
    }

    @Test
    void the_mean_of_half_the_size_is_the_mean_of_four_pixels() {
        Picture half = node("resize").on("picture", WIDE).with("method", "mean").with("width", 20).with("height", 10).picture();
        for (int y = 0; y < 10; y++) {
            for (int x = 0; x < 20; x++) {
                for (int c = 0; c < 3; c++) {
                    int sum = WIDE.at(2 * x, 2 * y, c) + WIDE.at(2 * x + 1, 2 * y, c) + WIDE.at(2 * x, 2 * y + 1, c) + WIDE.at(2 * x + 1, 2 * y + 1, c);
                    assertThat(half.at(x, y, c)).isEqualTo((sum + 2) / 4);
                }
            }
        }
    }

    @Test
    void covering_cuts_off_evenly_and_keeps_the_ratio() {
        // Red left, green in the middle, blue right: a square of it is green.
        Picture stripes = colours(30, 10, (x, _, c) -> c == x / 10 ? 255 : 0);
        Picture square = node("resize").on("picture", stripes).with("fit", "cover").with("method", "nearest").with("width", 5).with("height", 5).picture();
        assertThat(square).isEqualTo(colours(5, 5, (_, _, c) -> c == 1 ? 255 : 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lanczos", "cubic", "mean", "nearest"})
    void what_is_transparent_does_not_shine_into_what_is_not(String method) {
        byte[] samples = new byte[16 * 16 * 4];
        for (int at = 0; at < 16 * 16; at++) {
            boolean left = at % 16 < 7;   // opaque red beside transparent green
            samples[at * 4] = (byte) (left ? 200 : 0);
            samples[at * 4 + 1] = (byte) (left ? 0 : 255);
            samples[at * 4 + 3] = (byte) (left ? 255 : 0);
        }
        Picture small = node("resize").on("picture", Picture.of(16, 16, 4, samples)).with("method", method).with("width", 8).with("height", 8).picture();
        for (int x = 0; x < 8; x++) {
            if (small.at(x, 3, 3) > 2) {
                assertThat(small.at(x, 3, 0)).isBetween(198, 202);
                assertThat(small.at(x, 3, 1)).isLessThan(3);
            }
        }
        assertThat(small.at(0, 3, 3)).isEqualTo(255);
        assertThat(small.at(7, 3, 3)).isZero();
    }

    @Test
    void a_picture_too_large_is_told_before_any_memory_is_asked_for() {
        assertThatThrownBy(() -> node("resize").on("picture", motley(2, 2000, 1)).with("width", 17).with("height", 0).with("fit", "stretch").picture())
                .isInstanceOfSatisfying(Unfoldable.class, e -> assertThat(e.problem(new easel.graph.NodeId("n")).code()).isEqualTo(Problem.Code.PICTURE_TOO_LARGE));
        assertThatThrownBy(() -> node("pad").on("picture", WIDE).with("left", 16384).picture()).isInstanceOf(Unfoldable.class);
    }

    @Test
    void cropping_keeps_every_sample_and_ends_where_the_picture_ends() {
        Picture part = node("crop").on("image", WIDE).with("x", 3).with("y", 5).with("width", 7).with("height", 100).picture();
        assertThat(new int[] {part.width(), part.height()}).containsExactly(7, 15);
        assertThat(part.at(2, 4, 1)).isEqualTo(WIDE.at(5, 9, 1));
        Picture last = node("crop").on("image", WIDE).with("x", 9000).with("y", 9000).picture();
        assertThat(last).isEqualTo(colours(1, 1, (_, _, c) -> WIDE.at(39, 19, c)));
    }

    @Test
    void padding_puts_a_colour_the_edges_or_a_mirror_around() {
        Picture two = colours(2, 1, (x, _, _) -> x == 0 ? 10 : 90);
        assertThat(row(pad(two, "colour"))).containsExactly(0x12, 0x12, 10, 90, 0x12, 0x12, 0x12);
        assertThat(row(pad(two, "edge"))).containsExactly(10, 10, 10, 90, 90, 90, 90);
        assertThat(row(pad(two, "mirror"))).containsExactly(10, 90, 10, 90, 10, 90, 10);
        Picture mask = node("pad").on("picture", two).with("left", 2).with("right", 3).with("top", 0).with("bottom", 0).picture("mask");
        assertThat(row(mask)).containsExactly(255, 255, 0, 0, 255, 255, 255);
    }

    private static Picture pad(Picture picture, String filling) {
        return node("pad").on("picture", picture).with("left", 2).with("right", 3).with("top", 0).with("bottom", 0).with("filling", filling)
                .with("colour", "#123456").picture();
    }

    private static int[] row(Picture picture) {
        return java.util.stream.IntStream.range(0, picture.width()).map(x -> picture.at(x, 0, 0)).toArray();
    }

    @Test
    void a_colour_that_is_none_is_told_as_such() {
        for (String wrong : new String[] {"", "red", "#12345", "#12345g"}) {
            assertThatThrownBy(() -> node("pad").on("picture", WIDE).with("colour", wrong).picture())
                    .isInstanceOfSatisfying(Unfoldable.class, e -> assertThat(e.problem(new easel.graph.NodeId("n")).input()).isEqualTo("colour"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void quarters_and_mirrors_put_each_pixel_where_it_belongs(int channels) {
        Picture picture = motley(5, 3, channels);
        Picture right = node("rotate").on("image", picture).with("rotation", "90 degrees").picture();
        Picture left = node("rotate").on("image", picture).with("rotation", "270 degrees").picture();
        Picture over = node("rotate").on("image", picture).with("rotation", "180 degrees").picture();
        Picture down = node("flip").on("image", picture).with("flip_method", "x-axis: vertically").picture();
        Picture across = node("flip").on("image", picture).picture();
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 5; x++) {
                int was = picture.at(x, y, 0);
                assertThat(right.at(2 - y, x, 0)).isEqualTo(was);
                assertThat(left.at(y, 4 - x, 0)).isEqualTo(was);
                assertThat(over.at(4 - x, 2 - y, 0)).isEqualTo(was);
                assertThat(down.at(x, 2 - y, 0)).isEqualTo(was);
                assertThat(across.at(4 - x, y, 0)).isEqualTo(was);
            }
        }
    }
}
