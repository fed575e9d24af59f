package easel.nodes.picture;

import static easel.nodes.Alone.motley;
import static easel.nodes.Alone.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import easel.engine.Picture;
import easel.format.PictureFile;
import easel.format.PictureKind;
import easel.format.PictureTexts;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.nodes.Alone;
import easel.nodes.Batch;
import easel.nodes.Image;
import easel.nodes.Unfoldable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that read and write picture files. */
class FilesTest {

    @TempDir Path folder;

    private static Picture smooth() {
        return Alone.colours(64, 48, (x, y, c) -> x * 2 + y + c * 20);
    }

    private Path saved(Alone node) {
        return (Path) node.into(folder).value("file");
    }

    @Test
    void a_jpeg_is_saved_under_a_new_name_each_time_and_is_nearly_the_picture() throws Exception {
        Path first = saved(node("save-picture").on("picture", smooth()).with("format", "jpeg").with("name", "sea-{counter}"));
        Path second = saved(node("save-picture").on("picture", smooth()).with("format", "jpeg").with("name", "sea-{counter}"));
        assertThat(List.of(first.getFileName().toString(), second.getFileName().toString())).containsExactly("sea-0001.jpg", "sea-0002.jpg");
        assertThat(PictureFile.head(first).kind()).isEqualTo(PictureKind.JPEG);
        Picture read = PictureFile.read(first).picture();
        for (int at = 0; at < read.samples().length; at++) {
            assertThat(Math.abs((read.samples()[at] & 0xFF) - (smooth().samples()[at] & 0xFF))).isLessThan(12);
        }
        assertThat(ImageIO.read(first.toFile()).getWidth()).as("other programs read it").isEqualTo(64);
    }

    @Test
    void a_webp_is_saved_as_it_is_and_carries_the_workflow() throws Exception {
        Path file = saved(node("save-picture").on("picture", motley(40, 30, 4)).with("format", "webp").with("quality", 100));
        assertThat(file.toString()).endsWith(".webp");
        assertThat(PictureFile.read(file).picture()).isEqualTo(motley(40, 30, 4));
        assertThat(PictureFile.head(file).texts().get(PictureTexts.EASEL)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void a_jpeg_takes_grey_and_lays_alpha_on_white(int channels) throws Exception {
        Picture picture = channels == 4 ? Picture.of(8, 8, 4, new byte[8 * 8 * 4]) : Picture.of(8, 8, channels, new byte[8 * 8 * channels]);
        Path file = saved(node("save-picture").on("picture", picture).with("format", "jpeg").with("quality", 100));
        assertThat(PictureFile.read(file).picture().at(4, 4, 0)).isEqualTo(channels == 4 ? 255 : 0);
    }

    @Test
    void a_jpeg_s_infotext_is_read_again_in_any_script() throws Exception {
        for (String text : List.of("a boat\nSteps: 20", "小船 🚤\nSteps: 20, Seed: 7", "")) {
            Path file = folder.resolve("text-" + text.length() + ".jpg");
            PictureFile.writeNew(file, new PictureFile(smooth(), PictureTexts.none().with(PictureTexts.PARAMETERS, text)).jpeg(90));
            assertThat(PictureFile.read(file).texts().get(PictureTexts.PARAMETERS).orElse("")).isEqualTo(text);
        }
        Path long_ = folder.resolve("long.jpg");
        PictureFile.writeNew(long_, new PictureFile(smooth(), PictureTexts.none().with(PictureTexts.PARAMETERS, "x".repeat(70_000))).jpeg(90));
        assertThat(PictureFile.read(long_).picture().width()).as("a text without room stays out").isEqualTo(64);
    }

    @Test
    void a_folder_is_a_batch_by_name_with_numbers_as_they_count() throws Exception {
        int value = 10;
        for (String name : new String[] {"b2.png", "b10.png", "A.png", ".hidden.png"}) {
            int grey = value;
            new PictureFile(Alone.colours(4, value, (_, _, _) -> grey), PictureTexts.none()).write(folder.resolve(name));
            value += 10;
        }
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        Files.createDirectory(folder.resolve("more.png"));
        assertThat(heights(node("load-folder").with("folder", folder))).containsExactly(30, 10, 20);
        assertThat(heights(node("load-folder").with("folder", folder).with("skip", 1).with("most", 1))).containsExactly(10);
    }

    private static List<Integer> heights(Alone node) {
        return ((Batch) node.value("pictures")).values().stream().map(i -> ((Image) i).picture().height()).toList();
    }

    @Test
    void a_folder_without_pictures_and_one_that_is_not_there_are_told() throws Exception {
        assertThatThrownBy(() -> node("load-folder").with("folder", folder).value("pictures"))
                .isInstanceOfSatisfying(Unfoldable.class, e -> assertThat(e.problem(new NodeId("n")).code()).isEqualTo(Problem.Code.NO_PICTURES));
        assertThatThrownBy(() -> node("load-folder").with("folder", folder.resolve("nowhere")).value("pictures")).hasCauseInstanceOf(easel.format.PictureException.class);
        Files.writeString(folder.resolve("broken.png"), "no picture");
        assertThatThrownBy(() -> node("load-folder").with("folder", folder).value("pictures")).hasCauseInstanceOf(easel.format.PictureException.class);
    }

    @Test
    void a_mask_is_loaded_from_a_channel_of_a_file() throws Exception {
        Path file = folder.resolve("four.png");
        Picture four = motley(6, 5, 4);
        new PictureFile(four, PictureTexts.none()).write(file);
        assertThat(node("load-image-mask").with("image", file).with("channel", "green").picture().at(3, 3, 0)).isEqualTo(four.at(3, 3, 1));
        assertThat(node("load-image-mask").with("image", file).picture().at(3, 3, 0)).isEqualTo(255 - four.at(3, 3, 3));
    }
}
