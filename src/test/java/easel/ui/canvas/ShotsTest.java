package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.NodeId;
import easel.platform.Language;
import easel.run.RunEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canvas in its main states, in both themes and languages; the pictures lie in {@code target/canvas}. */
class ShotsTest {

    @ParameterizedTest
    @CsvSource({"dark,en,1,0", "light,en,1,0", "dark,zh,2,1", "light,zh,2,1", "dark,en,1,0.5", "light,en,1.5,0.3", "dark,en,1,2"})
    void paints_every_state(String theme, String tag, double scale, double zoom) throws Exception {
        Language language = tag.equals("zh") ? Language.CHINESE : Language.ENGLISH;
        CanvasShot shot = new CanvasShot(1600, 1000, scale, theme.equals("dark"), language,
                zoom == 0 ? OptionalDouble.empty() : OptionalDouble.of(zoom), List.of(new NodeId("sampler")));
        BufferedImage image = shot.of(Example.document(), view -> {
            for (RunEvent.NodeChanged changed : Example.states()) {
                view.tell(changed);
            }
            view.showNews();
            view.setKeys(java.util.Map.of(new NodeId("batch"), new easel.run.Key("other")));
        });
        Path file = Path.of("target/canvas", "%s-%s-%s-%s.png".formatted(theme, tag, scale, zoom));
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        assertThat(image.getWidth()).isEqualTo((int) (1600 * scale));
    }
}
