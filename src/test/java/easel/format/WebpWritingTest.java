package easel.format;

import static easel.nodes.Alone.motley;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import easel.engine.Picture;
import easel.nodes.Alone;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebP as it is written, read by a reader that knows nothing of what wrote it. */
class WebpWritingTest {

    @TempDir Path folder;

    private static final PictureTexts TEXTS = PictureTexts.none().with(PictureTexts.PARAMETERS, "a boat, 小船 🚤\nSteps: 20, Seed: 7")
            .with(PictureTexts.EASEL, "{\"easel\":1,\"title\":\"小船\"}");

    private PictureFile read(byte[] webp) throws Exception {
        Path file = folder.resolve("picture.webp");
        Files.write(file, webp);
        assertThat(PictureFile.head(file).kind()).isEqualTo(PictureKind.WEBP);
        return PictureFile.read(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void at_quality_100_every_sample_is_the_same_also_where_it_cannot_be_seen(int channels) throws Exception {
        Picture picture = motley(61, 47, channels);
        assertThat(read(new PictureFile(picture, TEXTS).webp(100)).picture()).isEqualTo(picture);
        assertThat(read(new PictureFile(picture, PictureTexts.none()).webp(100)).picture()).isEqualTo(picture);
    }

    @Test
    void below_that_it_is_nearly_the_picture_and_smaller_and_grey_stays_grey() throws Exception {
        Picture smooth = Alone.colours(256, 192, (x, y, c) -> x / 3 + y / 2 + c * 15 + x * y * 7 % 5);
        Picture now = read(new PictureFile(smooth, TEXTS).webp(90)).picture();
        for (int at = 0; at < smooth.samples().length; at++) {
            assertThat(Math.abs((now.samples()[at] & 0xFF) - (smooth.samples()[at] & 0xFF))).isLessThan(12);
        }
        byte[] samples = new byte[256 * 192 * 3];
        new Random(1).nextBytes(samples);
        PictureFile noisy = new PictureFile(Picture.of(256, 192, 3, samples), TEXTS);
        assertThat(noisy.webp(90).length).isLessThan(noisy.webp(100).length);
        Picture grey = Alone.grey(8, 8, (x, y) -> x * 20 + y);
        assertThat(read(new PictureFile(grey, PictureTexts.none()).webp(100)).picture().at(3, 2, 1)).isEqualTo(62);
    }

    @Test
    void infotext_and_workflow_come_back_in_any_script_and_of_any_length() throws Exception {
        PictureTexts far = TEXTS.with(PictureTexts.EASEL, "{\"easel\":1,\"note\":\"" + "船".repeat(200_000) + "\"}");
        for (PictureTexts texts : List.of(TEXTS, far, PictureTexts.none(), PictureTexts.none().with(PictureTexts.EASEL, "{}"), PictureTexts.none().with(PictureTexts.PARAMETERS, "Steps: 1"))) {
            byte[] packed = new PictureFile(motley(9, 7, 3), texts).webp(80);
            assertThat(packed.length % 2).isZero();
            assertThat(read(packed).texts().byKeyword()).isEqualTo(texts.byKeyword());
            assertThat(ImageIO.read(new ByteArrayInputStream(packed)).getWidth()).as("other programs read it").isEqualTo(9);
        }
    }

    @Test
    void workflows_are_where_comfyui_has_them_and_a_maker_that_is_a_camera_s_is_none() {
        byte[] tiff = ExifWriter.tiff("", "workflow:{\"nodes\":[]}");
        assertThat(JpegExif.ofTiff(tiff).texts().get(PictureTexts.COMFY_WORKFLOW)).contains("{\"nodes\":[]}");
        assertThat(JpegExif.ofTiff(ExifWriter.tiff("", "Canon: a camera")).texts().byKeyword()).isEmpty();
        for (int at = 0; at < tiff.length; at++) {
            byte[] damaged = tiff.clone();
            damaged[at] ^= (byte) 0xFF;
            assertThat(JpegExif.ofTiff(damaged).texts().byKeyword().size()).as("byte %d", at).isLessThan(2);
        }
    }

    @Test
    void an_animation_has_its_frames_and_its_pace() throws Exception {
        List<Picture> frames = IntStream.range(0, 3).mapToObj(i -> Alone.colours(34, 20, (x, y, c) -> x + y + c * 9 + i * 60)).toList();
        byte[] packed = new VideoFile(frames, 8).webp(100, TEXTS);
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(packed))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            for (int i = 0; i < 3; i++) {
                BufferedImage frame = reader.read(i);
                assertThat(frame.getRGB(5, 6) & 0xFF).isEqualTo(frames.get(i).at(5, 6, 2));
            }
        }
        int at = new String(packed, StandardCharsets.ISO_8859_1).indexOf("ANMF") + 8 + 12;
        assertThat(packed[at] & 0xFF | (packed[at + 1] & 0xFF) << 8).as("milliseconds").isEqualTo(125);
        assertThat(read(packed).texts().byKeyword()).isEqualTo(TEXTS.byKeyword());
        assertThat(read(packed).picture()).isEqualTo(frames.getFirst());
    }

    @Test
    void a_picture_that_is_too_long_for_the_format_is_told_so() {
        Picture long_ = Picture.of(16_384, 1, 3, new byte[16_384 * 3]);
        assertThatThrownBy(() -> new PictureFile(long_, TEXTS).webp(90)).isInstanceOfSatisfying(PictureException.class,
                e -> assertThat(e.failure()).isInstanceOf(PictureFailure.NotPacked.class));
    }
}
