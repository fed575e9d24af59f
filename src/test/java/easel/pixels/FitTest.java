package easel.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import org.junit.jupiter.api.Test;

class FitTest {

    @Test
    void a_picture_of_the_right_size_stays_as_it_is() {
        Picture picture = Picture.of(2, 1, 3, new byte[] {1, 2, 3, 4, 5, 6});
        assertThat(Fit.cover(picture, 2, 1)).isSameAs(picture);
    }

    @Test
    void shrinking_takes_the_mean_of_what_falls_together() {
        Picture grey = Picture.of(4, 2, 1, new byte[] {0, 20, 100, 100, 40, 60, 100, 104});
        Picture half = Fit.cover(grey, 2, 1);
        assertThat(half.at(0, 0, 0)).isEqualTo((0 + 20 + 40 + 60) / 4);
        assertThat(half.at(1, 0, 2)).isEqualTo((100 + 100 + 100 + 104) / 4);
    }

    @Test
    void what_stands_out_is_cut_off_evenly() {
        byte[] samples = new byte[6 * 2];
        for (int x = 0; x < 6; x++) {
            samples[x] = (byte) (10 * x);
            samples[6 + x] = (byte) (10 * x);
        }
        Picture square = Fit.cover(Picture.of(6, 2, 1, samples), 2, 2);
        assertThat(square.at(0, 0, 0)).isEqualTo(20);
        assertThat(square.at(1, 1, 0)).isEqualTo(30);
    }

    @Test
    void enlarging_a_flat_picture_leaves_it_flat_up_to_the_edges() {
        byte[] flat = new byte[3 * 5 * 3];
        java.util.Arrays.fill(flat, (byte) 200);
        Picture large = Fit.cover(Picture.of(3, 5, 3, flat), 64, 128);
        assertThat(large.samples()).containsOnly((byte) 200);
    }

    @Test
    void transparency_lies_on_white() {
        Picture clear = Picture.of(2, 1, 4, new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) 255});
        Picture opaque = Fit.cover(clear, 2, 1);
        assertThat(opaque.at(0, 0, 1)).isEqualTo(255);
        assertThat(opaque.at(1, 0, 1)).isZero();
    }
}
