package easel.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files put together and taken apart by hand, so that no code under test has a part in it. */
final class RawPng {

    record Chunk(String type, byte[] data) {
        String latin1() {
            return new String(data, StandardCharsets.ISO_8859_1);
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    RawPng() {
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    }

    /** @param colourType 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha */
    RawPng header(int width, int height, int bits, int colourType) {
        return chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height)
                .put((byte) bits).put((byte) colourType).array());
    }

    /** Rows of raw bytes, each behind the filter type 0. */
    RawPng rows(int[]... rows) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        for (int[] row : rows) {
            raw.write(0);
            for (int b : row) {
                raw.write(b);
            }
        }
        return chunk("IDAT", packed(raw.toByteArray()));
    }

    RawPng chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        return this;
    }

    RawPng latin1(String type, String data) {
        return chunk(type, data.getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] end() {
        return chunk("IEND", new byte[0]).out.toByteArray();
    }

    static byte[] packed(byte[] raw) {
        Deflater deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The chunks of a file, which must be flawless: signature, checksums, nothing before or behind. */
    static List<Chunk> chunks(byte[] png) {
        ByteBuffer in = ByteBuffer.wrap(png);
        if (in.getLong() != 0x89504E470D0A1A0AL) {
            throw new AssertionError("no PNG");
        }
        List<Chunk> chunks = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] data = new byte[in.getInt()];
            byte[] name = new byte[4];
            in.get(name).get(data);
            CRC32 crc = new CRC32();
            crc.update(name);
            crc.update(data);
            if ((int) crc.getValue() != in.getInt()) {
                throw new AssertionError("wrong checksum");
            }
            chunks.add(new Chunk(new String(name, StandardCharsets.ISO_8859_1), data));
        }
        return chunks;
    }

    /** The same file with every checksum made right again, as far as its chunks can be followed. */
    static byte[] withRightChecksums(byte[] png) {
        byte[] out = png.clone();
        ByteBuffer in = ByteBuffer.wrap(out);
        int at = 8;
        while (at + 12 <= out.length) {
            int length = in.getInt(at);
            if (length < 0 || length > out.length - at - 12) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(out, at + 4, 4 + length);
            in.putInt(at + 8 + length, (int) crc.getValue());
            at += 12 + length;
        }
        return out;
    }
}
