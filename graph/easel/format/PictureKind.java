package easel.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of picture files that are read here, told by their first bytes, never by their names. */
public enum PictureKind {
    PNG("png"), JPEG("jpeg"), GIF("gif"), BMP("bmp"), WEBP("webp");

    /** How many first bytes decide. */
    static final int DECIDING = 32;

    private final String imageIoName;

    PictureKind(String imageIoName) {
        this.imageIoName = imageIoName;
    }

    String imageIoName() {
        return imageIoName;
    }

    static Optional<PictureKind> of(byte[] start) {
        if (begins(start, 0, "\u0089PNG\r\n\u001A\n")) {
            return Optional.of(PNG);
        }
        if (begins(start, 0, "\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        }
        if (begins(start, 0, "GIF87a") || begins(start, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (begins(start, 0, "RIFF") && begins(start, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        // "BM" alone also begins texts; a bitmap's reserved words at 6 are zero in practice.
        return begins(start, 0, "BM") && begins(start, 6, "\0\0\0\0") ? Optional.of(BMP) : Optional.empty();
    }

    /** The proper name of a kind that is known to be a picture but not read here. */
    static Optional<String> foreign(byte[] start) {
        if (begins(start, 4, "ftypavif") || begins(start, 4, "ftypavis")) {
            return Optional.of("AVIF");
        }
        if (begins(start, 4, "ftyphei") || begins(start, 4, "ftypmif1") || begins(start, 4, "ftypmsf1")) {
            return Optional.of("HEIC");
        }
        if (begins(start, 0, "II*\0") || begins(start, 0, "MM\0*")) {
            return Optional.of("TIFF");
        }
        if (begins(start, 0, "\u00FF\n") || begins(start, 4, "JXL \r\n\u0087\n")) {
            return Optional.of("JPEG XL");
        }
        return begins(start, 0, "8BPS") ? Optional.of("Photoshop") : Optional.empty();
    }

    private static boolean begins(byte[] start, int at, String latin1) {
        byte[] wanted = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return start.length >= at + wanted.length && Arrays.equals(start, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
