package easel.engine.worker;

import easel.engine.worker.SparseModel.Type;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Wan 2.1 with 1.3 billion weights in its full size, as a file of holes: the model for videos from words, and VACE. What it
 * makes of the noise is the noise, brighter the more a text of {@link SparseUmt5} is about day; VACE follows how bright the
 * frames to follow are, place by place, and how bright its reference picture is, everywhere.
 */
public final class SparseWan {

    private static final int WIDTH = 1536;
    private static final int INNER = 8960;
    private static final int LATENT = 16;
    /** Latent pixels that are one token: two by two. */
    private static final int PATCH = 4;
    /** VACE's latents that are kept, those that are painted anew, and its mask. */
    private static final int FOLLOWED = 96;

    /** Where in a token the brightness is that comes with words, with frames to follow, with a reference picture's own token
     * and, from there, with the mean of all tokens. */
    private static final int TOLD = 256;
    private static final int SHOWN = 512;
    private static final int REFERRED = 768;
    private static final int MEAN = 1024;

    private final SparseModel file = new SparseModel();

    private SparseWan() {}

    /** From words. */
    public static Path fromWords(Path file) throws IOException {
        SparseWan model = new SparseWan();
        model.network();
        return model.file.gguf(file, "wan");
    }

    /** Following frames. */
    public static Path vace(Path file) throws IOException {
        SparseWan model = new SparseWan();
        model.network();
        model.convolution("vace_patch_embedding", FOLLOWED);
        for (int i = 0; i < 15; i++) {
            String block = "vace_blocks." + i + ".";
            model.block(block);
            if (i == 0) {
                model.linear(block + "before_proj", WIDTH, WIDTH);
            }
            model.linear(block + "after_proj", WIDTH, WIDTH);
        }
        // The frames are among what is to be painted anew, the reference picture among what is kept.
        model.follows(SHOWN, LATENT);
        model.follows(REFERRED, 0);
        // No key matches a query more than another, so each token gets the mean of all.
        model.cell("blocks.1.self_attn.v", 0, REFERRED, WIDTH, 1);
        model.cell("blocks.1.self_attn.o", MEAN, 0, WIDTH, 1);
        model.file.put("blocks.1.modulation", 2 * WIDTH + MEAN, 1);
        model.brightens(SHOWN);
        model.brightens(MEAN);
        return model.file.gguf(file, "wan");
    }

    /** Takes a latent, all four pixels of it alike, to a place in the tokens. */
    private void follows(int to, int latent) {
        for (int at = 0; at < PATCH; at++) {
            file.put("vace_patch_embedding.weight", ((long) to * FOLLOWED + latent) * PATCH + at, 1f / PATCH);
        }
        cell("vace_blocks.0.before_proj", to, to, WIDTH, 1);
        cell("vace_blocks.0.after_proj", to, to, WIDTH, 4);
    }

    private void network() {
        convolution("patch_embedding", LATENT);
        linear("text_embedding.0", 4096, WIDTH);
        linear("text_embedding.2", WIDTH, WIDTH);
        linear("time_embedding.0", 256, WIDTH);
        linear("time_embedding.2", WIDTH, WIDTH);
        linear("time_projection.1", WIDTH, 6 * WIDTH);
        for (int i = 0; i < 30; i++) {
            block("blocks." + i + ".");
        }
        file.tensor("head.modulation", Type.F32, 1, 2, WIDTH);
        file.tensor("head.head.weight", Type.F16, PATCH * LATENT, WIDTH);
        file.tensor("head.head.bias", Type.F32, PATCH * LATENT);
        for (int at = 0; at < PATCH * LATENT; at++) {
            file.put("patch_embedding.weight", (long) at * PATCH * LATENT + at, 1);
        }
        words();
        brightens(TOLD);
    }

    /** Words go past the unit that makes negative numbers nothing as two, of which one is left. */
    private void words() {
        cell("text_embedding.0", 0, SparseUmt5.WORD, 4096, 0.25f);
        cell("text_embedding.0", 1, SparseUmt5.MEANING, 4096, 0.25f);
        cell("text_embedding.0", 2, SparseUmt5.MEANING, 4096, -0.25f);
        cell("text_embedding.2", 0, 0, WIDTH, 1);
        cell("text_embedding.2", 1, 1, WIDTH, 1);
        cell("text_embedding.2", 1, 2, WIDTH, -1);
        // Every token asks for words, and what stands behind the end of the text is none.
        file.put("blocks.0.cross_attn.q.bias", 0, 1);
        cell("blocks.0.cross_attn.k", 0, 0, WIDTH, 1);
        file.fill("blocks.0.cross_attn.norm_q.weight", 1);
        file.fill("blocks.0.cross_attn.norm_k.weight", 1);
        cell("blocks.0.cross_attn.v", 0, 1, WIDTH, 1);
        cell("blocks.0.cross_attn.o", TOLD, 0, WIDTH, 0.5f);
    }

    /** The model says what is to be taken away, so what makes it brighter is negative: the first latent of each pixel. */
    private void brightens(int from) {
        for (int at = 0; at < PATCH; at++) {
            file.put("head.head.weight", (long) at * LATENT * WIDTH + from, -1f / 24);
        }
    }

    private void block(String name) {
        file.tensor(name + "modulation", Type.F32, 1, 6, WIDTH);
        for (String attention : new String[] {"self_attn", "cross_attn"}) {
            for (String each : new String[] {"q", "k", "v", "o"}) {
                linear(name + attention + "." + each, WIDTH, WIDTH);
            }
            file.tensor(name + attention + ".norm_q.weight", Type.F32, WIDTH);
            file.tensor(name + attention + ".norm_k.weight", Type.F32, WIDTH);
        }
        file.tensor(name + "norm3.weight", Type.F32, WIDTH);
        file.tensor(name + "norm3.bias", Type.F32, WIDTH);
        linear(name + "ffn.0", WIDTH, INNER);
        linear(name + "ffn.2", INNER, WIDTH);
    }

    private void linear(String name, int in, int out) {
        file.tensor(name + ".weight", Type.TQ2_0, out, in);
        file.tensor(name + ".bias", Type.F32, out);
    }

    /** Five axes, which ggml's own reader does not take. */
    private void convolution(String name, int in) {
        file.tensor(name + ".weight", Type.F16, WIDTH, in, 1, 2, 2);
        file.tensor(name + ".bias", Type.F32, WIDTH);
    }

    private void cell(String name, int row, int column, int columns, float value) {
        file.put(name + ".weight", (long) row * columns + column, value);
    }
}
