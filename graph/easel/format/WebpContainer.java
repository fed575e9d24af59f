package easel.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts packed stills and what goes with them into WebP's extended form (WebP container specification, RFC 9649 chapter 2). */
final class WebpContainer {

    private static final int HEAD = 12;
    private static final int ALPHA = 0x10;
    private static final int EXIF = 0x08;
    private static final int ANIMATION = 0x02;
    /** A frame is laid over nothing of the one before it. */
    private static final int NO_BLENDING = 0x02;

    private WebpContainer() {}

    /** A chunk with its name. */
    private record Chunk(String name, byte[] content) {}

    /**
     * A still as libwebp packs it, with EXIF data behind it.
     *
     * @param exif may be empty
     */
    static byte[] with(byte[] still, int width, int height, boolean alpha, byte[] exif) {
        if (exif.length == 0) {
            return still;
        }
        List<Chunk> all = new ArrayList<>(List.of(extended(width, height, (alpha ? ALPHA : 0) | EXIF)));
        all.addAll(pixels(still));
        all.add(new Chunk("EXIF", exif));
        return file(all);
    }

    /** Stills of one size as an animation that goes on for ever. */
    static byte[] animated(List<byte[]> stills, int width, int height, boolean alpha, int milliseconds, byte[] exif) {
        List<Chunk> all = new ArrayList<>();
        all.add(extended(width, height, ANIMATION | (alpha ? ALPHA : 0) | (exif.length == 0 ? 0 : EXIF)));
        all.add(new Chunk("ANIM", new byte[6]));   // a background of nothing, and any number of times
        for (byte[] still : stills) {
            ByteArrayOutputStream frame = new ByteArrayOutputStream(still.length + 16);
            frame.writeBytes(new byte[6]);         // at the corner
            three(frame, width - 1);
            three(frame, height - 1);
            three(frame, milliseconds);
            frame.write(NO_BLENDING);
            pixels(still).forEach(chunk -> write(frame, chunk));
            all.add(new Chunk("ANMF", frame.toByteArray()));
        }
        if (exif.length > 0) {
            all.add(new Chunk("EXIF", exif));
        }
        return file(all);
    }

    private static Chunk extended(int width, int height, int flags) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(10);
        out.write(flags);
        three(out, 0);
        three(out, width - 1);
        three(out, height - 1);
        return new Chunk("VP8X", out.toByteArray());
    }

    private static void three(ByteArrayOutputStream out, int number) {
        out.write(number);
        out.write(number >> 8);
        out.write(number >> 16);
    }

    /** The chunks of a still that make pixels. */
    private static List<Chunk> pixels(byte[] still) {
        List<Chunk> pixels = new ArrayList<>();
        ByteBuffer file = ByteBuffer.wrap(still).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = HEAD; at + 8 <= still.length; ) {
            String name = new String(still, at, 4, StandardCharsets.ISO_8859_1);
            int length = file.getInt(at + 4);
            if (name.equals("ALPH") || name.equals("VP8 ") || name.equals("VP8L")) {
                pixels.add(new Chunk(name, Arrays.copyOfRange(still, at + 8, at + 8 + length)));
            }
            at += 8 + length + (length & 1);
        }
        return pixels;
    }

    private static byte[] file(List<Chunk> chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        chunks.forEach(chunk -> write(body, chunk));
        ByteArrayOutputStream all = new ByteArrayOutputStream(body.size() + 8);
        write(all, new Chunk("RIFF", body.toByteArray()));
        return all.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, Chunk chunk) {
        out.writeBytes(chunk.name.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(chunk.content.length).array());
        out.writeBytes(chunk.content);
        if ((chunk.content.length & 1) == 1) {
            out.write(0);
        }
    }
}
