package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.platform.Home;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./easel shot} in a process of its own that has no display. */
class ShotCommandTest {

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {}

    private Ran easel(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Home.folder().resolve("easel").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile()).redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("EASEL_HOME", folder.resolve("home").toString());
        builder.environment().put("EASEL_LANG", "en");
        builder.environment().remove("DISPLAY");
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Ran(process.exitValue(), Files.readString(folder.resolve("stdout")), Files.readString(folder.resolve("stderr")));
    }

    private static String preset() {
        return Home.folder().resolve("presets/text-to-image.easel.json").toString();
    }

    @Test
    void paints_a_workflow_without_a_display() throws Exception {
        Ran ran = easel("shot", preset(), "--out", "p.png", "--size", "800x500", "--scale", "2", "--theme", "light", "--lang", "zh", "--select", "sampler");
        assertThat(ran.exit).as(ran.err).isZero();
        assertThat(ran.err).isEmpty();
        BufferedImage image = ImageIO.read(folder.resolve("p.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(1000);
        assertThat(image.getRGB(3, 3) & 0xFFFFFF).isEqualTo(0xE8E8E8);
    }

    @Test
    void paints_the_workflow_that_a_picture_carries() throws Exception {
        String workflow = Files.readString(Path.of(preset()));
        new PictureFile(Picture.of(8, 8, 3, new byte[8 * 8 * 3]), PictureTexts.none().with(PictureTexts.EASEL, workflow)).write(folder.resolve("made.png"));
        Ran ran = easel("shot", "made.png", "--out", "carried.png", "--size", "800x500");
        assertThat(ran.exit).as(ran.err).isZero();
        assertThat(easel("shot", preset(), "--out", "plain.png", "--size", "800x500").exit).isZero();
        assertThat(folder.resolve("carried.png")).hasSameBinaryContentAs(folder.resolve("plain.png"));
    }

    @Test
    void a_picture_without_a_workflow_gets_one_sentence() throws Exception {
        new PictureFile(Picture.of(8, 8, 3, new byte[8 * 8 * 3]), PictureTexts.none()).write(folder.resolve("plain.png"));
        Ran ran = easel("shot", "plain.png", "--out", "p.png");
        assertThat(ran.exit).isEqualTo(1);
        assertThat(ran.err.lines()).singleElement().asString().contains("carries no workflow");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "--zoom;3;5 - 400",
        "--size;big;1440x900",
        "--size;99999x10;1440x900",
        "--scale;9;1 - 4",
        "--select;nobody;no node nobody", "--inside;sampler;no node sampler"})
    void wrong_use_gets_one_sentence(String option, String value, String says) throws Exception {
        Ran ran = easel("shot", preset(), "--out", "p.png", option, value);
        assertThat(ran.exit).isEqualTo(2);
        assertThat(ran.err.lines()).hasSize(1);
        assertThat(ran.err).contains(says);
        assertThat(folder.resolve("p.png")).doesNotExist();
    }

    @Test
    void a_file_that_is_no_workflow_gets_one_sentence() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.easel.json"), "{\"easel\":1,");
        Ran ran = easel("shot", wrong.toString(), "--out", "p.png");
        assertThat(ran.exit).isEqualTo(1);
        assertThat(ran.err.lines()).hasSize(1);
    }
}
