package easel.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * EXIF data as a TIFF structure (EXIF 2.32, 4.6): the infotext as user comment, where A1111 puts it, and the workflow under its
 * keyword in the maker's tag, where ComfyUI's WebP files have theirs.
 */
final class ExifWriter {

    private static final byte[] UNICODE = "UNICODE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEAD = 8;
    private static final int ENTRY = 12;

    private ExifWriter() {}

    /**
     * The structure; nothing at all if there is nothing to tell.
     *
     * @param infotext may be empty
     * @param named    a text with its keyword and a colon before it, or empty
     */
    static byte[] tiff(String infotext, String named) {
        if (infotext.isEmpty() && named.isEmpty()) {
            return new byte[0];
        }
        byte[] comment = infotext.getBytes(StandardCharsets.UTF_16BE);
        byte[] text = (named + "\0").getBytes(StandardCharsets.UTF_8);
        int entries = (named.isEmpty() ? 0 : 1) + (infotext.isEmpty() ? 0 : 1);
        int second = HEAD + 2 + entries * ENTRY + 4;
        int data = infotext.isEmpty() ? second : second + 2 + ENTRY + 4;
        int dataOfText = infotext.isEmpty() ? data : data + UNICODE.length + comment.length;
        ByteBuffer head = ByteBuffer.allocate(data);
        head.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(HEAD).putShort((short) entries);
        if (!named.isEmpty()) {
            entry(head, JpegExif.MAKE, JpegExif.ASCII, text.length, dataOfText);
        }
        if (!infotext.isEmpty()) {
            entry(head, JpegExif.EXIF_DIRECTORY, JpegExif.LONG, 1, second);
        }
        head.putInt(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!infotext.isEmpty()) {
            head.putShort((short) 1);
            entry(head, JpegExif.USER_COMMENT, JpegExif.UNDEFINED, UNICODE.length + comment.length, data);
            head.putInt(0);
        }
        out.writeBytes(head.array());
        if (!infotext.isEmpty()) {
            out.writeBytes(UNICODE);
            out.writeBytes(comment);
        }
        if (!named.isEmpty()) {
            out.writeBytes(text);
        }
        return out.toByteArray();
    }

    private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
