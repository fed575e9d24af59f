package easel.engine.weights;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes tiny model files with chosen names and shapes; all weights are zero. Shapes are outermost first. */
final class Weights {

    /** One tensor to be written. */
    record T(String name, String type, List<Long> shape) {
        long elements() {
            return shape.stream().reduce(1L, (a, b) -> a * b);
        }

        long bytes() {
            return elements() * switch (type) {
                case "F64", "I64" -> 8;
                case "F32", "I32" -> 4;
                case "F16", "BF16" -> 2;
                case "I8", "U8", "BOOL", "F8_E4M3" -> 1;
                default -> throw new IllegalArgumentException(type);
            };
        }
    }

    private final List<T> tensors = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    static Weights of(String... names) {
        Weights weights = new Weights();
        for (String name : names) {
            weights.f16(name, 2, 2);
        }
        return weights;
    }

    Weights f16(String name, long... shape) {
        return with(name, "F16", shape);
    }

    Weights with(String name, String type, long... shape) {
        List<Long> axes = new ArrayList<>();
        for (long axis : shape) {
            axes.add(axis);
        }
        tensors.add(new T(name, type, axes));
        return this;
    }

    Weights note(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    List<T> tensors() {
        return tensors;
    }

    // Holes for the weights: a file of any size takes no room on disks that know sparse files.
    Path safetensors(Path file) {
        byte[] header = safetensorsHeader().getBytes(StandardCharsets.UTF_8);
        ByteBuffer begin = ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
        return write(file, begin.array(), begin.capacity() + tensors.stream().mapToLong(T::bytes).sum());
    }

    String safetensorsHeader() {
        JsonObject all = new JsonObject();
        if (!metadata.isEmpty()) {
            JsonObject notes = new JsonObject();
            metadata.forEach(notes::addProperty);
            all.add("__metadata__", notes);
        }
        long at = 0;
        for (T tensor : tensors) {
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", tensor.type);
            JsonArray shape = new JsonArray();
            tensor.shape.forEach(shape::add);
            entry.add("shape", shape);
            JsonArray offsets = new JsonArray();
            offsets.add(at);
            offsets.add(at += tensor.bytes());
            entry.add("data_offsets", offsets);
            all.add(tensor.name, entry);
        }
        return all.toString();
    }

    Path gguf(Path file) {
        Bytes out = new Bytes();
        out.raw("GGUF".getBytes(StandardCharsets.US_ASCII)).i32(3).i64(tensors.size()).i64(metadata.size());
        metadata.forEach((k, v) -> out.text(k).i32(8).text(v));
        long at = 0;
        long end = 0;
        for (T tensor : tensors) {
            out.text(tensor.name).i32(tensor.shape.size());
            tensor.shape.reversed().forEach(out::i64);
            out.i32(switch (tensor.type) {
                case "F32" -> 0;
                case "F16" -> 1;
                case "I32" -> 26;
                default -> throw new IllegalArgumentException(tensor.type);
            }).i64(at);
            end = at + tensor.bytes();
            at += (tensor.bytes() + 31) / 32 * 32;
        }
        out.pad(32);
        return write(file, out.bytes(), out.size() + end);
    }

    Path torchZip(Path file, boolean deflated) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "archive/data.pkl", stateDict(), deflated);
            for (int i = 0; i < tensors.size(); i++) {
                entry(zip, "archive/data/" + i, new byte[(int) tensors.get(i).bytes()], deflated);
            }
            entry(zip, "archive/version", "3\n".getBytes(StandardCharsets.US_ASCII), deflated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(file, bytes.toByteArray(), bytes.size());
    }

    Path torchLegacy(Path file) {
        Bytes out = new Bytes();
        out.raw(0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, '.');
        out.raw(0x80, 2, 'M').u16(1001).raw('.');
        out.raw(0x80, 2, '}', 'q', 0).raw('.');
        out.raw(stateDict());
        out.raw(0x80, 2, ']', '(');
        for (int i = 0; i < tensors.size(); i++) {
            out.unicode(Integer.toString(i));
        }
        out.raw('e', '.');
        long at = out.size();
        for (T tensor : tensors) {
            at += 8 + tensor.bytes();
        }
        return write(file, out.bytes(), at);
    }

    /** What torch.save pickles for an OrderedDict of tensors, each with a storage of its own. */
    byte[] stateDict() {
        Bytes out = new Bytes();
        out.raw(0x80, 2).global("collections", "OrderedDict").raw(')', 'R', 'q', 0, '(');
        for (int i = 0; i < tensors.size(); i++) {
            T tensor = tensors.get(i);
            String storage = switch (tensor.type) {
                case "F32" -> "FloatStorage";
                case "F16" -> "HalfStorage";
                case "I64" -> "LongStorage";
                default -> throw new IllegalArgumentException(tensor.type);
            };
            out.unicode(tensor.name).global("torch._utils", "_rebuild_tensor_v2").raw('(', '(').unicode("storage")
                    .global("torch", storage).unicode(Integer.toString(i)).unicode("cpu").raw('J').i32((int) tensor.elements())
                    .raw('t', 'Q', 'K', 0, '(');
            tensor.shape.forEach(n -> out.raw('J').i32(n.intValue()));
            out.raw('t', '(');
            for (int axis = 0; axis < tensor.shape.size(); axis++) {
                long stride = tensor.shape.subList(axis + 1, tensor.shape.size()).stream().reduce(1L, (a, b) -> a * b);
                out.raw('J').i32((int) stride);
            }
            out.raw('t', 0x89).global("collections", "OrderedDict").raw(')', 'R', 't', 'R');
        }
        return out.raw('u', '.').bytes();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content, boolean deflated) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (!deflated) {
            java.util.zip.CRC32 crc = new java.util.zip.CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    static Path write(Path file, byte[] begin, long length) {
        try (var out = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.WRITE, java.nio.file.StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(ByteBuffer.wrap(begin));
            if (length > begin.length) {
                out.write(ByteBuffer.allocate(1), length - 1);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Little-endian bytes being put together. */
    static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes raw(int... bytes) {
            for (int b : bytes) {
                out.write(b);
            }
            return this;
        }

        Bytes raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Bytes u16(int value) {
            return raw(value & 0xFF, value >> 8);
        }

        Bytes i32(int value) {
            return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        }

        Bytes i64(long value) {
            return raw(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
        }

        /** GGUF's text: length in eight bytes. */
        Bytes text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return i64(utf8.length).raw(utf8);
        }

        /** A pickle's text. */
        Bytes unicode(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return raw('X').i32(utf8.length).raw(utf8);
        }

        Bytes global(String module, String name) {
            return raw('c').raw((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
        }

        Bytes pad(int to) {
            while (out.size() % to != 0) {
                out.write(0);
            }
            return this;
        }

        int size() {
            return out.size();
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
