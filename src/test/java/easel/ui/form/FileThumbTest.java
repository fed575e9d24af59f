package easel.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Rule;
import easel.models.Contents;
import easel.models.ModelFolders;
import easel.nodes.Catalogue;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small picture beside a file's name in the inspector. */
class FileThumbTest {

    @TempDir
    Path folder;
    private final AtomicReference<FileThumb> thumb = new AtomicReference<>();

    private void of(String type, String parameter) throws Exception {
        Rule.File rule = (Rule.File) Catalogue.schema(type).flatMap(s -> s.parameter(parameter)).orElseThrow().rule();
        EventQueue.invokeAndWait(() -> thumb.set(new FileThumb(rule, new ModelFolders(folder.resolve("folders.txt"), folder.resolve("models"), folder.resolve("kinds.txt"), Contents.UNREAD), "gone")));
    }

    private void show(Path file) throws Exception {
        EventQueue.invokeAndWait(() -> thumb.get().show(file.toString()));
    }

    private boolean is(BooleanSupplier so) throws Exception {
        boolean[] is = new boolean[1];
        EventQueue.invokeAndWait(() -> is[0] = so.getAsBoolean());
        return is[0];
    }

    private void until(BooleanSupplier so) throws Exception {
        for (int i = 0; i < 2000 && !is(so); i++) {
            Thread.sleep(5);
        }
        assertThat(is(so)).isTrue();
    }

    private Path picture(String name) throws Exception {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    @Test
    void a_picture_shows_and_one_that_is_gone_says_so() throws Exception {
        of("load-picture", "file");
        show(picture("it.png"));
        until(() -> thumb.get().isVisible() && thumb.get().getToolTipText() == null);
        show(folder.resolve("gone.png"));
        until(() -> "gone".equals(thumb.get().getToolTipText()));
        assertThat(is(() -> thumb.get().isVisible())).isTrue();
        EventQueue.invokeAndWait(() -> thumb.get().show(""));
        until(() -> !thumb.get().isVisible());
    }

    @Test
    void a_model_shows_what_lies_beside_it() throws Exception {
        of("load-lora", "lora");
        picture("soft.png");
        show(Files.writeString(folder.resolve("soft.safetensors"), "weights"));
        until(() -> thumb.get().isVisible());
        show(Files.writeString(folder.resolve("hard.safetensors"), "weights"));
        until(() -> !thumb.get().isVisible());
        Files.createDirectories(folder.resolve("models/loras/style"));
        picture("models/loras/style/ink.png");
        Files.writeString(folder.resolve("models/loras/style/ink.safetensors"), "weights");
        EventQueue.invokeAndWait(() -> thumb.get().show("style/ink.safetensors"));
        until(() -> thumb.get().isVisible());
    }
}
