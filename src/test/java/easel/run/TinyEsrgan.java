package easel.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An ESRGAN of one block in Real-ESRGAN's names, as a safetensors file, whose weights pass red, green and blue on as
 * they are: what it makes is each pixel as a square.
 */
final class TinyEsrgan {

    private static final int WIDTH = 64;
    private static final int GROWTH = 32;

    private final StringBuilder header = new StringBuilder("{");
    private final List<Long> ones = new ArrayList<>();
    private long end;

    private TinyEsrgan() {}

    /** @param factor 1, 2 or 4 */
    static Path write(Path file, int factor) throws IOException {
        TinyEsrgan model = new TinyEsrgan();
        model.convolution("conv_first", 3, WIDTH, true);
        for (int block = 1; block <= 3; block++) {
            for (int k = 1; k <= 5; k++) {
                model.convolution("body.0.rdb" + block + ".conv" + k, WIDTH + (k - 1) * GROWTH, k == 5 ? WIDTH : GROWTH, false);
            }
        }
        model.convolution("conv_body", WIDTH, WIDTH, false);
        for (int k = 1; 1 << k <= factor; k++) {
            model.convolution("conv_up" + k, WIDTH, WIDTH, true);
        }
        model.convolution("conv_hr", WIDTH, WIDTH, true);
        model.convolution("conv_last", WIDTH, 3, true);
        byte[] json = model.header.append('}').toString().getBytes(StandardCharsets.UTF_8);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).array());
            out.write(json);
            long begin = out.getFilePointer();
            out.setLength(begin + model.end);
            for (long at : model.ones) {
                out.seek(begin + at);
                out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(1).array());
            }
        }
        return file;
    }

    /** Three by three; one that passes on has a one in the middle from each of the first three channels to itself. */
    private void convolution(String name, int in, int out, boolean passesOn) {
        for (int channel = 0; passesOn && channel < 3; channel++) {
            ones.add(end + 4L * ((channel * in + channel) * 9 + 4));
        }
        tensor(name + ".weight", "[%d,%d,3,3]".formatted(out, in), 4L * out * in * 9);
        tensor(name + ".bias", "[%d]".formatted(out), 4L * out);
    }

    private void tensor(String name, String shape, long bytes) {
        header.append(end == 0 ? "" : ",").append("\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}".formatted(name, shape, end, end + bytes));
        end += bytes;
    }
}
