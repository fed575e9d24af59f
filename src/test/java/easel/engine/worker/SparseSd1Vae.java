package easel.engine.worker;

import java.io.IOException;
import java.nio.file.Path;

/** Stable Diffusion 1's VAE in its full size as a file of holes: whatever it decodes is one colour, so that it shows who decoded. */
public final class SparseSd1Vae {

    private static final int[] WIDTHS = {128, 256, 512, 512};

    private final SparseModel file = new SparseModel();

    private SparseSd1Vae() {}

    /** @param colour red, green and blue of what it paints, from -1 to 1 */
    public static Path write(Path file, float... colour) throws IOException {
        SparseSd1Vae vae = new SparseSd1Vae();
        vae.encoder();
        vae.decoder();
        for (int c = 0; c < 3; c++) {
            vae.file.put("decoder.conv_out.bias", c, colour[c]);
        }
        return vae.file.safetensors(file);
    }

    private void encoder() {
        convolution("encoder.conv_in", 3, WIDTHS[0], 3);
        int now = WIDTHS[0];
        for (int level = 0; level < 4; level++) {
            for (int block = 0; block < 2; block++) {
                residual("encoder.down." + level + ".block." + block + ".", now, WIDTHS[level]);
                now = WIDTHS[level];
            }
            if (level < 3) {
                convolution("encoder.down." + level + ".downsample.conv", now, now, 3);
            }
        }
        middle("encoder.mid.", now);
        norm("encoder.norm_out", now);
        convolution("encoder.conv_out", now, 8, 3);
        convolution("quant_conv", 8, 8, 1);
    }

    private void decoder() {
        convolution("post_quant_conv", 4, 4, 1);
        int now = WIDTHS[3];
        convolution("decoder.conv_in", 4, now, 3);
        middle("decoder.mid.", now);
        for (int level = 3; level >= 0; level--) {
            for (int block = 0; block < 3; block++) {
                residual("decoder.up." + level + ".block." + block + ".", now, WIDTHS[level]);
                now = WIDTHS[level];
            }
            if (level > 0) {
                convolution("decoder.up." + level + ".upsample.conv", now, now, 3);
            }
        }
        norm("decoder.norm_out", now);
        convolution("decoder.conv_out", now, 3, 3);
    }

    private void middle(String name, int width) {
        residual(name + "block_1.", width, width);
        norm(name + "attn_1.norm", width);
        for (String each : new String[] {"q", "k", "v", "proj_out"}) {
            convolution(name + "attn_1." + each, width, width, 1);
        }
        residual(name + "block_2.", width, width);
    }

    private void residual(String name, int in, int out) {
        norm(name + "norm1", in);
        convolution(name + "conv1", in, out, 3);
        norm(name + "norm2", out);
        convolution(name + "conv2", out, out, 3);
        if (in != out) {
            convolution(name + "nin_shortcut", in, out, 1);
        }
    }

    private void norm(String name, int width) {
        tensor(name + ".weight", width);
        tensor(name + ".bias", width);
    }

    private void convolution(String name, int in, int out, int side) {
        tensor(name + ".weight", out, in, side, side);
        tensor(name + ".bias", out);
    }

    private void tensor(String name, int... shape) {
        file.tensor(name, SparseModel.Type.F16, shape);
    }
}
