package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.Value;
import easel.platform.Language;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small pictures of files, in the nodes that name them. */
class FileThumbsTest {

    @TempDir
    Path folder;

    private Path red(String name) throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, 40, 20);
        g.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** How many red pixels stand in a parameter's row. */
    private static int red(String type, String parameter, Path file) throws Exception {
        Document document = Document.EMPTY.with(Node.of("it", type).with(parameter, Value.of(file.toString())));
        AtomicReference<Rectangle2D> row = new AtomicReference<>();
        BufferedImage image = new CanvasShot(400, 400, 1, true, Language.ENGLISH, OptionalDouble.empty(), List.of()).of(document, view -> {
            view.fitAll();
            row.set(view.fieldBounds(InputRef.of("it", parameter)).orElseThrow());
        });
        int count = 0;
        for (int y = (int) row.get().getMinY(); y < row.get().getMaxY(); y++) {
            for (int x = (int) row.get().getMinX(); x < row.get().getMaxX(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == 0xFF0000 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void a_picture_that_is_named_stands_small_in_its_row() throws Exception {
        assertThat(red("load-picture", "file", red("red.png"))).isEqualTo(18 * 18);
    }

    @Test
    void a_model_is_known_by_the_picture_beside_it() throws Exception {
        Path lora = Files.writeString(folder.resolve("soft.light.safetensors"), "weights");
        assertThat(red("load-lora", "lora", lora)).isZero();
        red("soft.light.preview.png");
        assertThat(red("load-lora", "lora", lora)).isEqualTo(18 * 18);
    }

    @Test
    void one_that_is_gone_is_named_and_nothing_more() throws Exception {
        assertThat(red("load-picture", "file", folder.resolve("gone.png"))).isZero();
        Thumb gone = Thumb.of(folder.resolve("gone.png"));
        gone.load();
        assertThat(gone.isMissing()).isTrue();
        Thumb broken = Thumb.of(Files.writeString(folder.resolve("broken.png"), "no picture"));
        broken.load();
        assertThat(broken.isMissing()).isFalse();
        assertThat(broken.isUnreadable()).isTrue();
    }
}
