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

    private JpegWriter() {}

    /**
     * The bytes of it; transparent parts are laid on white.
     *
     * @param quality  1 to 100
     * @param infotext what goes with it; one that is empty or too long for a segment stays out
     */
    static byte[] jpeg(Picture picture, int quality, String infotext) {
        byte[] plain = plain(Pixels.image(picture.channels() == 4 ? Pictures.opaque(picture) : picture), quality);
        if (infotext.isEmpty() || infotext.length() * 2 > LONGEST) {
            return plain;
        }
        byte[] exif = segment(ExifWriter.tiff(infotext, ""));
        // Behind JFIF's own segment, which must be the first.
        int head = 2 + 2 + (ByteBuffer.wrap(plain).getShort(4) & 0xFFFF);
        return ByteBuffer.allocate(plain.length + exif.length).put(plain, 0, head).put(exif).put(plain, head, plain.length - head).array();
    }

    private static byte[] segment(byte[] tiff) {
        return ByteBuffer.allocate(4 + MARK.length + tiff.length).putShort((short) 0xFFE1).putShort((short) (2 + MARK.length + tiff.length))
                .put(MARK).put(tiff).array();
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
