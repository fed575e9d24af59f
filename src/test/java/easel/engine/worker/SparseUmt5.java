package easel.engine.worker;

import easel.engine.worker.SparseModel.Type;
import java.io.IOException;
import java.nio.file.Path;

/**
 * umT5-XXL in its full size under llama.cpp's names, as a file of holes. It knows two words: what it says of a text is how
 * much more day than night is in it, and every word of the text says so.
 */
public final class SparseUmt5 {

    private static final int WIDTH = 4096;
    /** Three words by their places in umT5's vocabulary: the end of a text, {@code day} and {@code night} after a blank. */
    private static final int END = 1;
    private static final int DAY = 3200;
    private static final int NIGHT = 10870;

    /** Where it is said that there is a word at all, which word, and what the text is about. */
    static final int WORD = 0;
    private static final int WHICH = 1;
    static final int MEANING = 2;

    private SparseUmt5() {}

    public static Path write(Path file) throws IOException {
        SparseModel model = new SparseModel();
        // Of the types that the engine looks rows up in, this is the smallest; all others it would unpack to 4 GB.
        model.tensor("token_embd.weight", Type.Q4_0, 256_384, WIDTH);
        for (int i = 0; i < 24; i++) {
            String block = "enc.blk." + i + ".";
            for (String each : new String[] {"attn_q", "attn_k", "attn_v", "attn_o"}) {
                model.tensor(block + each + ".weight", Type.TQ2_0, WIDTH, WIDTH);
            }
            model.tensor(block + "attn_rel_b.weight", Type.F16, 32, 64);
            model.tensor(block + "attn_norm.weight", Type.F32, WIDTH);
            model.tensor(block + "ffn_gate.weight", Type.TQ2_0, 10_240, WIDTH);
            model.tensor(block + "ffn_up.weight", Type.TQ2_0, 10_240, WIDTH);
            model.tensor(block + "ffn_down.weight", Type.TQ2_0, WIDTH, 10_240);
            model.tensor(block + "ffn_norm.weight", Type.F32, WIDTH);
        }
        model.tensor("enc.output_norm.weight", Type.F32, WIDTH);
        for (int word : new int[] {END, DAY, NIGHT}) {
            model.put("token_embd.weight", (long) word * WIDTH + WORD, 1);
        }
        model.put("token_embd.weight", (long) DAY * WIDTH + WHICH, 1);
        model.put("token_embd.weight", (long) NIGHT * WIDTH + WHICH, -1);
        // No key matches a query more than another, so each word gets the mean of all.
        model.fill("enc.blk.0.attn_norm.weight", 1);
        model.put("enc.blk.0.attn_v.weight", WHICH, 1);
        model.put("enc.blk.0.attn_o.weight", (long) MEANING * WIDTH, 1);
        model.fill("enc.output_norm.weight", 1);
        return model.gguf(file, "t5encoder");
    }
}
