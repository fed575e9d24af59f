package easel.engine.weights;

import easel.engine.EngineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The directory of a ZIP archive (PKWARE APPNOTE 6.3: end record, ZIP64 end record and locator, central directory).
 * Not java.util.zip: that does not tell where an entry's bytes lie and reads a directory of any size into memory.
 */
record Zip(List<Entry> entries, Source source) {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ZIP64_EXTRA = 1;
    private static final int DEFLATED = 8;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;
    private static final int MOST_ENTRIES = 2 * Header.MOST_TENSORS;
    /** A pickle of SD1 takes 300 kB. */
    private static final int LARGEST_UNPACKED = 32_000_000;

    /** A file in the archive: {@code packed} bytes from {@code local} on, after a header of its own; {@code size} unpacked. */
    record Entry(String name, int method, long packed, long size, long local) {
        boolean stored() {
            return method == 0;
        }
    }

    static boolean begins(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    static Zip read(Source source) throws EngineException, IOException {
        long end = findEnd(source);
        source.seek(end);
        source.beginHeader();
        source.skip(10);
        long count = source.u16();
        long directoryBytes = source.u32();
        long directory = source.u32();
        if (end >= LOCATOR_BYTES && (count == 0xFFFF || directoryBytes == IN_ZIP64 || directory == IN_ZIP64)) {
            source.seek(end - LOCATOR_BYTES);
            if (source.i32() == LOCATOR_64) {
                source.skip(4);
                source.seek(source.i64());
                if (source.i32() != END_64) {
                    throw source.damaged("its ZIP64 directory is not where it should be");
                }
                source.skip(28);
                count = source.i64();
                directoryBytes = source.i64();
                directory = source.i64();
            }
        }
        if (count < 0 || count > MOST_ENTRIES) {
            throw source.damaged(Long.toUnsignedString(count) + " files in its archive; at most " + MOST_ENTRIES + " are sensible");
        }
        if (directory < 0 || directoryBytes < 0 || directory > end - Math.min(directoryBytes, end)) {
            throw source.damaged("its archive's directory is not where it should be");
        }
        source.seek(directory);
        source.beginHeader();
        List<Entry> entries = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            entries.add(entry(source));
        }
        return new Zip(List.copyOf(entries), source);
    }

    /** Where an entry's bytes begin, read from the entry's own header. */
    long begin(Entry entry) throws EngineException, IOException {
        source.seek(entry.local);
        source.beginHeader();
        if (source.i32() != LOCAL) {
            throw source.damaged("its archive's file " + Header.quoted(entry.name) + " is not where it should be");
        }
        source.skip(22);
        int name = source.u16();
        int extra = source.u16();
        long begin = source.position() + name + extra;
        if (entry.packed > source.size() - begin) {
            throw source.damaged("its archive's file " + Header.quoted(entry.name) + " lies outside");
        }
        return begin;
    }

    /** What an entry holds, to be read at once. */
    Source content(Entry entry) throws EngineException, IOException {
        source.seek(begin(entry));
        source.beginHeader(source.position() + entry.packed);
        if (entry.stored()) {
            return source;
        }
        if (entry.method != DEFLATED) {
            throw source.damaged("its archive is packed in the unusual way " + entry.method);
        }
        byte[] packed = source.bytes(entry.packed, LARGEST_UNPACKED, "its pickle");
        if (entry.size < 0 || entry.size > LARGEST_UNPACKED) {
            throw source.damaged("a pickle of " + Long.toUnsignedString(entry.size) + " bytes");
        }
        byte[] unpacked = new byte[(int) entry.size];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            int done = 0;
            while (done < unpacked.length && !inflater.finished()) {
                int now = inflater.inflate(unpacked, done, unpacked.length - done);
                if (now == 0) {
                    break;
                }
                done += now;
            }
            if (done < unpacked.length) {
                throw source.damaged("its pickle cannot be unpacked");
            }
        } catch (DataFormatException e) {
            throw source.damaged("its pickle cannot be unpacked");
        } finally {
            inflater.end();
        }
        return Source.unpacked(source.file(), unpacked);
    }

    private static long findEnd(Source source) throws EngineException, IOException {
        int tail = (int) Math.min(source.size(), END_BYTES + LONGEST_COMMENT);
        source.seek(source.size() - tail);
        source.beginHeader();
        byte[] bytes = source.bytes(tail, tail, "its end");
        for (int i = tail - END_BYTES; i >= 0; i--) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6
                    && (bytes[i + 20] & 0xFF | (bytes[i + 21] & 0xFF) << 8) <= tail - END_BYTES - i) {
                return source.size() - tail + i;
            }
        }
        throw source.damaged("its archive's directory, which stands at the end, is missing");
    }

    private static Entry entry(Source source) throws EngineException, IOException {
        if (source.i32() != CENTRAL) {
            throw source.damaged("its archive's directory is broken");
        }
        source.skip(4);
        int flags = source.u16();
        int method = source.u16();
        source.skip(8);
        long packed = source.u32();
        long size = source.u32();
        int nameBytes = source.u16();
        int extraBytes = source.u16();
        int commentBytes = source.u16();
        source.skip(8);
        long local = source.u32();
        String name = new String(source.bytes(nameBytes, nameBytes, "a name"), StandardCharsets.UTF_8);
        ByteBuffer extra = ByteBuffer.wrap(source.bytes(extraBytes, extraBytes, "a name's extra")).order(ByteOrder.LITTLE_ENDIAN);
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xFFFF;
            int bytes = extra.getShort() & 0xFFFF;
            if (bytes > extra.remaining()) {
                throw source.damaged("its archive's directory is broken");
            }
            ByteBuffer wide = extra.slice(extra.position(), bytes).order(ByteOrder.LITTLE_ENDIAN);
            extra.position(extra.position() + bytes);
            if (id == ZIP64_EXTRA) {   // only those that did not fit, in this order
                size = size == IN_ZIP64 && wide.remaining() >= 8 ? wide.getLong() : size;
                packed = packed == IN_ZIP64 && wide.remaining() >= 8 ? wide.getLong() : packed;
                local = local == IN_ZIP64 && wide.remaining() >= 8 ? wide.getLong() : local;
            }
        }
        source.skip(commentBytes);
        if ((flags & 1) != 0) {
            throw source.damaged("its archive is locked with a password");
        }
        if (packed < 0 || size < 0 || local < 0 || method == 0 && packed != size) {
            throw source.damaged("its archive's directory gives impossible sizes");
        }
        return new Entry(name, method, packed, size, local);
    }
}
