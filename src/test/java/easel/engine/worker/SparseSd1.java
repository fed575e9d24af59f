package easel.engine.worker;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Stable Diffusion 1 in its full size, and a ControlNet for it, as files of holes: names and shapes are right, and nearly
 * all weights are zero. What is not zero makes one way through each network, so that what goes in shows in what comes out.
 */
public final class SparseSd1 {

    private static final int WIDTH = 320;
    private static final int[] TIMES = {1, 2, 4, 4};
    /** The channel of the UNet's first layer on which a ControlNet, or a mask, comes in. */
    private static final int OTHER = 4;

    private final SparseModel file = new SparseModel();

    private SparseSd1() {}

    /** @param channels that go in: 4, or 9 for a model that inpaints */
    public static Path checkpoint(Path file, int channels) throws IOException {
        SparseSd1 model = new SparseSd1();
        String unet = "model.diffusion_model.";
        int[] skips = model.half(unet, channels);
        int now = WIDTH * TIMES[3];
        int at = 0;
        int skip = skips.length;
        for (int level = 3; level >= 0; level--) {
            for (int block = 0; block < 3; block++) {
                String name = unet + "output_blocks." + at++ + ".";
                model.residual(name + "0.", now + skips[--skip], WIDTH * TIMES[level]);
                now = WIDTH * TIMES[level];
                if (level < 3) {
                    model.attention(name + "1.", now);
                }
                if (level > 0 && block == 2) {
                    model.convolution(name + (level < 3 ? "2" : "1") + ".conv", now, now, 3);
                }
            }
        }
        model.norm(unet + "out.0", WIDTH);
        model.convolution(unet + "out.2", WIDTH, 4, 3);
        model.words();
        // What comes in goes past everything to the last block, whose own half of it is the second.
        for (int c = 0; c < 4; c++) {
            model.tap(unet + "input_blocks.0.0.weight", c, c, channels, 1);
            model.tap(unet + "out.2.weight", c, c, WIDTH, 0.5f);
            model.tap(unet + "out.2.weight", c, OTHER, WIDTH, 1);
        }
        if (channels == 9) {
            model.tap(unet + "input_blocks.0.0.weight", OTHER, 4, channels, 2);
        }
        for (int c = 0; c < WIDTH; c++) {
            model.put(unet + "output_blocks.11.0.skip_connection.weight", (long) c * 2 * WIDTH + WIDTH + c, 1);
            model.put(unet + "out.0.weight", c, 1);
        }
        return model.file.safetensors(file);
    }

    /** A ControlNet that adds how red its picture is. */
    static Path controlNet(Path file) throws IOException {
        SparseSd1 net = new SparseSd1();
        String control = "control_model.";
        int[] outs = net.half(control, 4);
        for (int i = 0; i < outs.length; i++) {
            net.convolution(control + "zero_convs." + i + ".0", outs[i], outs[i], 1);
        }
        net.convolution(control + "middle_block_out.0", WIDTH * 4, WIDTH * 4, 1);
        int[] widths = {3, 16, 16, 32, 32, 96, 96, 256, WIDTH};
        for (int i = 0; i < 8; i++) {
            String name = control + "input_hint_block." + 2 * i;
            net.convolution(name, widths[i], widths[i + 1], 3);
            net.tap(name + ".weight", i == 7 ? OTHER : 0, 0, widths[i], 1.5f);
        }
        net.put(control + "zero_convs.0.0.weight", (long) OTHER * WIDTH + OTHER, 1);
        return net.file.safetensors(file);
    }

    /** The way down and the middle; gives how wide each of its outputs is. */
    private int[] half(String prefix, int channels) {
        linear(prefix + "time_embed.0", WIDTH, 4 * WIDTH);
        linear(prefix + "time_embed.2", 4 * WIDTH, 4 * WIDTH);
        convolution(prefix + "input_blocks.0.0", channels, WIDTH, 3);
        int[] outs = new int[12];
        outs[0] = WIDTH;
        int at = 1;
        int now = WIDTH;
        for (int level = 0; level < 4; level++) {
            for (int block = 0; block < 2; block++) {
                residual(prefix + "input_blocks." + at + ".0.", now, WIDTH * TIMES[level]);
                now = WIDTH * TIMES[level];
                if (level < 3) {
                    attention(prefix + "input_blocks." + at + ".1.", now);
                }
                outs[at++] = now;
            }
            if (level < 3) {
                convolution(prefix + "input_blocks." + at + ".0.op", now, now, 3);
                outs[at++] = now;
            }
        }
        residual(prefix + "middle_block.0.", now, now);
        attention(prefix + "middle_block.1.", now);
        residual(prefix + "middle_block.2.", now, now);
        return outs;
    }

    private void residual(String name, int in, int out) {
        norm(name + "in_layers.0", in);
        convolution(name + "in_layers.2", in, out, 3);
        linear(name + "emb_layers.1", 4 * WIDTH, out);
        norm(name + "out_layers.0", out);
        convolution(name + "out_layers.3", out, out, 3);
        if (in != out) {
            convolution(name + "skip_connection", in, out, 1);
        }
    }

    private void attention(String name, int width) {
        norm(name + "norm", width);
        convolution(name + "proj_in", width, width, 1);
        String block = name + "transformer_blocks.0.";
        for (String each : new String[] {"attn1", "attn2"}) {
            int reads = each.equals("attn1") ? width : 768;
            tensor(block + each + ".to_q.weight", width, width);
            tensor(block + each + ".to_k.weight", width, reads);
            tensor(block + each + ".to_v.weight", width, reads);
            linear(block + each + ".to_out.0", width, width);
        }
        linear(block + "ff.net.0.proj", width, 8 * width);
        linear(block + "ff.net.2", 4 * width, width);
        for (int i = 1; i <= 3; i++) {
            norm(block + "norm" + i, width);
        }
        convolution(name + "proj_out", width, width, 1);
    }

    private void words() {
        String clip = "cond_stage_model.transformer.text_model.";
        tensor(clip + "embeddings.token_embedding.weight", 49408, 768);
        tensor(clip + "embeddings.position_embedding.weight", 77, 768);
        for (int i = 0; i < 12; i++) {
            String layer = clip + "encoder.layers." + i + ".";
            norm(layer + "layer_norm1", 768);
            norm(layer + "layer_norm2", 768);
            for (String each : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
                linear(layer + "self_attn." + each, 768, 768);
            }
            linear(layer + "mlp.fc1", 768, 3072);
            linear(layer + "mlp.fc2", 3072, 768);
        }
        norm(clip + "final_layer_norm", 768);
    }

    private void norm(String name, int width) {
        tensor(name + ".weight", width);
        tensor(name + ".bias", width);
    }

    private void linear(String name, int in, int out) {
        tensor(name + ".weight", out, in);
        tensor(name + ".bias", out);
    }

    private void convolution(String name, int in, int out, int side) {
        tensor(name + ".weight", out, in, side, side);
        tensor(name + ".bias", out);
    }

    /** The middle of a 3x3 kernel. */
    private void tap(String name, int out, int in, int ins, float value) {
        put(name, ((long) out * ins + in) * 9 + 4, value);
    }

    private void put(String name, long place, float value) {
        file.put(name, place, value);
    }

    private void tensor(String name, int... shape) {
        file.tensor(name, SparseModel.Type.F16, shape);
    }
}
