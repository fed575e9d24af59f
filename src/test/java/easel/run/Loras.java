package easel.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small safetensors files: right names, weights of nothing. */
final class Loras {

    private Loras() {}

    /** A LoRA of rank 1 on these weights. */
    static Path write(Path file, String... weights) throws IOException {
        StringBuilder header = new StringBuilder("{");
        int at = 0;
        for (String weight : weights) {
            for (String half : new String[] {"down", "up"}) {
                header.append(at == 0 ? "" : ",").append(tensor(weight + ".lora_" + half + ".weight", at, 1, 1));
                at += 4;
            }
        }
        return write(file, header.append('}').toString(), at);
    }

    /** A file with one tensor, its weights a hole. */
    static Path writeTensors(Path file, String name, int rows, int columns) throws IOException {
        return write(file, "{" + tensor(name, 0, rows, columns) + "}", 4L * rows * columns);
    }

    private static String tensor(String name, int from, int rows, int columns) {
        return "\"%s\":{\"dtype\":\"F32\",\"shape\":[%d,%d],\"data_offsets\":[%d,%d]}".formatted(name, rows, columns, from, from + 4 * rows * columns);
    }

    private static Path write(Path file, String header, long bytes) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer begin = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json);
        Files.write(file, begin.array());
        try (var out = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(begin.capacity() + bytes);
        }
        return file;
    }
}
