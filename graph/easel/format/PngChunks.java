package easel.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Where the chunks of a PNG file lie (PNG specification, 3rd edition, chapter 5). ImageIO's reader looks at no
 * checksum, fails on ancillary chunks it does not like and unpacks texts by its own limits; so the chunks are found
 * and checked here, and ImageIO is given only those that make pixels.
 */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int MAX_CHUNKS = 1_000_000;

    /** A chunk: its data is {@code length} bytes at {@code start}, followed by the checksum. */
    record Chunk(String type, long start, int length) {

        /** Whether a reader that does not know it can still show the picture. */
        boolean ancillary() {
            return (type.charAt(0) & 0x20) != 0;
        }
    }

    private final Source source;
    private final List<Chunk> chunks;

    private PngChunks(Source source, List<Chunk> chunks) {
        this.source = source;
        this.chunks = chunks;
    }

    /** Finds the chunks of a file that begins with PNG's signature; the data itself is not looked at yet. */
    static PngChunks of(Source source) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        long at = SIGNATURE;
        String type;
        do {
            ByteBuffer head = ByteBuffer.wrap(source.read(at, 8));
            int length = head.getInt();
            type = new String(head.array(), 4, 4, StandardCharsets.ISO_8859_1);
            boolean end = type.equals("IEND");
            if (length < 0 || !type.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
                throw new DamagedException("no chunk at byte " + at);
            }
            // Some writers leave out the checksum of the very last chunk, where nothing is left to be checked.
            if (!end && at + 12L + length > source.length()) {
                throw new DamagedException("it ends early");
            }
            if (chunks.size() == MAX_CHUNKS) {
                throw new DamagedException("more than " + MAX_CHUNKS + " chunks");
            }
            chunks.add(new Chunk(type, at + 8, length));
            at += 12L + length;
        } while (!type.equals("IEND"));
        if (!chunks.getFirst().type().equals("IHDR") || chunks.getFirst().length() != 13) {
            throw new DamagedException("no header");
        }
        return new PngChunks(source, chunks);
    }

    /** The header's data, checked. */
    byte[] header() throws IOException {
        return checked(chunks.getFirst());
    }

    /** All chunks in the file's order. */
    List<Chunk> all() {
        return chunks;
    }

    /** A chunk's data, its checksum compared. */
    byte[] checked(Chunk chunk) throws IOException {
        byte[] data = source.read(chunk.start(), chunk.length());
        CRC32 crc = new CRC32();
        crc.update(chunk.type().getBytes(StandardCharsets.ISO_8859_1));
        crc.update(data);
        if ((int) crc.getValue() != ByteBuffer.wrap(source.read(chunk.start() + chunk.length(), 4)).getInt()) {
            throw new DamagedException("wrong checksum of " + chunk.type() + " at byte " + chunk.start());
        }
        return data;
    }

    /** How many bytes of packed pixels there are. */
    long packedPixels() {
        return chunks.stream().filter(c -> c.type().equals("IDAT")).mapToLong(Chunk::length).sum();
    }

    /** The same picture with nothing but what makes its pixels, every checksum compared. */
    byte[] essence() throws IOException {
        List<Chunk> kept = chunks.stream().filter(c -> !c.ancillary() || c.type().equals("tRNS")).toList();
        long size = SIGNATURE + kept.stream().mapToLong(c -> 12L + c.length()).sum();
        byte[] out = new byte[Math.toIntExact(size)];
        source.read(0, out, 0, SIGNATURE);
        ByteBuffer rest = ByteBuffer.wrap(out, SIGNATURE, out.length - SIGNATURE);
        for (Chunk chunk : kept) {
            rest.putInt(chunk.length()).put(chunk.type().getBytes(StandardCharsets.ISO_8859_1));
            if (chunk.type().equals("IEND")) {
                break;
            }
            rest.put(checked(chunk)).put(source.read(chunk.start() + chunk.length(), 4));
        }
        return out;
    }
}
