package easel.engine.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A model as a file of holes: names and shapes are right, and all weights are zero but those that are put. */
final class SparseModel {

    private static final int ALIGNMENT = 32;

    /** How weights lie in a file; in the packed ones all that is not zero in a block must be equally large. */
    enum Type {
        F32(0, 1, 4), F16(1, 1, 2), Q4_0(2, 32, 18), TQ2_0(35, 256, 66);

        private final int number;
        private final int block;
        private final int bytes;

        /** @param number what ggml knows it by */
        Type(int number, int block, int bytes) {
            this.number = number;
            this.block = block;
            this.bytes = bytes;
        }

        /** The layouts are ggml-common.h's. */
        private byte[] packed(float[] of) {
            ByteBuffer out = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
            switch (this) {
                case F32 -> out.putFloat(of[0]);
                case F16 -> out.putShort(Float.floatToFloat16(of[0]));
                case Q4_0 -> {
                    out.putShort(scale(of));
                    for (int i = 0; i < 16; i++) {
                        out.put((byte) (8 + sign(of[i]) | 8 + sign(of[i + 16]) << 4));
                    }
                }
                case TQ2_0 -> {
                    for (int i = 0; i < 64; i++) {
                        int first = i / 32 * 128 + i % 32;
                        int four = 0;
                        for (int k = 0; k < 4; k++) {
                            four |= 1 + sign(of[first + 32 * k]) << 2 * k;
                        }
                        out.put((byte) four);
                    }
                    out.putShort(scale(of));
                }
            }
            return out.array();
        }

        private static short scale(float[] of) {
            float most = 0;
            for (float each : of) {
                most = Math.max(most, Math.abs(each));
            }
            return Float.floatToFloat16(most);
        }

        private static int sign(float of) {
            return (int) Math.signum(of);
        }
    }

    /** @param shape outermost axis first */
    private record Tensor(Type type, int[] shape) {
        long bytes() {
            long numbers = 1;
            for (int side : shape) {
                numbers *= side;
            }
            return numbers / type.block * type.bytes;
        }
    }

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, SortedMap<Long, Float>> values = new TreeMap<>();

    /** @param shape outermost axis first */
    void tensor(String name, Type type, int... shape) {
        tensors.put(name, new Tensor(type, shape));
    }

    /** @param place counted through the whole tensor, innermost axis first */
    void put(String name, long place, float value) {
        values.computeIfAbsent(name, _ -> new TreeMap<>()).put(place, value);
    }

    /** Makes all of a tensor one number. */
    void fill(String name, float value) {
        Tensor tensor = tensors.get(name);
        for (long place = tensor.bytes() / tensor.type.bytes * tensor.type.block - 1; place >= 0; place--) {
            put(name, place, value);
        }
    }

    Path safetensors(Path file) throws IOException {
        StringJoiner header = new StringJoiner(",", "{", "}");
        Map<String, Long> begins = new LinkedHashMap<>();
        long end = 0;
        for (Map.Entry<String, Tensor> each : tensors.entrySet()) {
            StringJoiner shape = new StringJoiner(",", "[", "]");
            for (int side : each.getValue().shape) {
                shape.add(Integer.toString(side));
            }
            long next = end + each.getValue().bytes();
            begins.put(each.getKey(), end);
            header.add("\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}".formatted(each.getKey(), each.getValue().type, shape, end, next));
            end = next;
        }
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).array();
        return write(file, all, begins, end);
    }

    /** @param architecture as llama.cpp and ComfyUI-GGUF call it */
    Path gguf(Path file, String architecture) throws IOException {
        Little header = new Little().raw("GGUF").i32(3).i64(tensors.size()).i64(1).text("general.architecture").i32(8).text(architecture);
        Map<String, Long> begins = new LinkedHashMap<>();
        long end = 0;
        for (Map.Entry<String, Tensor> each : tensors.entrySet()) {
            int[] shape = each.getValue().shape;
            header.text(each.getKey()).i32(shape.length);
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                header.i64(shape[axis]);
            }
            header.i32(each.getValue().type.number).i64(end);
            begins.put(each.getKey(), end);
            end = aligned(end + each.getValue().bytes());
        }
        byte[] told = header.bytes();
        return write(file, java.util.Arrays.copyOf(told, (int) aligned(told.length)), begins, end);
    }

    private static long aligned(long place) {
        return (place + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private Path write(Path file, byte[] header, Map<String, Long> begins, long length) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(header);
            out.setLength(header.length + length);
            for (Map.Entry<String, SortedMap<Long, Float>> each : values.entrySet()) {
                Type type = tensors.get(each.getKey()).type;
                Map<Long, float[]> blocks = new TreeMap<>();
                each.getValue().forEach((place, value) ->
                        blocks.computeIfAbsent(place / type.block, _ -> new float[type.block])[(int) (place % type.block)] = value);
                for (Map.Entry<Long, float[]> block : blocks.entrySet()) {
                    out.seek(header.length + begins.get(each.getKey()) + block.getKey() * type.bytes);
                    out.write(type.packed(block.getValue()));
                }
            }
        }
        return file;
    }

    /** Numbers as GGUF has them. */
    private static final class Little {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Little raw(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Little text(String text) {
            return i64(text.getBytes(StandardCharsets.UTF_8).length).raw(text);
        }

        Little i32(int value) {
            out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
            return this;
        }

        Little i64(long value) {
            out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
