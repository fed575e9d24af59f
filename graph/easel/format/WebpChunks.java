package easel.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The chunks that a WebP file is made of (WebP container specification: RIFF, little-endian, padded to even lengths). */
final class WebpChunks {

    private static final int HEAD = 12;
    private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private WebpChunks() {}

    /** Whether the file is shorter than it says. */
    static boolean endsEarly(byte[] file) {
        return file.length < HEAD || (number(file, 4) & 0xFFFF_FFFFL) + 8 > file.length;
    }

    /** The TIFF structure with its EXIF data, if there is one. */
    static Optional<byte[]> exif(byte[] file) {
        for (long at = HEAD; at + 8 <= file.length; ) {
            int place = (int) at;
            long length = number(file, place + 4) & 0xFFFF_FFFFL;
            if (at + 8 + length > file.length) {
                return Optional.empty();
            }
            if (new String(file, place, 4, StandardCharsets.ISO_8859_1).equals("EXIF")) {
                byte[] exif = Arrays.copyOfRange(file, place + 8, (int) (at + 8 + length));
                // Some programs put JPEG's mark before it, which the specification does not ask for.
                boolean marked = exif.length >= MARK.length && Arrays.equals(exif, 0, MARK.length, MARK, 0, MARK.length);
                return Optional.of(marked ? Arrays.copyOfRange(exif, MARK.length, exif.length) : exif);
            }
            at += 8 + length + (length & 1);
        }
        return Optional.empty();
    }

    private static int number(byte[] file, int at) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
