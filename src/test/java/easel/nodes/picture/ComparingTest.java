package easel.nodes.picture;

import static easel.nodes.Alone.colours;
import static easel.nodes.Alone.grey;
import static easel.nodes.Alone.motley;
import static easel.nodes.Alone.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import easel.engine.Picture;
import easel.graph.Problem;
import easel.nodes.Alone;
import easel.nodes.Batch;
import easel.nodes.Image;
import easel.nodes.Unfoldable;
import easel.pixels.Pictures;
import easel.platform.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** Nodes that put pictures beside each other, or take one of them. */
class ComparingTest {

    private static final Picture A = colours(40, 30, (x, y, c) -> (x * 5 + y * 3 + c * 20) % 200);
    private static final Picture B = colours(40, 30, (x, y, c) -> Math.clamp((x * 5 + y * 3 + c * 20) % 200 + (x * 7 + y) % 11 - 5, 0, 255));

    private static Alone compared(Picture a, Picture b) {
        return node("compare").on("first", a).on("second", b);
    }

    @Test
    void equal_pictures_do_not_differ_at_all() {
        assertThat(compared(A, A).picture().samples()).containsOnly(0);
        assertThat(compared(A, A).number("psnr")).isEqualTo(200);
        assertThat(compared(A, A).number("ssim")).isEqualTo(1);
    }

    @Test
    void psnr_is_that_of_the_mean_squared_error() {
        double sum = 0;
        for (int at = 0; at < A.samples().length; at++) {
            sum += Math.pow((A.samples()[at] & 0xFF) - (B.samples()[at] & 0xFF), 2);
        }
        assertThat(compared(A, B).number("psnr")).isCloseTo(20 * Math.log10(255 / Math.sqrt(sum / A.samples().length)), within(1e-4));
        Picture difference = compared(A, B).with("gain", 10).picture();
        assertThat(difference.at(9, 9, 1)).isEqualTo(10 * Math.abs(A.at(9, 9, 1) - B.at(9, 9, 1)));
    }

    /** Window by window, as the paper has it. */
    @Test
    void ssim_is_the_mean_over_all_windows() {
        double[] weights = new double[121];
        double all = 0;
        for (int at = 0; at < 121; at++) {
            double x = at % 11 - 5;
            double y = at / 11 - 5;
            weights[at] = Math.exp(-(x * x + y * y) / (2 * 1.5 * 1.5));
            all += weights[at];
        }
        double total = 0;
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 30; x++) {
                double a = 0;
                double b = 0;
                double aa = 0;
                double bb = 0;
                double ab = 0;
                for (int at = 0; at < 121; at++) {
                    double w = weights[at] / all;
                    double p = luma(A, x + at % 11, y + at / 11);
                    double q = luma(B, x + at % 11, y + at / 11);
                    a += w * p;
                    b += w * q;
                    aa += w * p * p;
                    bb += w * q * q;
                    ab += w * p * q;
                }
                total += (2 * a * b + 6.5025) * (2 * (ab - a * b) + 58.5225) / ((a * a + b * b + 6.5025) * (aa - a * a + bb - b * b + 58.5225));
            }
        }
        assertThat(compared(A, B).number("ssim")).isCloseTo(total / 600, within(1e-3));
        assertThat(compared(motley(3, 2, 3), motley(3, 2, 3)).number("ssim")).isEqualTo(1);
    }

    private static double luma(Picture picture, int x, int y) {
        return 0.299 * picture.at(x, y, 0) + 0.587 * picture.at(x, y, 1) + 0.114 * picture.at(x, y, 2);
    }

    /** Black under an opacity. */
    private static Picture black(int width, int height, IntBinaryOperator opacity) {
        return Pictures.withAlpha(colours(width, height, (_, _, _) -> 0), grey(width, height, opacity));
    }

    @Test
    void pictures_that_differ_in_opacity_alone_differ() {
        Picture opaque = black(40, 30, (_, _) -> 255);
        Picture half = black(40, 30, (_, _) -> 155);
        assertThat(compared(opaque, half).number("psnr")).as("one channel of four, 100 apart").isCloseTo(10 * Math.log10(255 * 255 / 2500.0), within(1e-4));
        assertThat(compared(opaque, half).with("gain", 2).picture().samples()).containsOnly((byte) 200);
        IntBinaryOperator one = (x, y) -> (x * 5 + y * 3) % 200;
        IntBinaryOperator other = (x, y) -> (x * 7 + y) % 211;
        double opacity = compared(grey(40, 30, one), grey(40, 30, other)).number("ssim");
        assertThat(compared(black(40, 30, one), black(40, 30, other)).number("ssim")).isCloseTo((3 + opacity) / 4, within(1e-6));
    }

    @Test
    void colours_count_as_much_as_they_are_opaque() {
        Picture clear = grey(40, 30, (_, _) -> 0);
        Picture half = grey(40, 30, (_, _) -> 51);
        assertThat(compared(Pictures.withAlpha(A, clear), Pictures.withAlpha(B, clear)).number("psnr")).as("nobody sees them").isEqualTo(200);
        Picture white = Pictures.withAlpha(colours(40, 30, (_, _, _) -> 255), half);
        assertThat(compared(white, black(40, 30, (_, _) -> 51)).picture().samples()).as("a fifth of 255").containsOnly(51);
        assertThat(compared(white, black(40, 30, (_, _) -> 51)).number("psnr")).isCloseTo(10 * Math.log10(255 * 255 / (0.75 * 51 * 51)), within(1e-4));
    }

    @Test
    void an_alpha_channel_that_is_opaque_everywhere_changes_nothing() {
        Picture withAlpha = Pictures.withAlpha(B, grey(40, 30, (_, _) -> 255));
        for (String figure : List.of("psnr", "ssim")) {
            assertThat(compared(A, withAlpha).number(figure)).isEqualTo(compared(A, B).number(figure));
        }
        assertThat(compared(A, withAlpha).picture()).isEqualTo(compared(A, B).picture());
        assertThat(compared(grey(3, 2, (_, _) -> 9), black(3, 2, (_, _) -> 0)).picture().samples()).as("a grey one beside nothing").containsOnly((byte) 255);
    }

    @Test
    void pictures_of_two_sizes_are_not_compared() {
        assertThatThrownBy(() -> compared(A, motley(41, 30, 3)).picture()).isInstanceOf(Unfoldable.class);
    }

    @Test
    void a_grid_shows_every_picture_of_a_batch_and_is_about_square() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int value = 40 * (i + 1);
            all.add(new Image(grey(100, 100, (_, _) -> value), null));
        }
        Picture sheet = node("grid").on("pictures", new Batch(all)).with("column_labels", "one\ntwo").picture();
        assertThat(sheet.width()).isGreaterThan(sheet.height());
        for (int i = 0; i < 5; i++) {
            int value = 40 * (i + 1);
            long found = 0;
            for (int at = 0; at < sheet.width() * sheet.height(); at++) {
                found += (sheet.samples()[at * 3] & 0xFF) == value ? 1 : 0;
            }
            assertThat(found).as("picture %d", i).isGreaterThanOrEqualTo(9_000);
        }
        int last = ((sheet.height() - 30) * sheet.width() + sheet.width() - 30) * 3;
        assertThat(sheet.samples()[last] & 0xFF).as("where the last row ends there is paper").isEqualTo(255);
        assertThat(sheet.samples()[last + 1] & 0xFF).isEqualTo(255);
        assertThat(node("grid").on("pictures", new Batch(all)).with("columns", 1).picture().height()).isGreaterThan(500);
        Batch many = new Batch(Collections.nCopies(101, all.getFirst()));
        assertThatThrownBy(() -> node("grid").on("pictures", many).with("columns", 1).picture()).isInstanceOf(Unfoldable.class);
        assertThat(node("grid").on("pictures", all.getFirst()).picture().width()).as("a single one").isGreaterThan(90);
    }

    @Test
    void a_switch_gives_one_of_two_and_says_which_is_missing() {
        assertThat(node("switch").on("on_true", A).on("on_false", B).picture()).isEqualTo(A);
        assertThat(node("switch").on("on_true", A).on("on_false", B).with("switch", false).picture()).isEqualTo(B);
        assertThat(node("switch").on("on_true", A).picture()).isEqualTo(A);
        assertThatThrownBy(() -> node("switch").on("on_true", A).with("switch", false).picture())
                .isInstanceOfSatisfying(Unfoldable.class, e -> assertThat(e.problem(new easel.graph.NodeId("n")).input()).isEqualTo("on_false"));
    }

    @Test
    void pictures_out_of_nothing_and_batches_of_one() {
        assertThat(node("empty-image").with("width", 3).with("height", 2).with("color", 0x102030).picture()).isEqualTo(colours(3, 2, (_, _, c) -> 16 * (c + 1)));
        assertThat(((Batch) node("empty-image").with("width", 3).with("height", 2).with("batch_size", 4).value("image")).values()).hasSize(4);
        Batch two = new Batch(List.of(new Image(A, null), new Image(B, null)));
        Batch six = (Batch) node("repeat-image-batch").on("image", two).with("amount", 3).value("repeated");
        assertThat(six.values()).hasSize(6);
        assertThat(((Image) six.values().get(3)).picture()).isEqualTo(B);
    }

    @Test
    void a_row_beside_a_single_pixel_leaves_something_of_it_in_the_batch() {
        Picture row = colours(40, 1, (x, _, _) -> x);
        Batch both = (Batch) node("image-batch").on("image1", colours(1, 1, (_, _, _) -> 9)).on("image2", row).value("batch");
        assertThat(((Image) both.values().getLast()).picture().at(0, 0, 0)).as("its middle").isBetween(19, 20);
    }

    @Test
    void a_batch_that_would_be_endless_is_refused_before_it_is_made() {
        Batch many = new Batch(Collections.nCopies(4096, new Image(A, null)));
        assertThatThrownBy(() -> node("repeat-image-batch").on("image", many).with("amount", 4096).value("repeated"))
                .isInstanceOfSatisfying(Unfoldable.class, e -> assertThat(e.problem(new easel.graph.NodeId("n")).code()).isEqualTo(Problem.Code.BATCH_TOO_LONG));
        assertThatThrownBy(() -> node("image-batch").on("image1", many).on("image2", many).value("batch"))
                .isInstanceOfSatisfying(Unfoldable.class, e -> assertThat(e.problem(new easel.graph.NodeId("n")).arguments()).containsExactly(8192L, 4096));
    }

    @Test
    void a_batch_without_room_in_memory_says_how_many_have_room_and_what_can_be_done() {
        Batch.ifTooLarge("most", Batch.MOST_BYTES, 3);
        assertThatThrownBy(() -> Batch.ifTooLarge("most", Batch.MOST_BYTES + 1, 3)).isInstanceOfSatisfying(Unfoldable.class, e -> {
            Problem problem = e.problem(new easel.graph.NodeId("n"));
            assertThat(problem.input()).isEqualTo("most");
            assertThat(problem.sentence(Language.ENGLISH)).startsWith("Of these pictures 3 have room at once in the ");
            assertThat(problem.mend(Language.ENGLISH)).contains("-Xmx", "jvm.options");
        });
    }

    @Test
    void a_picture_that_would_be_too_large_is_told_and_not_squeezed() {
        Image wide = new Image(grey(16_384, 4, (_, _) -> 9), null);
        assertThatThrownBy(() -> node("image-scale-by").on("image", wide.picture()).with("scale_by", 2).picture())
                .isInstanceOfSatisfying(Unfoldable.class, e -> assertThat(e.problem(new easel.graph.NodeId("n")).code()).isEqualTo(Problem.Code.PICTURE_TOO_LARGE));
    }

    @Test
    void a_random_line_is_the_same_for_the_same_seed_and_each_comes_about_as_often() {
        String lines = "red\n\n  green \nblue";
        int[] count = new int[3];
        for (int seed = 0; seed < 300; seed++) {
            Object line = node("random-line").with("lines", lines).with("seed", seed).value("line");
            assertThat(line).isEqualTo(node("random-line").with("lines", lines).with("seed", seed).value("line"));
            count[List.of("red", "green", "blue").indexOf(((easel.graph.Value.Text) line).text())]++;
        }
        assertThat(java.util.Arrays.stream(count).min().orElseThrow()).isGreaterThan(70);
        assertThat(node("random-line").with("seed", 1).value("line")).isEqualTo(new easel.graph.Value.Text(""));
    }
}
