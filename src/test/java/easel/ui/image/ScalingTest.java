package easel.ui.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    @Test
    void a_coarse_preview_keeps_its_corners_and_its_colours_when_it_fills_the_stage() {
        BufferedImage preview = new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 12; y++) {
            for (int x = 0; x < 16; x++) {
                preview.setRGB(x, y, x * 16 << 16 | y * 20 << 8 | 128);
            }
        }
        BufferedImage large = Scaling.to(preview, 901, 677);
        assertThat(large.getWidth()).isEqualTo(901);
        assertThat(large.getHeight()).isEqualTo(677);
        for (int y : new int[] {0, 300, 676}) {
            for (int x : new int[] {0, 450, 900}) {
                // The middle of a pixel of the preview stands at its place and a half.
                double wantedRed = Math.clamp((x + 0.5) / 901 * 16 - 0.5, 0, 15) * 16;
                double wantedGreen = Math.clamp((y + 0.5) / 677 * 12 - 0.5, 0, 11) * 20;
                assertThat(large.getRGB(x, y) >> 16 & 255).isCloseTo((int) wantedRed, within(6));
                assertThat(large.getRGB(x, y) >> 8 & 255).isCloseTo((int) wantedGreen, within(6));
                assertThat(large.getRGB(x, y) & 255).isCloseTo(128, within(1));
            }
        }
    }
}
