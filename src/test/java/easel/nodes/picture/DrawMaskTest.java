package easel.nodes.picture;

import static easel.nodes.Alone.grey;
import static easel.nodes.Alone.node;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mask drawn by hand. */
class DrawMaskTest {

    private static final String SHAPES = "[{\"rectangle\":[0.1,0.1,0.8,0.8]},{\"ellipse\":[0.3,0.2,0.4,0.6],\"subtract\":true},{\"ellipse\":[0.7,0.7,0.6,0.6]}]";

    @ParameterizedTest
    @CsvSource({"40,30", "7,90", "1,1", "64,64"})
    void each_pixel_is_what_the_last_shape_over_its_middle_says(int width, int height) {
        Picture mask = node("draw-mask").on("picture", grey(width, height, (_, _) -> 7)).with("shapes", SHAPES).picture();
        var shapes = Value.Shapes.read(SHAPES).orElseThrow().shapes();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean white = false;
                for (var shape : shapes) {
                    white = shape.covers((x + 0.5) / width, (y + 0.5) / height) ? !shape.subtract() : white;
                }
                assertThat(mask.at(x, y, 0)).as("%d, %d", x, y).isEqualTo(white ? 255 : 0);
            }
        }
        assertThat(mask.channels()).isEqualTo(1);
    }

    @Test
    void what_is_transparent_and_what_a_file_has_white_lie_below_the_shapes(@TempDir Path folder) throws Exception {
        byte[] samples = new byte[10 * 10 * 4];
        for (int at = 0; at < 100; at++) {
            samples[at * 4 + 3] = (byte) (at % 10 < 3 ? 0 : 255);
        }
        Path file = folder.resolve("mask.png");
        new PictureFile(grey(20, 20, (_, y) -> y < 4 ? 255 : 0), PictureTexts.none()).write(file);
        Picture mask = node("draw-mask").on("picture", Picture.of(10, 10, 4, samples)).with("transparency", true).with("file", file)
                .with("shapes", "[{\"rectangle\":[0,0.5,1,0.5],\"subtract\":true},{\"rectangle\":[0.9,0.9,0.1,0.1]}]").picture();
        for (int y = 0; y < 10; y++) {
            for (int x = 0; x < 10; x++) {
                assertThat(mask.at(x, y, 0)).as("%d, %d", x, y).isEqualTo(y >= 5 ? x == 9 && y == 9 ? 255 : 0 : x < 3 || y < 2 ? 255 : 0);
            }
        }
    }

    @Test
    void nothing_drawn_is_black() {
        assertThat(node("draw-mask").on("picture", grey(3, 2, (_, _) -> 255)).picture().samples()).containsOnly(0);
    }
}
