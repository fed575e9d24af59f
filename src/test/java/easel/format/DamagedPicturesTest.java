package easel.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import easel.engine.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DamagedPicturesTest {

    @TempDir Path folder;

    @ParameterizedTest @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void a_file_cut_anywhere_is_refused(String kind) throws Exception {
        byte[] whole = image(kind);
        Picture picture = PictureFile.read(file(whole)).picture();
        assertThat(picture.width()).isEqualTo(13);
        int refused = whole.length - switch (kind) {
            case "png" -> 4;    // the last chunk's checksum
            case "gif" -> 1;    // the trailer
            case "bmp" -> 1;    // what fills the last row up to four bytes
            default -> 0;
        };
        for (int length = 0; length < whole.length; length++) {
            Path cut = file(Arrays.copyOf(whole, length));
            if (length < refused) {
                assertThat(PictureTestSupport.failure(() -> PictureFile.read(cut))).as("%d bytes", length).isInstanceOfAny(
                        PictureFailure.EmptyFile.class, PictureFailure.NotAPicture.class, PictureFailure.Damaged.class);
            } else {
                assertThat(PictureFile.read(cut).picture()).isEqualTo(picture);
            }
        }
    }

    /** Whatever comes up that is no PictureException fails the test by itself. */
    @ParameterizedTest @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void a_thousand_files_with_wrong_bytes_end_in_a_picture_or_a_failure(String kind) throws Exception {
        byte[] whole = image(kind);
        int failures = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            byte[] wrong = whole.clone();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(5) == 0) {
                wrong = Arrays.copyOf(wrong, 1 + random.nextInt(wrong.length * 2));
            }
            if (kind.equals("png") && seed % 2 == 0) {
                wrong = RawPng.withRightChecksums(wrong);
            }
            Path file = file(wrong);
            try {
                assertThat(PictureFile.read(file).picture()).isNotNull();
            } catch (PictureException e) {
                failures++;
            }
            try {
                assertThat(PictureFile.head(file).texts()).isNotNull();
            } catch (PictureException e) {
                assertThat(e.failure().code()).isNotEmpty();
            }
        }
        assertThat(failures).isPositive();
    }

    @Test void wrong_pixels_under_a_wrong_checksum_are_never_shown() throws Exception {
        byte[] png = image("png");
        int pixels = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT") + 4;
        for (int i = pixels; i < pixels + 40; i++) {
            byte[] wrong = png.clone();
            wrong[i] ^= 1;
            Path file = file(wrong);
            assertThat(PictureTestSupport.failure(() -> PictureFile.read(file))).isInstanceOf(PictureFailure.Damaged.class);
        }
    }

    @ParameterizedTest @CsvSource({"16385,1", "1,16385", "16384,16384", "2147483647,2147483647", "-1,1", "-1,-1"})
    void too_many_pixels_are_refused_before_they_are_unpacked(int width, int height) throws Exception {
        Path file = file(new RawPng().header(width, height, 8, 2).rows(new int[] {1}).end());
        assertThat(PictureTestSupport.failure(() -> PictureFile.read(file))).isEqualTo(
                new PictureFailure.TooLarge(file, width & 0xFFFF_FFFFL, height & 0xFFFF_FFFFL));
        assertThat(PictureTestSupport.failure(() -> PictureFile.head(file))).isInstanceOf(PictureFailure.TooLarge.class);
    }

    @Test void a_few_bytes_that_claim_a_hundred_million_pixels_cost_nothing() throws Exception {
        Path file = file(new RawPng().header(16_384, 6_000, 16, 6).rows(new int[] {1}).end());
        assertTimeout(Duration.ofMillis(500), () ->
                assertThat(PictureTestSupport.failure(() -> PictureFile.read(file))).isInstanceOf(PictureFailure.Damaged.class));
    }

    @ParameterizedTest @ValueSource(strings = {"0,5", "5,0"})
    void no_pixels_are_no_picture(String size) throws Exception {
        Path file = file(new RawPng().header(size.charAt(0) - '0', size.charAt(2) - '0', 8, 2).rows(new int[] {}).end());
        assertThat(PictureTestSupport.failure(() -> PictureFile.read(file))).isInstanceOf(PictureFailure.Damaged.class);
    }

    @Test void a_small_text_that_unpacks_to_a_huge_one_is_left_out() throws Exception {
        byte[] bomb = RawPng.packed(new byte[(64 << 20) + 1]);
        assertThat(bomb.length).isLessThan(1 << 17);
        Path file = file(new RawPng().header(1, 1, 8, 2)
                .chunk("zTXt", RawPng.joined("parameters\0\0".getBytes(StandardCharsets.ISO_8859_1), bomb))
                .chunk("iTXt", RawPng.joined("workflow\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1), bomb))
                .latin1("tEXt", "prompt\0{}").rows(new int[] {1, 2, 3}).end());
        assertThat(PictureFile.read(file).texts().byKeyword()).containsOnlyKeys("prompt");
    }

    @Test void what_is_no_picture_is_told_from_what_is_none_of_ours() throws Exception {
        Path empty = file(new byte[0]);
        assertThat(PictureTestSupport.failure(() -> PictureFile.read(empty))).isInstanceOf(PictureFailure.EmptyFile.class);
        Path text = latin1("BMW is a car, not a bitmap");
        assertThat(PictureTestSupport.failure(() -> PictureFile.read(text)))
                .isInstanceOf(PictureFailure.NotAPicture.class);
        assertThat(foreign("\0\0\0 ftypavif")).isEqualTo("AVIF");
        assertThat(foreign("\0\0\0 ftypheic")).isEqualTo("HEIC");
        assertThat(foreign("II*\0\10\0\0\0")).isEqualTo("TIFF");
        assertThat(foreign("\u00FF\n..")).isEqualTo("JPEG XL");
        assertThat(foreign("8BPS\0\1")).isEqualTo("Photoshop");
    }

    @Test void a_path_without_a_file_says_so() {
        Path missing = folder.resolve("missing.png");
        assertThat(PictureTestSupport.failure(() -> PictureFile.read(missing))).isEqualTo(new PictureFailure.NoSuchFile(missing));
        assertThat(PictureTestSupport.failure(() -> PictureFile.read(folder))).isEqualTo(new PictureFailure.NotAFile(folder));
    }

    private String foreign(String start) throws IOException {
        Path file = latin1(start);
        return ((PictureFailure.UnsupportedKind) PictureTestSupport.failure(() -> PictureFile.read(file))).kind();
    }

    private Path latin1(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("p.png"), content);
    }

    private byte[] image(String kind) throws Exception {
        BufferedImage image = new BufferedImage(13, 9, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int i = 0; i < 13 * 9; i++) {
            image.setRGB(i % 13, i / 13, random.nextInt(1 << 24));
        }
        if (kind.equals("png")) {
            Path file = folder.resolve("whole.png");
            new PictureFile(Pixels.picture(image), PictureTexts.none().with("parameters", "山").with("prompt", "{}")
                    .with("easel", "{}".repeat(3000))).write(file);
            return Files.readAllBytes(file);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, kind, out)).isTrue();
        return out.toByteArray();
    }
}
