package easel.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A LoRA of rank 4 for one attention layer of the starter's UNet, in kohya's names, as a safetensors file. */
public final class TinyLora {

    private static final String LAYER = "lora_unet_input_blocks_4_1_transformer_blocks_0_attn1_to_q";
    private static final int RANK = 4;
    private static final int CHANNELS = 128;

    private TinyLora() {}

    /** 8 bytes length, the header's JSON, then the tensors: <a href="https://github.com/huggingface/safetensors">safetensors</a>. */
    public static Path write(Path file) throws IOException {
        return write(file, 0.01);
    }

    /** ... its weights this far from nothing, as a standard deviation. */
    public static Path write(Path file, double deviation) throws IOException {
        JsonObject header = new JsonObject();
        int end = add(header, LAYER + ".lora_down.weight", 0, RANK, CHANNELS);
        end = add(header, LAYER + ".lora_up.weight", end, CHANNELS, RANK);
        end = add(header, LAYER + ".alpha", end);
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + end).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        Random random = new Random(1);
        for (int i = 0; i < 2 * RANK * CHANNELS; i++) {
            bytes.putFloat((float) (deviation * random.nextGaussian()));
        }
        bytes.putFloat(RANK);
        Files.write(file, bytes.array());
        return file;
    }

    private static int add(JsonObject header, String name, int begin, int... axes) {
        JsonObject tensor = new JsonObject();
        JsonArray shape = new JsonArray();
        int bytes = Float.BYTES;
        for (int axis : axes) {
            shape.add(axis);
            bytes *= axis;
        }
        JsonArray offsets = new JsonArray();
        offsets.add(begin);
        offsets.add(begin + bytes);
        tensor.addProperty("dtype", "F32");
        tensor.add("shape", shape);
        tensor.add("data_offsets", offsets);
        header.add(name, tensor);
        return begin + bytes;
    }
}
