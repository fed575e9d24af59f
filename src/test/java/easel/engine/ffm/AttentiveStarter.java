package easel.engine.ffm;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The starter with attention at its finest level that does nothing, all zeros: it paints the same, and the engine takes it for
 * another family, one for which a VAE counts.
 */
final class AttentiveStarter {

    private static final int WIDTH = 64;
    private static final int TEXT = 768;

    private final JsonObject header;
    private long end;

    private AttentiveStarter(JsonObject header) {
        this.header = header;
        for (var entry : header.entrySet()) {
            JsonElement offsets = entry.getValue().getAsJsonObject().get("data_offsets");
            end = offsets == null ? end : Math.max(end, offsets.getAsJsonArray().get(1).getAsLong());
        }
    }

    /** Writes it; the zeros are a hole where the disk knows holes. */
    static Path write(Path starter, Path file) throws IOException {
        try (FileChannel from = FileChannel.open(starter); FileChannel to = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            from.read(length);
            ByteBuffer text = ByteBuffer.allocate((int) length.getLong(0));
            while (text.hasRemaining() && from.read(text) >= 0) { }
            AttentiveStarter made = new AttentiveStarter(JsonParser.parseString(StandardCharsets.UTF_8.decode(text.flip()).toString()).getAsJsonObject());
            for (String block : new String[] {"input_blocks.1.1", "output_blocks.6.1", "output_blocks.7.1"}) {
                made.attention("model.diffusion_model." + block + ".");
            }
            byte[] written = made.header.toString().getBytes(StandardCharsets.UTF_8);
            to.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, written.length));
            to.write(ByteBuffer.wrap(written));
            long begin = to.position();
            long size = from.size() - from.position();
            for (long done = 0; done < size; ) {
                done += from.transferTo(from.position() + done, size - done, to);
            }
            to.write(ByteBuffer.allocate(1), begin + made.end - 1);
        }
        return file;
    }

    private void attention(String at) {
        layer(at + "norm", WIDTH);
        layer(at + "proj_in", WIDTH, WIDTH, 1, 1);
        String block = at + "transformer_blocks.0.";
        for (int which = 1; which <= 2; which++) {
            String attention = block + "attn" + which + ".";
            zeros(attention + "to_q.weight", WIDTH, WIDTH);
            zeros(attention + "to_k.weight", WIDTH, which == 1 ? WIDTH : TEXT);
            zeros(attention + "to_v.weight", WIDTH, which == 1 ? WIDTH : TEXT);
            layer(attention + "to_out.0", WIDTH, WIDTH);
        }
        layer(block + "ff.net.0.proj", 8 * WIDTH, WIDTH);
        layer(block + "ff.net.2", WIDTH, 4 * WIDTH);
        for (int which = 1; which <= 3; which++) {
            layer(block + "norm" + which, WIDTH);
        }
        layer(at + "proj_out", WIDTH, WIDTH, 1, 1);
    }

    private void layer(String name, int... shape) {
        zeros(name + ".weight", shape);
        zeros(name + ".bias", shape[0]);
    }

    private void zeros(String name, int... shape) {
        JsonObject entry = new JsonObject();
        entry.addProperty("dtype", "F16");
        JsonArray sides = new JsonArray();
        long bytes = 2;
        for (int side : shape) {
            sides.add(side);
            bytes *= side;
        }
        entry.add("shape", sides);
        JsonArray offsets = new JsonArray();
        offsets.add(end);
        offsets.add(end += bytes);
        entry.add("data_offsets", offsets);
        header.add(name, entry);
    }
}
