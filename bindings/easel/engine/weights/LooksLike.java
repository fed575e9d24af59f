package easel.engine.weights;

import easel.engine.Failure;
import easel.platform.Language;
import easel.platform.Words;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/** What a file that is no model seems to be, told from its first bytes; the code in {@link Failure.NotAModel}. */
public enum LooksLike {
    PNG, JPEG, GIF, WEBP, PDF, ZIP, GZIP, SEVEN_ZIP, RAR, ZSTD, TAR, HTML, JSON,
    /** What git leaves where a large file was not fetched. */
    GIT_LFS_POINTER,
    TEXT,
    /** A Python pickle that holds no model the engine would take. */
    PICKLE,
    NUMPY, HDF5, ONNX, PROGRAM,
    /** Nothing but zeros: a download that reserved its space and never came. */
    ZEROS,
    UNKNOWN;

    /** Words for people. */
    public String say(Language language) {
        return Words.of(Failure.class, language).say("name." + name());
    }

    /** @param head the file's first bytes, 512 if there are so many */
    static LooksLike of(byte[] head) {
        if (starts(head, 0, 0x89, 'P', 'N', 'G')) {
            return PNG;
        } else if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        } else if (starts(head, 0, 'G', 'I', 'F', '8')) {
            return GIF;
        } else if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
            return WEBP;
        } else if (starts(head, 0, '%', 'P', 'D', 'F')) {
            return PDF;
        } else if (starts(head, 0, 'P', 'K', 3, 4) || starts(head, 0, 'P', 'K', 5, 6)) {
            return ZIP;
        } else if (starts(head, 0, 0x1F, 0x8B)) {
            return GZIP;
        } else if (starts(head, 0, '7', 'z', 0xBC, 0xAF)) {
            return SEVEN_ZIP;
        } else if (starts(head, 0, 'R', 'a', 'r', '!')) {
            return RAR;
        } else if (starts(head, 0, 0x28, 0xB5, 0x2F, 0xFD)) {
            return ZSTD;
        } else if (starts(head, 257, 'u', 's', 't', 'a', 'r')) {
            return TAR;
        } else if (starts(head, 0, 0x93, 'N', 'U', 'M', 'P', 'Y')) {
            return NUMPY;
        } else if (starts(head, 0, 0x89, 'H', 'D', 'F')) {
            return HDF5;
        } else if (starts(head, 0, 0x7F, 'E', 'L', 'F') || starts(head, 0, 'M', 'Z') || starts(head, 0, 0xCF, 0xFA, 0xED, 0xFE)) {
            return PROGRAM;
        } else if (starts(head, 0, 0x80) && head.length > 1 && head[1] >= 1 && head[1] <= 5) {
            return PICKLE;
        } else if (starts(head, 0, 0x08) && head.length > 2 && head[1] > 0 && head[1] < 20 && head[2] == 0x12) {
            return ONNX;   // ModelProto: ir_version, then producer_name
        }
        for (byte b : head) {
            if (b != 0) {
                return text(head);
            }
        }
        return ZEROS;
    }

    private static LooksLike text(byte[] head) {
        String text;
        try {   // a character may be cut at the end
            int whole = head.length;
            while (whole > 0 && head.length - whole < 4 && (head[whole - 1] & 0x80) != 0) {
                whole--;
            }
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, whole)).toString();
        } catch (CharacterCodingException e) {
            return UNKNOWN;
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')) {
            return UNKNOWN;
        }
        String start = text.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("version https://git-lfs")) {
            return GIT_LFS_POINTER;
        } else if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")) {
            return HTML;
        } else if (start.startsWith("{") || start.startsWith("[")) {
            return JSON;
        }
        return TEXT;
    }

    private static boolean starts(byte[] head, int from, int... bytes) {
        byte[] wanted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            wanted[i] = (byte) bytes[i];
        }
        return head.length >= from + bytes.length && Arrays.equals(head, from, from + bytes.length, wanted, 0, bytes.length);
    }
}
