package easel.format;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebP as libwebp wrote it (Pillow 12), 40 x 24 pixels each; the samples are those that were given to it. */
@Timeout(60)
class WebpReadingTest {

    @TempDir Path folder;

    private static byte[] bytes(String name) throws Exception {
        try (InputStream in = WebpReadingTest.class.getResourceAsStream("webp/" + name + ".webp")) {
            return in.readAllBytes();
        }
    }

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("picture.png"), bytes);
    }

    private Picture picture(String name) throws Exception {
        return PictureFile.read(file(bytes(name))).picture();
    }

    @Test void lossless_is_read_to_the_last_bit_whatever_the_file_is_called() throws Exception {
        Picture picture = picture("lossless");
        assertThat(picture.channels()).isEqualTo(3);
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 40; x++) {
                assertThat(new int[] {picture.at(x, y, 0), picture.at(x, y, 1), picture.at(x, y, 2)}).containsExactly(x * 6 % 256, y * 10 % 256, x * y % 256);
            }
        }
    }

    @Test void transparency_is_kept() throws Exception {
        Picture picture = picture("alpha");
        assertThat(picture.channels()).isEqualTo(4);
        assertThat(picture.at(3, 0, 3)).isEqualTo(3 * 6 + 20);
        assertThat(new int[] {picture.at(10, 7, 0), picture.at(10, 7, 1), picture.at(10, 7, 2)}).containsExactly(60, 70, 70);
    }

    @Test void lossy_is_near_what_other_programs_see() throws Exception {
        Picture picture = picture("lossy");
        assertThat(near(picture, 5, 12, 31, 90, 200)).isTrue();
        assertThat(near(picture, 35, 12, 201, 61, 40)).isTrue();
    }

    private static boolean near(Picture picture, int x, int y, int... colour) {
        return Math.abs(picture.at(x, y, 0) - colour[0]) <= 4 && Math.abs(picture.at(x, y, 1) - colour[1]) <= 4 && Math.abs(picture.at(x, y, 2) - colour[2]) <= 4;
    }

    @Test void an_infotext_is_where_a1111_puts_it() throws Exception {
        Path file = file(bytes("infotext"));
        Infotext infotext = PictureFile.head(file).texts().infotext().orElseThrow();
        assertThat(infotext.prompt()).isEqualTo("a boat");
        assertThat(infotext.settings()).containsEntry("Seed", "7");
        assertThat(PictureFile.read(file).texts().infotext()).contains(infotext);
    }

    @Test void a_turned_picture_is_seen_upright() throws Exception {
        Picture picture = picture("turned");
        assertThat(new int[] {picture.width(), picture.height()}).containsExactly(24, 40);
        assertThat(new int[] {PictureFile.head(file(bytes("turned"))).width()}).containsExactly(24);
        // The stored picture's first row is at the right: its last row is at the left.
        assertThat(picture.at(0, 0, 1)).isEqualTo(230);
        assertThat(picture.at(23, 0, 1)).isZero();
    }

    @Test void of_an_animation_the_first_frame_is_read() throws Exception {
        Picture picture = picture("animated");
        assertThat(near(picture, 5, 12, 30, 90, 200)).isTrue();
        assertThat(near(picture, 35, 12, 200, 60, 40)).isTrue();
    }

    @ParameterizedTest @ValueSource(strings = {"lossless", "alpha", "lossy", "infotext", "animated"})
    void a_file_cut_anywhere_is_refused(String name) throws Exception {
        byte[] whole = bytes(name);
        for (int length = 0; length < whole.length; length++) {
            Path cut = file(Arrays.copyOf(whole, length));
            assertThat(PictureTestSupport.failure(() -> PictureFile.read(cut))).as("%d bytes", length).isInstanceOfAny(
                    PictureFailure.EmptyFile.class, PictureFailure.NotAPicture.class, PictureFailure.Damaged.class, PictureFailure.TooLarge.class);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"lossless", "alpha", "lossy", "infotext", "animated"})
    void a_thousand_files_with_wrong_bytes_end_in_a_picture_or_a_failure(String name) throws Exception {
        byte[] whole = bytes(name);
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            byte[] wrong = whole.clone();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
            }
            Path file = file(wrong);
            try {
                assertThat(PictureFile.read(file).picture()).isNotNull();
            } catch (PictureException e) {
                assertThat(e.failure().code()).isNotEmpty();
            }
        }
    }
}
