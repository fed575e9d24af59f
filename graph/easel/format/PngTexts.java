package easel.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The texts in a PNG's tEXt, zTXt and iTXt chunks; one that is damaged or beyond the bounds is left out. */
final class PngTexts {

    /** Most bytes that one text is read of or unpacked to: a file of a few kilobytes can claim gigabytes. */
    private static final int MAX_BYTES = 64 << 20;

    private PngTexts() {}

    static PictureTexts of(PngChunks chunks) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        long room = PictureTexts.MAX_CHARACTERS;
        for (PngChunks.Chunk chunk : chunks.all()) {
            if (!chunk.type().matches("[tzi][TE]Xt") || chunk.length() > MAX_BYTES) {
                continue;
            }
            byte[] data;
            try {
                data = chunks.checked(chunk);
            } catch (DamagedException _) {
                continue;   // the picture itself can still be whole
            }
            int keyword = indexOfZero(data, 0);
            if (keyword < 0) {
                continue;
            }
            String name = new String(data, 0, keyword, StandardCharsets.ISO_8859_1);
            String text = PictureTexts.isKeyword(name) ? text(chunk.type(), data, keyword + 1) : null;
            if (text == null || text.length() > room) {
                continue;
            }
            room -= text.length();
            texts.put(name, text);   // the last of a name counts, as in other tools
        }
        return new PictureTexts(texts);
    }

    private static @org.jspecify.annotations.Nullable String text(String type, byte[] data, int at) {
        return switch (type) {
            case "tEXt" -> latin1OrUtf8(data, at);
            case "zTXt" -> {
                byte[] plain = at < data.length && data[at] == 0 ? inflate(data, at + 1) : null;
                yield plain == null ? null : latin1OrUtf8(plain, 0);
            }
            case "iTXt" -> {
                int language = at + 2;
                int translated = indexOfZero(data, language) + 1;
                int start = translated == 0 ? 0 : indexOfZero(data, translated) + 1;
                if (start == 0 || data[at] < 0 || data[at] > 1) {
                    yield null;
                }
                byte[] plain = data[at] == 0 ? Arrays.copyOfRange(data, start, data.length)
                        : data[at + 1] == 0 ? inflate(data, start) : null;
                yield plain == null ? null : new String(plain, StandardCharsets.UTF_8);
            }
            default -> null;
        };
    }

    /** tEXt is Latin-1 by its specification; several tools, stable-diffusion.cpp's own among them, put UTF-8 there. */
    private static String latin1OrUtf8(byte[] data, int from) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data, from, data.length - from)).toString();
        } catch (CharacterCodingException e) {
            return new String(data, from, data.length - from, StandardCharsets.ISO_8859_1);
        }
    }

    private static byte @org.jspecify.annotations.Nullable [] inflate(byte[] data, int from) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(data, from, data.length - from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 14];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if ((count == 0 && !inflater.finished()) || out.size() + count > MAX_BYTES) {
                    return null;
                }
                out.write(part, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            return null;
        }
    }

    private static int indexOfZero(byte[] data, int from) {
        for (int i = from; i < data.length; i++) {
            if (data[i] == 0) {
                return i;
            }
        }
        return -1;
    }
}
