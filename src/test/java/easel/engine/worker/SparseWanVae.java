package easel.engine.worker;

import easel.engine.worker.SparseModel.Type;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The autoencoder of Wan 2.1 in its full size, as a file of holes, and the small one (TAEHV). Grey is as bright as the first
 * latent says; of the four frames that a latent after the first gives, each is brighter than the one before, so that their
 * order shows.
 */
public final class SparseWanVae {

    private static final int WIDTH = 96;
    private static final int LATENT = 16;
    /** In the large one: the brightness, something to measure it by, and the brightness turned round. */
    private static final int BRIGHT = 0;
    private static final int STEADY = 1;
    private static final int DARK = 2;

    private final SparseModel file = new SparseModel();

    private SparseWanVae() {}

    /** The large one, under the names that it was published with. Its encoder is all holes. */
    public static Path large(Path file) throws IOException {
        SparseWanVae vae = new SparseWanVae();
        vae.encoder();
        vae.decoder();
        vae.cell("conv2", 0, 0, LATENT, 1, 0, 1);
        String decoder = "decoder.";
        vae.cell(decoder + "conv1", BRIGHT, 0, LATENT, 27, 22, 0.5f);
        vae.file.put(decoder + "conv1.bias", STEADY, 8);
        vae.twice(decoder + "upsamples.3.", 2);
        vae.twice(decoder + "upsamples.7.", 1);
        for (int each : new int[] {BRIGHT, STEADY}) {
            vae.cell(decoder + "upsamples.4.shortcut", each, each, 2 * WIDTH, 1, 0, 1);
            vae.cell(decoder + "upsamples.11.resample.1", each, each, 2 * WIDTH, 9, 4, 1);
        }
        // The unit before the last layer takes negative numbers nearly away; of a number and its opposite the difference is the number.
        vae.cell(decoder + "upsamples.11.resample.1", DARK, BRIGHT, 2 * WIDTH, 9, 4, -1);
        vae.file.fill(decoder + "head.0.gamma", 1);
        for (int colour = 0; colour < 3; colour++) {
            vae.cell(decoder + "head.2", colour, BRIGHT, WIDTH, 27, 22, 0.12f);
            vae.cell(decoder + "head.2", colour, DARK, WIDTH, 27, 22, -0.12f);
        }
        return vae.file.safetensors(file);
    }

    /** The small one, as it is published for Wan 2.1. */
    public static Path small(Path file) throws IOException {
        SparseWanVae vae = new SparseWanVae();
        vae.smallEncoder();
        vae.smallDecoder();
        return vae.file.safetensors(file);
    }

    private void encoder() {
        String name = "encoder.";
        causal(name + "conv1", 3, WIDTH, 3, 3);
        int[] widths = {WIDTH, WIDTH, 2 * WIDTH, 4 * WIDTH, 4 * WIDTH};
        int at = 0;
        for (int level = 0; level < 4; level++) {
            residual(name + "downsamples." + at++ + ".", widths[level], widths[level + 1]);
            residual(name + "downsamples." + at++ + ".", widths[level + 1], widths[level + 1]);
            if (level < 3) {
                String resample = name + "downsamples." + at++ + ".";
                flat(resample + "resample.1", widths[level + 1], widths[level + 1], 3);
                if (level > 0) {
                    causal(resample + "time_conv", widths[level + 1], widths[level + 1], 3, 1);
                }
            }
        }
        middle(name);
        gamma(name + "head.0", 4 * WIDTH);
        causal(name + "head.2", 4 * WIDTH, 2 * LATENT, 3, 3);
        causal("conv1", 2 * LATENT, 2 * LATENT, 1, 1);
    }

    private void decoder() {
        String name = "decoder.";
        causal("conv2", LATENT, LATENT, 1, 1);
        causal(name + "conv1", LATENT, 4 * WIDTH, 3, 3);
        middle(name);
        int[] ins = {4 * WIDTH, 2 * WIDTH, 2 * WIDTH, WIDTH};
        int[] outs = {4 * WIDTH, 4 * WIDTH, 2 * WIDTH, WIDTH};
        int at = 0;
        for (int level = 0; level < 4; level++) {
            for (int block = 0; block < 3; block++) {
                residual(name + "upsamples." + at++ + ".", block == 0 ? ins[level] : outs[level], outs[level]);
            }
            if (level < 3) {
                String resample = name + "upsamples." + at++ + ".";
                flat(resample + "resample.1", outs[level], outs[level] / 2, 3);
                if (level < 2) {
                    causal(resample + "time_conv", outs[level], 2 * outs[level], 3, 1);
                }
            }
        }
        gamma(name + "head.0", WIDTH);
        causal(name + "head.2", WIDTH, 3, 3, 3);
    }

    private void middle(String name) {
        residual(name + "middle.0.", 4 * WIDTH, 4 * WIDTH);
        file.tensor(name + "middle.1.norm.gamma", Type.F16, 4 * WIDTH, 1, 1);
        flat(name + "middle.1.to_qkv", 4 * WIDTH, 12 * WIDTH, 1);
        flat(name + "middle.1.proj", 4 * WIDTH, 4 * WIDTH, 1);
        residual(name + "middle.2.", 4 * WIDTH, 4 * WIDTH);
    }

    private void residual(String name, int in, int out) {
        gamma(name + "residual.0", in);
        causal(name + "residual.2", in, out, 3, 3);
        gamma(name + "residual.3", out);
        causal(name + "residual.6", out, out, 3, 3);
        if (in != out) {
            causal(name + "shortcut", in, out, 1, 1);
        }
    }

    /** A layer that makes two frames of one, the second brighter, and of each a picture twice as large. */
    private void twice(String name, float brighter) {
        int width = 4 * WIDTH;
        for (int each : new int[] {BRIGHT, STEADY}) {
            cell(name + "time_conv", each, each, width, 3, 2, 1);
            cell(name + "time_conv", width + each, each, width, 3, 2, 1);
            cell(name + "resample.1", each, each, width, 9, 4, 1);
        }
        file.put(name + "time_conv.bias", width + BRIGHT, brighter);
    }

    private void smallEncoder() {
        String name = "encoder.";
        flat(name + "0", 3, 64, 3);
        int at = 2;
        for (int level = 0; level < 3; level++) {
            int frames = level < 2 ? 2 : 1;
            file.tensor(name + at + ".conv.weight", Type.F16, 64, frames * 64, 1, 1);
            for (int each = 0; each < frames; each++) {
                cell(name + at + ".conv", 0, 64 * each, frames * 64, 1, 0, 1f / frames);
            }
            at++;
            file.tensor(name + at + ".weight", Type.F16, 64, 64, 3, 3);
            cell(name + at++, 0, 0, 64, 9, 4, 1);
            at = remembering(name, at, 64);
        }
        flat(name + at, 64, LATENT, 3);
        for (int colour = 0; colour < 3; colour++) {
            cell(name + "0", 0, colour, 3, 9, 4, 1f / 3);
        }
        cell(name + at, 0, 0, 64, 9, 4, 4);
        file.put(name + at + ".bias", 0, -2);
    }

    /** Its units let only what is positive pass, and it has no numbers of its own but in the first and the last layer. */
    private void smallDecoder() {
        String name = "decoder.";
        flat(name + "1", LATENT, 256, 3);
        cell(name + "1", BRIGHT, 0, LATENT, 9, 4, 0.1f);
        file.put(name + "1.bias", BRIGHT, 0.4f);
        file.put(name + "1.bias", STEADY, 1);
        int[] widths = {256, 128, 64, 64};
        float[] brighter = {0, 0.1f, 0.05f};
        int at = 3;
        for (int level = 0; level < 3; level++) {
            int width = widths[level];
            at = remembering(name, at, width) + 1;
            int frames = level > 0 ? 2 : 1;
            file.tensor(name + at + ".conv.weight", Type.F16, frames * width, width, 1, 1);
            for (int frame = 0; frame < frames; frame++) {
                for (int each : new int[] {BRIGHT, STEADY}) {
                    cell(name + at + ".conv", frame * width + each, each, width, 1, 0, 1);
                }
            }
            if (frames > 1) {
                cell(name + at + ".conv", width + BRIGHT, STEADY, width, 1, 0, brighter[level]);
            }
            at++;
            file.tensor(name + at + ".weight", Type.F16, widths[level + 1], width, 3, 3);
            for (int each : new int[] {BRIGHT, STEADY}) {
                cell(name + at, each, each, width, 9, 4, 1);
            }
            at++;
        }
        flat(name + ++at, 64, 3, 3);
        for (int colour = 0; colour < 3; colour++) {
            cell(name + at, colour, BRIGHT, 64, 9, 4, 1);
        }
    }

    /** Three blocks that see the frame before, too; gives what comes after them. */
    private int remembering(String name, int from, int width) {
        for (int at = from; at < from + 3; at++) {
            flat(name + at + ".conv.0", 2 * width, width, 3);
            flat(name + at + ".conv.2", width, width, 3);
            flat(name + at + ".conv.4", width, width, 3);
        }
        return from + 3;
    }

    private void gamma(String name, int width) {
        file.tensor(name + ".gamma", Type.F16, width, 1, 1, 1);
    }

    private void causal(String name, int in, int out, int frames, int side) {
        file.tensor(name + ".weight", Type.F16, out, in, frames, side, side);
        file.tensor(name + ".bias", Type.F16, out);
    }

    private void flat(String name, int in, int out, int side) {
        file.tensor(name + ".weight", Type.F16, out, in, side, side);
        file.tensor(name + ".bias", Type.F16, out);
    }

    /** @param at which of the {@code kernel} numbers of a kernel */
    private void cell(String name, int out, int in, int ins, int kernel, int at, float value) {
        file.put(name + ".weight", ((long) out * ins + in) * kernel + at, value);
    }
}
