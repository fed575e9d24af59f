package easel.engine.weights;

import easel.engine.EngineException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the header of a GGUF file, version 2 or 3 (ggml's docs/gguf.md): magic, counts, key-value pairs, tensor infos,
 * then aligned data. Refuses what native code is known to die of: types that were removed, axes of length 0 (both
 * divide by zero), an alignment that is no uint32, a {@code %} in a name (log text is used as a format there).
 */
final class Gguf {

    private static final byte[] MAGIC = {'G', 'G', 'U', 'F'};
    private static final int UINT32 = 4;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    /** Bytes of each value type by its number; 0 for text and arrays, which tell theirs. */
    private static final int[] VALUE_BYTES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
    private static final int MOST_PAIRS = 10_000;
    private static final int LONGEST_KEY = 4096;
    private static final int LONGEST_KEPT_VALUE = 100_000;
    private static final int ORDINARY_AXES = 4;
    private static final int MOST_AXES = 8;
    /** As the engine is built: longer names go through its second reader. */
    private static final int ORDINARY_NAME = 128;
    private static final long DEFAULT_ALIGNMENT = 32;
    private static final long LARGEST_ALIGNMENT = 1 << 20;

    private final Source source;
    private final Map<String, String> metadata = new HashMap<>();
    private int metadataSize;
    private long alignment = DEFAULT_ALIGNMENT;
    private boolean arrays;
    private boolean extraordinary;

    private Gguf(Source source) {
        this.source = source;
    }

    /** Whether the file begins with as much of the magic as there is of the file. */
    static boolean begins(byte[] head) {
        for (int i = 0; i < Math.min(MAGIC.length, head.length); i++) {
            if (head[i] != MAGIC[i]) {
                return false;
            }
        }
        return head.length > 0;
    }

    static Header read(Source source) throws EngineException, IOException {
        return new Gguf(source).read();
    }

    private Header read() throws EngineException, IOException {
        source.seek(0);
        source.beginHeader();
        source.skip(MAGIC.length);
        long version = source.u32();
        if (version != 2 && version != 3) {
            throw source.damaged((version & 0xFFFF) == 0 && version != 0
                    ? "it was written for big-endian computers" : "GGUF version " + version + "; 2 and 3 can be read");
        }
        long tensorCount = count(Header.MOST_TENSORS, "tensors");
        long pairCount = count(MOST_PAIRS, "key-value pairs");
        Set<String> keys = new HashSet<>();
        for (long i = 0; i < pairCount; i++) {
            String key = source.text(source.i64(), LONGEST_KEY, "a key");
            check(key, keys, "key");
            value(key);
        }
        record Placed(String name, WeightType type, List<Long> shape, long offset, long bytes) {}
        List<Placed> placed = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long next = 0;
        for (long i = 0; i < tensorCount; i++) {
            String name = source.text(source.i64(), Header.LONGEST_NAME, "a tensor's name");
            check(name, names, "tensor");
            List<Long> shape = shape(name);
            int number = source.i32();
            WeightType type = WeightType.ggml(number);
            if (type == null) {
                throw source.damaged("tensor " + Header.quoted(name) + " has the unknown type " + number);
            }
            long bytes = bytes(name, type, shape);
            long offset = source.i64();
            if (offset < 0 || offset % alignment != 0) {
                throw source.damaged("tensor " + Header.quoted(name) + " lies at " + Long.toUnsignedString(offset)
                        + ", which the alignment " + alignment + " does not allow");
            }
            extraordinary |= shape.size() > ORDINARY_AXES || name.length() >= ORDINARY_NAME || offset != next;
            next = padded(Source.saturated(offset, bytes));
            placed.add(new Placed(name, type, shape, offset, bytes));
        }
        if (extraordinary && arrays) {
            // The engine's second reader, which takes over here, cannot pass arrays and would read at a wrong place.
            throw source.damaged("its tensors lie in an order that the engine cannot read");
        }
        long data = padded(source.position());
        List<TensorInfo> tensors = placed.stream()
                .map(t -> new TensorInfo(t.name, t.type.name(), t.shape, Source.saturated(data, t.offset), t.bytes)).toList();
        Header.placed(tensors, source);
        return new Header(Container.GGUF, tensors, metadata);
    }

    private long count(int most, String what) throws EngineException, IOException {
        long count = source.i64();
        if (count < 0 || count > most) {
            throw source.damaged(Long.toUnsignedString(count) + " " + what + "; at most " + most + " are sensible");
        }
        return count;
    }

    private void check(String name, Set<String> others, String what) throws EngineException {
        if (name.indexOf('%') >= 0 || name.indexOf('\0') >= 0) {
            throw source.damaged(what + " " + Header.quoted(name) + " has a character that is not safe in a name");
        }
        if (!others.add(name)) {
            throw source.damaged(what + " " + Header.quoted(name) + " twice");
        }
    }

    private void value(String key) throws EngineException, IOException {
        int type = source.i32();
        if (key.equals("general.alignment")) {
            if (type != UINT32) {
                throw source.damaged("general.alignment is no uint32");
            }
            alignment = source.u32();
            if (Long.bitCount(alignment) != 1 || alignment > LARGEST_ALIGNMENT) {
                throw source.damaged("an alignment of " + alignment + " bytes");
            }
            return;
        }
        if (type == ARRAY) {
            arrays = true;
            int of = source.i32();
            long length = source.i64();
            if (length < 0) {
                throw source.damaged("key " + Header.quoted(key) + " has " + Long.toUnsignedString(length) + " values");
            }
            if (of == STRING) {
                for (long i = 0; i < length; i++) {   // ends with the file at the latest: eight bytes are read each time
                    source.skip(source.i64());
                }
            } else {
                source.skip(Math.multiplyHigh(length, valueBytes(key, of)) == 0 && length <= Long.MAX_VALUE / 8
                        ? length * valueBytes(key, of) : Long.MAX_VALUE);
            }
            return;
        }
        if (type == STRING) {
            long length = source.i64();
            if (length > LONGEST_KEPT_VALUE) {
                source.skip(length);
            } else {
                keep(key, new String(source.bytes(length, LONGEST_KEPT_VALUE, "a value"), java.nio.charset.StandardCharsets.UTF_8));
            }
            return;
        }
        int bytes = valueBytes(key, type);
        keep(key, switch (type) {
            case 0 -> Integer.toString(source.u8());
            case 1 -> Byte.toString((byte) source.u8());
            case 2 -> Integer.toString(source.u16());
            case 3 -> Short.toString((short) source.u16());
            case 4 -> Long.toString(source.u32());
            case 5 -> Integer.toString(source.i32());
            case 6 -> Float.toString(Float.intBitsToFloat(source.i32()));
            case 7 -> Boolean.toString(source.u8() != 0);
            case 10 -> Long.toUnsignedString(source.i64());
            case 11 -> Long.toString(source.i64());
            case 12 -> Double.toString(Double.longBitsToDouble(source.i64()));
            default -> throw new IllegalStateException("type " + type + " of " + bytes + " bytes");
        });
    }

    private int valueBytes(String key, int type) throws EngineException {
        if (type < 0 || type >= VALUE_BYTES.length || VALUE_BYTES[type] == 0) {
            throw source.damaged("key " + Header.quoted(key) + " has the unknown type " + type);
        }
        return VALUE_BYTES[type];
    }

    private void keep(String key, String value) {
        metadataSize += key.length() + value.length();
        if (metadataSize <= Header.MOST_METADATA) {
            metadata.put(key, value);
        }
    }

    private List<Long> shape(String name) throws EngineException, IOException {
        long axes = source.u32();
        if (axes > MOST_AXES) {
            throw source.damaged("tensor " + Header.quoted(name) + " has " + axes + " axes");
        }
        List<Long> shape = new ArrayList<>((int) axes);
        for (int i = 0; i < axes; i++) {
            long length = source.i64();
            if (length <= 0) {
                throw source.damaged("tensor " + Header.quoted(name) + " has an axis of length " + length);
            }
            shape.add(length);
        }
        return shape;
    }

    private long bytes(String name, WeightType type, List<Long> shape) throws EngineException {
        try {
            if (!shape.isEmpty() && shape.getFirst() % type.block() != 0 || shape.isEmpty() && type.block() != 1) {
                throw source.damaged("tensor " + Header.quoted(name) + ": rows do not fill blocks of " + type.block());
            }
            return type.bytesFor(Header.product(shape));
        } catch (ArithmeticException e) {
            throw source.damaged("tensor " + Header.quoted(name) + " is larger than any file");
        }
    }

    private long padded(long position) {
        return position > Long.MAX_VALUE - alignment ? Long.MAX_VALUE : (position + alignment - 1) / alignment * alignment;
    }
}
