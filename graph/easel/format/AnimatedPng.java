package easel.format;

import easel.engine.Picture;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * An animated PNG: the first frame is a PNG as any other, the rest follow it in chunks that other readers skip (PNG's third
 * edition, W3C, 2025).
 */
final class AnimatedPng {

    private static final int SIGNATURE = 8;
    /** Length, name and checksum of a chunk. */
    private static final int AROUND = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int sequence;

    private AnimatedPng() {}

    static byte[] bytes(List<Picture> frames, int fps, PictureTexts texts) {
        AnimatedPng animated = new AnimatedPng();
        for (int i = 0; i < frames.size(); i++) {
            animated.frame(new PictureFile(frames.get(i), i == 0 ? texts : PictureTexts.none()).png(), i == 0, frames, fps);
        }
        animated.chunk("IEND", new byte[0]);
        return animated.out.toByteArray();
    }

    private void frame(byte[] png, boolean first, List<Picture> frames, int fps) {
        ByteBuffer all = ByteBuffer.wrap(png).position(SIGNATURE);
        boolean begun = false;
        if (first) {
            out.write(png, 0, SIGNATURE);
        }
        while (all.remaining() >= AROUND) {
            int length = all.getInt();
            byte[] name = new byte[4];
            all.get(name);
            byte[] data = new byte[length];
            all.get(data).getInt();
            String chunk = new String(name, StandardCharsets.US_ASCII);
            if (chunk.equals("IDAT") && !begun) {
                begun = true;
                chunk("fcTL", control(frames.getFirst(), fps));
            }
            switch (chunk) {
                case "IEND" -> { }
                case "IHDR" -> {
                    if (first) {
                        chunk(chunk, data);
                        chunk("acTL", ByteBuffer.allocate(8).putInt(frames.size()).putInt(0).array());
                    }
                }
                case "IDAT" -> chunk(first ? "IDAT" : "fdAT", first ? data : ByteBuffer.allocate(4 + length).putInt(sequence++).put(data).array());
                default -> {
                    if (first) {
                        chunk(chunk, data);
                    }
                }
            }
        }
    }

    /** All of the frame, shown for its share of a second, in the place of what was before. */
    private byte[] control(Picture frame, int fps) {
        return ByteBuffer.allocate(26).putInt(sequence++).putInt(frame.width()).putInt(frame.height()).putInt(0).putInt(0)
                .putShort((short) 1).putShort((short) fps).put((byte) 0).put((byte) 0).array();
    }

    private void chunk(String name, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(data).array();
        CRC32 sum = new CRC32();
        sum.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
