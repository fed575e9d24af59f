package easel.format;

import easel.engine.Picture;
import easel.pixels.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Packs pictures as JPEG, by ImageIO; an infotext goes where A1111 puts it, the user comment of EXIF 2.32. */
final class JpegWriter {

    /** What a segment has room for, less what stands before the comment. */
    private static final int LONGEST = 65_000;
    private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] UNICODE = "UNICODE\0".getBytes(StandardCharsets.ISO_8859_1);
    /** TIFF's head, a directory of one entry that leads to a directory of one entry, and where what that tells begins. */
    private static final int SECOND = 8 + 2 + 12 + 4;
    private static final int COMMENT = SECOND + 2 + 12 + 4;

    private JpegWriter() {}

    /**
     * The bytes of it; transparent parts are laid on white.
     *
     * @param quality  1 to 100
     * @param infotext what goes with it; one that is empty or too long for a segment stays out
     */
    static byte[] jpeg(Picture picture, int quality, String infotext) {
        byte[] plain = plain(Pixels.image(picture.channels() == 4 ? Pictures.opaque(picture) : picture), quality);
        byte[] text = infotext.getBytes(StandardCharsets.UTF_16BE);
        if (text.length == 0 || text.length > LONGEST) {
            return plain;
        }
        byte[] exif = exif(text);
        // Behind JFIF's own segment, which must be the first.
        int head = 2 + 2 + (ByteBuffer.wrap(plain).getShort(4) & 0xFFFF);
        return ByteBuffer.allocate(plain.length + exif.length).put(plain, 0, head).put(exif).put(plain, head, plain.length - head).array();
    }

    private static byte[] exif(byte[] text) {
        int tiff = COMMENT + UNICODE.length + text.length;
        ByteBuffer out = ByteBuffer.allocate(4 + MARK.length + tiff);
        out.putShort((short) 0xFFE1).putShort((short) (2 + MARK.length + tiff)).put(MARK);
        out.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        out.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(SECOND).putInt(0);
        out.putShort((short) 1).putShort((short) 0x9286).putShort((short) 7).putInt(UNICODE.length + text.length).putInt(COMMENT).putInt(0);
        return out.put(UNICODE).put(text).array();
    }

    private static byte[] plain(BufferedImage image, int quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 << 10);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality / 100f);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);   // into memory
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
