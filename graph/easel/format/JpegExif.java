package easel.format;

import easel.pixels.Turning;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted of a JPEG's EXIF: how it is turned, its user comment, where A1111 puts the infotext, and workflows
 * (EXIF 2.32, 4.6: a TIFF structure in the segment APP1). Whatever is malformed counts as absent.
 */
record JpegExif(Turning orientation, Optional<String> userComment, Map<String, String> named) {

    static final JpegExif NONE = new JpegExif(Turning.UPRIGHT, Optional.empty(), Map.of());
    private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ORIENTATION = 0x0112;
    /** Of the maker and of the model: ComfyUI has its workflows there, each behind its keyword and a colon. */
    static final int MAKE = 0x010F;
    private static final int MODEL = 0x0110;
    private static final Set<String> KEYWORDS = Set.of(PictureTexts.EASEL, PictureTexts.COMFY_WORKFLOW, PictureTexts.COMFY_PROMPT);
    static final int EXIF_DIRECTORY = 0x8769;
    static final int USER_COMMENT = 0x9286;
    static final int ASCII = 2;
    private static final int SHORT = 3;
    static final int LONG = 4;
    static final int UNDEFINED = 7;
    /** Bytes before a user comment that name its character code. */
    private static final int CODE = 8;

    static JpegExif of(byte[] jpeg) {
        try {
            return find(jpeg);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return NONE;
        }
    }

    /** The same of a TIFF structure that stands by itself. */
    static JpegExif ofTiff(byte[] tiff) {
        try {
            return read(ByteBuffer.wrap(tiff));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return NONE;
        }
    }

    private static JpegExif find(byte[] jpeg) {
        int at = 2;
        while ((jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;           // a filling byte
                continue;
            }
            if (marker == 0xDA || marker == 0xD9) {
                return NONE;    // the pixels begin, or all ends
            }
            int length = ByteBuffer.wrap(jpeg, at + 2, 2).getShort() & 0xFFFF;
            int data = at + 4;
            if (marker == 0xE1 && Arrays.equals(jpeg, data, data + MARK.length, MARK, 0, MARK.length)) {
                return read(ByteBuffer.wrap(jpeg, data + MARK.length, length - 2 - MARK.length).slice());
            }
            at += 2 + length;
        }
        return NONE;
    }

    private static JpegExif read(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        int turned = entry(tiff, first, ORIENTATION, SHORT).map(at -> tiff.getShort(at + 8) & 0xFFFF).orElse(1);
        Optional<String> comment = entry(tiff, first, EXIF_DIRECTORY, LONG)
                .flatMap(at -> entry(tiff, tiff.getInt(at + 8), USER_COMMENT, UNDEFINED))
                .flatMap(at -> comment(tiff, tiff.getInt(at + 8), tiff.getInt(at + 4)));
        Map<String, String> named = new LinkedHashMap<>();
        for (int tag : new int[] {MAKE, MODEL}) {
            entry(tiff, first, tag, ASCII).ifPresent(at -> {
                String text = text(tiff, at);
                String keyword = text.substring(0, Math.max(0, text.indexOf(':')));
                if (KEYWORDS.contains(keyword)) {
                    named.putIfAbsent(keyword, text.substring(keyword.length() + 1));
                }
            });
        }
        return new JpegExif(Turning.of(turned), comment, named);
    }

    private static String text(ByteBuffer tiff, int entry) {
        int length = tiff.getInt(entry + 4);
        if (length < 5 || length > tiff.capacity()) {
            return "";   // up to four bytes stand in the entry itself, and are no workflow
        }
        byte[] bytes = new byte[length];
        tiff.get(tiff.getInt(entry + 8), bytes);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
    }

    /** What it says, under its keywords. */
    PictureTexts texts() {
        PictureTexts texts = userComment.map(comment -> PictureTexts.none().with(PictureTexts.PARAMETERS, comment)).orElse(PictureTexts.none());
        for (Map.Entry<String, String> each : named.entrySet()) {
            texts = texts.with(each.getKey(), each.getValue());
        }
        return texts;
    }

    /** Where the twelve bytes of a tag's entry in a directory begin: tag, type, count, value or its place. */
    private static Optional<Integer> entry(ByteBuffer tiff, int directory, int tag, int type) {
        int count = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int at = directory + 2 + 12 * i;
            if ((tiff.getShort(at) & 0xFFFF) == tag && tiff.getShort(at + 2) == type) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> comment(ByteBuffer tiff, int at, int length) {
        if (length < CODE || length > tiff.capacity()) {
            return Optional.empty();
        }
        byte[] code = new byte[CODE];
        byte[] bytes = new byte[length - CODE];
        tiff.get(at, code).get(at + CODE, bytes);
        String text = switch (new String(code, StandardCharsets.ISO_8859_1)) {
            case "UNICODE\0" -> utf16(bytes, tiff.order());
            case "ASCII\0\0\0", "\0\0\0\0\0\0\0\0" -> new String(bytes, StandardCharsets.UTF_8);
            default -> "";
        };
        String plain = text.replace("\0", "").strip();
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }

    /** The standard names no byte order, and writers differ: piexif (A1111) writes big-endian, others follow the file. */
    private static String utf16(byte[] bytes, ByteOrder fileOrder) {
        String big = new String(bytes, StandardCharsets.UTF_16BE);
        String little = new String(bytes, StandardCharsets.UTF_16LE);
        if (big.startsWith("\uFEFF") || little.startsWith("\uFEFF")) {
            return (big.startsWith("\uFEFF") ? big : little).substring(1);
        }
        // Any infotext has Latin letters in it ("Steps:"), whatever the language of its prompt.
        long bigLetters = latinLetters(big);
        long littleLetters = latinLetters(little);
        if (bigLetters == littleLetters) {
            return fileOrder == ByteOrder.LITTLE_ENDIAN ? little : big;
        }
        return bigLetters > littleLetters ? big : little;
    }

    private static long latinLetters(String s) {
        return s.chars().filter(c -> c >= 0x0A && c < 0x7F).count();
    }
}
