package easel.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ScalingTest {

    @Test
    void fits_without_changing_the_shape() {
        assertThat(Scaling.fit(128, 128, 700, 500)).isEqualTo(new Dimension(500, 500));
        assertThat(Scaling.fit(768, 512, 600, 1000)).isEqualTo(new Dimension(600, 400));
        assertThat(Scaling.fit(10_000, 1, 100, 100)).isEqualTo(new Dimension(100, 1));
    }

    @Test
    void a_fine_chequerboard_made_small_is_grey_and_not_black_or_white() {
        BufferedImage board = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 512; y++) {
            for (int x = 0; x < 512; x++) {
                board.setRGB(x, y, (x + y) % 2 == 0 ? 0xFFFFFF : 0);
            }
        }
        BufferedImage small = Scaling.to(board, 100, 100);
        for (int i = 5; i < 95; i++) {
            assertThat(small.getRGB(i, 50) & 0xFF).isBetween(100, 155);
        }
    }

    @Test
    void an_enlarged_edge_is_smooth() {
        BufferedImage edge = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        edge.setRGB(1, 0, 0xFFFFFF);
        BufferedImage large = Scaling.to(edge, 64, 1);
        int between = 0;
        for (int x = 0; x < 64; x++) {
            int grey = large.getRGB(x, 0) & 0xFF;
            between += grey > 8 && grey < 247 ? 1 : 0;
        }
        assertThat(between).isGreaterThan(16);
    }
}
