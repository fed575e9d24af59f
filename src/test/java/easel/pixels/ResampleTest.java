package easel.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Expectations computed by hand from the definitions of PyTorch's interpolate and Pillow's resize. */
class ResampleTest {

    private static final Picture RAMP = grey(0, 60, 120, 240);

    @Test
    void half_the_size_takes_nearest_linear_and_mean_of_what_was_there() {
        assertThat(row(Resample.NEAREST, RAMP, 2)).containsExactly(60, 240);
        // Without antialiasing the places 0.5 and 2.5 lie between two pixels each.
        assertThat(row(Resample.BILINEAR, RAMP, 2)).containsExactly(30, 180);
        assertThat(row(Resample.AREA, RAMP, 2)).containsExactly(30, 180);
    }

    @Test
    void twice_the_size_keeps_the_edges_and_goes_in_quarters_between() {
        Picture two = grey(0, 200);
        assertThat(row(Resample.NEAREST, two, 4)).containsExactly(0, 0, 200, 200);
        assertThat(row(Resample.BILINEAR, two, 4)).containsExactly(0, 50, 150, 200);
        assertThat(row(Resample.AREA, two, 4)).containsExactly(0, 0, 200, 200);
        // Keys' cubic with -0.75 at a quarter: weights -0.1055, 0.8789, 0.2617, -0.0352; it overshoots.
        assertThat(row(Resample.BICUBIC, two, 4)).containsExactly(0, 45, 155, 221);
    }

    @ParameterizedTest
    @EnumSource(Resample.class)
    void one_colour_stays_that_colour_at_any_size(Resample way) {
        for (int width : new int[] {1, 3, 5, 17}) {
            assertThat(row(way, grey(77, 77, 77, 77, 77), width)).containsOnly(77);
        }
    }

    @Test
    void lanczos_looks_three_pixels_far_and_keeps_the_mean_of_a_step() {
        int[] step = row(Resample.LANCZOS, grey(0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255), 6);
        assertThat(step[0]).isLessThan(4);
        assertThat(step[5]).isGreaterThan(251);
        assertThat(step[2] + step[3]).isEqualTo(255);
    }

    private static int[] row(Resample way, Picture picture, int width) {
        Picture scaled = way.to(picture, width, 1);
        int[] row = new int[width];
        for (int x = 0; x < width; x++) {
            row[x] = scaled.at(x, 0, 0);
        }
        return row;
    }

    private static Picture grey(int... values) {
        byte[] samples = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            samples[i] = (byte) values[i];
        }
        return Picture.of(values.length, 1, 1, samples);
    }
}
