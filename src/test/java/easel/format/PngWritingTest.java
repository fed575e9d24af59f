package easel.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import easel.engine.Picture;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngWritingTest {

    @TempDir Path folder;

    @Test void latin_text_is_a_text_chunk_that_every_tool_reads() throws Exception {
        RawPng.Chunk chunk = text("parameters", "a café, at night\nSteps: 20");
        assertThat(chunk.type()).isEqualTo("tEXt");
        assertThat(chunk.data()).isEqualTo("parameters\0a caf\u00E9, at night\nSteps: 20".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test void chinese_and_emoji_are_an_international_text_chunk_in_utf_8() throws Exception {
        RawPng.Chunk chunk = text("parameters", "山，夕阳 🌄");
        assertThat(chunk.type()).isEqualTo("iTXt");
        // keyword, 0, not packed, method 0, no language, no translated keyword, text
        assertThat(chunk.data()).isEqualTo("parameters\0\0\0\0\0山，夕阳 🌄".getBytes(StandardCharsets.UTF_8));
    }

    @Test void latin_text_that_looks_like_utf_8_is_not_left_to_guessing() throws Exception {
        String text = "\u00C3\u00A9";   // its Latin-1 bytes are the UTF-8 of é
        assertThat(text("parameters", text).type()).isEqualTo("iTXt");
        assertThat(PictureFile.read(folder.resolve("p.png")).texts().get("parameters")).contains(text);
    }

    @Test void a_small_workflow_stays_readable_and_a_large_one_is_packed() throws Exception {
        String small = "{\"easel\":1}";
        assertThat(text("easel", small).data()).isEqualTo(("easel\0\0\0\0\0" + small).getBytes(StandardCharsets.UTF_8));

        String large = "{\"easel\":1,\"nodes\":[" + "{\"id\":\"采样\"},".repeat(5000) + "{}]}";
        RawPng.Chunk chunk = text("easel", large);
        assertThat(chunk.type()).isEqualTo("iTXt");
        assertThat(chunk.data()).startsWith('e', 'a', 's', 'e', 'l', 0, 1, 0, 0, 0);
        Inflater inflater = new Inflater();
        inflater.setInput(chunk.data(), 10, chunk.data().length - 10);
        byte[] plain = new byte[1 << 20];
        int length = inflater.inflate(plain);
        assertThat(inflater.finished()).isTrue();
        inflater.end();
        assertThat(new String(plain, 0, length, StandardCharsets.UTF_8)).isEqualTo(large);
    }

    @Test void texts_stand_before_the_pixels_so_that_they_are_found_without_them() throws Exception {
        Path file = folder.resolve("p.png");
        new PictureFile(noise(20, 10, 3), PictureTexts.none().with("parameters", "x").with("easel", "{}")).write(file);
        assertThat(RawPng.chunks(Files.readAllBytes(file)).stream().map(RawPng.Chunk::type))
                .containsExactly("IHDR", "tEXt", "iTXt", "IDAT", "IEND");
    }

    @Test void pixels_are_the_same_in_another_reader() throws Exception {
        for (int channels : new int[] {1, 3, 4}) {
            Picture picture = noise(33, 17, channels);
            Path file = folder.resolve(channels + ".png");
            new PictureFile(picture, PictureTexts.none()).write(file);
            assertThat(RawPng.chunks(Files.readAllBytes(file)).getFirst().data())
                    .containsExactly(0, 0, 0, 33, 0, 0, 0, 17, 8, channels == 1 ? 0 : channels == 3 ? 2 : 6, 0, 0, 0);
            BufferedImage image = ImageIO.read(file.toFile());
            for (int y = 0; y < 17; y++) {
                for (int x = 0; x < 33; x++) {
                    int[] pixel = image.getRaster().getPixel(x, y, (int[]) null);
                    for (int c = 0; c < channels; c++) {
                        assertThat(pixel[c]).isEqualTo(picture.at(x, y, c));
                    }
                }
            }
        }
    }

    @Test void what_was_written_is_read_again() throws Exception {
        for (int channels : new int[] {3, 4}) {
            PictureFile written = new PictureFile(noise(64, 48, channels),
                    PictureTexts.none().with("parameters", "雪山 \uD83C\uDFD4\n".repeat(3)).with("easel", "{\"a\":\"é\"}"));
            Path file = folder.resolve("p.png");
            written.write(file);
            assertThat(PictureFile.read(file)).isEqualTo(written);
            assertThat(PictureFile.head(file)).isEqualTo(new PictureHead(PictureKind.PNG, 64, 48, false, written.texts()));
        }
    }

    @Test void a_mask_comes_back_as_grey_in_three_channels() throws Exception {
        Picture mask = Picture.of(3, 1, 1, new byte[] {0, (byte) 128, (byte) 255});
        new PictureFile(mask, PictureTexts.none()).write(folder.resolve("m.png"));
        assertThat(PictureFile.read(folder.resolve("m.png")).picture())
                .isEqualTo(Picture.of(3, 1, 3, new byte[] {0, 0, 0, -128, -128, -128, -1, -1, -1}));
    }

    @Test void a_new_picture_never_replaces_a_file() throws Exception {
        Path file = Files.writeString(folder.resolve("p.png"), "mine");
        PictureFile picture = new PictureFile(noise(4, 4, 3), PictureTexts.none());
        assertThatThrownBy(() -> picture.writeNew(file)).isInstanceOfSatisfying(PictureException.class,
                e -> assertThat(e.failure()).isEqualTo(new PictureFailure.AlreadyThere(file)));
        assertThat(file).hasContent("mine");
        picture.write(file);
        assertThat(PictureFile.read(file)).isEqualTo(picture);
    }

    @Test void a_place_that_cannot_be_written_leaves_nothing_behind() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "mine");
        PictureFile picture = new PictureFile(noise(4, 4, 3), PictureTexts.none());
        for (PictureTestSupport.Action action : List.<PictureTestSupport.Action>of(
                () -> picture.write(inTheWay.resolve("p.png")), () -> picture.writeNew(inTheWay.resolve("p.png")))) {
            assertThat(PictureTestSupport.failure(action)).isInstanceOf(PictureFailure.NotWritten.class);
        }
        assertThat(folder).isDirectoryContaining(p -> p.equals(inTheWay));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    private RawPng.Chunk text(String keyword, String text) throws Exception {
        Path file = folder.resolve("p.png");
        new PictureFile(noise(2, 2, 3), PictureTexts.none().with(keyword, text)).write(file);
        return RawPng.chunks(Files.readAllBytes(file)).stream().filter(c -> c.latin1().startsWith(keyword + "\0")).findFirst().orElseThrow();
    }

    private static Picture noise(int width, int height, int channels) {
        byte[] samples = new byte[width * height * channels];
        new Random(7).nextBytes(samples);
        return Picture.of(width, height, channels, samples);
    }
}
