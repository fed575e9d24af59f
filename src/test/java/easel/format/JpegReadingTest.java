package easel.format;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegReadingTest {

    private static final int WIDTH = 48;
    private static final int HEIGHT = 32;

    @TempDir Path folder;

    /** EXIF's own words: where the stored picture's first row and first column are seen. */
    @ParameterizedTest @CsvSource({
            "1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left",
            "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"})
    void a_turned_picture_is_seen_upright(int orientation, String firstRow, String firstColumn) throws Exception {
        // Stored: first row red-ish, first column green-ish; bands of 16, so that packing blurs no more than the edges.
        BufferedImage stored = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                stored.setRGB(x, y, (y < 16 ? 0xC00000 : 0) | (x < 16 ? 0x00C000 : 0));
            }
        }
        Path file = write(stored, exif(ByteOrder.BIG_ENDIAN, orientation, new byte[0]));
        Picture seen = PictureFile.read(file).picture();
        boolean sideways = orientation >= 5;
        assertThat(seen.width()).isEqualTo(sideways ? HEIGHT : WIDTH);
        assertThat(seen.height()).isEqualTo(sideways ? WIDTH : HEIGHT);
        PictureHead head = PictureFile.head(file);
        assertThat(head.width()).isEqualTo(seen.width());
        assertThat(head.height()).isEqualTo(seen.height());
        assertThat(edge(seen, firstRow, 0)).isGreaterThan(150);
        assertThat(edge(seen, opposite(firstRow), 0)).isLessThan(50);
        assertThat(edge(seen, firstColumn, 1)).isGreaterThan(150);
        assertThat(edge(seen, opposite(firstColumn), 1)).isLessThan(50);
    }

    @ParameterizedTest @ValueSource(strings = {"a cat\nSteps: 20, Sampler: Euler a, Seed: 1", "山间的猫 🐱\nNegative prompt: 雨\nSteps: 20, Seed: 1, Size: 8x8"})
    void the_infotext_in_the_user_comment_is_found_in_either_byte_order(String text) throws Exception {
        for (ByteOrder file : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            for (byte[] unicode : new byte[][] {text.getBytes(StandardCharsets.UTF_16BE), text.getBytes(StandardCharsets.UTF_16LE),
                    ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)}) {
                byte[] comment = RawPng.joined("UNICODE\0".getBytes(StandardCharsets.ISO_8859_1), unicode);
                assertThat(PictureFile.read(write(blank(), exif(file, 1, comment))).texts().get("parameters")).contains(text);
            }
        }
    }

    @Test void a_plain_user_comment_is_read_as_well() throws Exception {
        byte[] comment = "ASCII\0\0\0a cat\0\0".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PictureFile.read(write(blank(), exif(ByteOrder.LITTLE_ENDIAN, 1, comment))).texts().get("parameters")).contains("a cat");
    }

    @Test void exif_data_cut_anywhere_counts_as_absent() throws Exception {
        byte[] exif = exif(ByteOrder.BIG_ENDIAN, 6, "ASCII\0\0\0a cat".getBytes(StandardCharsets.ISO_8859_1));
        for (int length = 0; length < exif.length; length++) {
            assertThat(PictureFile.read(write(blank(), Arrays.copyOf(exif, length))).picture().width()).isIn(WIDTH, HEIGHT);
        }
    }

    @Test void grey_is_not_brightened() throws Exception {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, 100);
        }
        Picture read = PictureFile.read(write(grey, new byte[0])).picture();
        assertThat(read.channels()).isEqualTo(3);
        assertThat(read.at(8, 8, 0)).isBetween(98, 102);
        assertThat(read.at(8, 8, 2)).isBetween(98, 102);
    }

    @Test void a_jpeg_for_printers_has_its_colours() throws Exception {
        byte[] inks = new byte[16 * 16 * 4];
        for (int i = 0; i < inks.length; i += 4) {
            inks[i] = -1;           // stored inverted: no cyan, all magenta, half of the yellow, a fifth of the black
            inks[i + 2] = (byte) 128;
            inks[i + 3] = (byte) 204;
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(Raster.createInterleavedRaster(new DataBufferByte(inks, inks.length), 16, 16, 64, 4, new int[] {0, 1, 2, 3}, null), null, null));
        } finally {
            writer.dispose();
        }
        byte[] adobe = "\u00FF\u00D8\u00FF\u00EE\0\16Adobe\0\144\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);   // transform 0: CMYK
        Picture read = PictureFile.read(Files.write(folder.resolve("p.jpg"),
                RawPng.joined(adobe, Arrays.copyOfRange(out.toByteArray(), 2, out.size())))).picture();
        assertThat(read).hasToString("Picture 16x16x3");
        assertThat(read.at(8, 8, 0)).isBetween(202, 206);
        assertThat(read.at(8, 8, 1)).isBetween(0, 2);
        assertThat(read.at(8, 8, 2)).isBetween(100, 104);
    }

    private static int edge(Picture picture, String side, int channel) {
        // A corner would show both colours: look at the whole edge and take the darkest.
        int least = 255;
        boolean upright = side.equals("left") || side.equals("right");
        int length = upright ? picture.height() : picture.width();
        for (int i = 0; i < length; i++) {
            int sample = switch (side) {
                case "top" -> picture.at(i, 0, channel);
                case "bottom" -> picture.at(i, picture.height() - 1, channel);
                case "left" -> picture.at(0, i, channel);
                default -> picture.at(picture.width() - 1, i, channel);
            };
            least = Math.min(least, sample);
        }
        return least;
    }

    private static String opposite(String side) {
        return switch (side) {
            case "top" -> "bottom";
            case "bottom" -> "top";
            case "left" -> "right";
            default -> "left";
        };
    }

    private static BufferedImage blank() {
        return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    }

    /** A TIFF structure with the orientation, and a user comment in a directory of its own. */
    private static byte[] exif(ByteOrder order, int orientation, byte[] comment) {
        ByteBuffer tiff = ByteBuffer.allocate(56 + comment.length).order(order);
        tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(38);
        tiff.putInt(0);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x9286).putShort((short) 7).putInt(comment.length).putInt(56);
        tiff.putInt(0).put(comment);
        return tiff.array();
    }

    private Path write(BufferedImage image, byte[] exif) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "jpeg", jpeg)).isTrue();
        byte[] plain = jpeg.toByteArray();
        byte[] data = RawPng.joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif);
        byte[] head = ByteBuffer.allocate(6).put(plain, 0, 2).put((byte) 0xFF).put((byte) 0xE1).putShort((short) (data.length + 2)).array();
        return Files.write(folder.resolve("p.jpg"), RawPng.joined(head, data, Arrays.copyOfRange(plain, 2, plain.length)));
    }
}
