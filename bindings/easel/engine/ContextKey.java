package easel.engine;

import java.util.List;

/**
 * What makes one loaded model different from another: every parameter an engine context is made with.
 * Jobs with equal keys share a loaded model; another key means that the model is loaded anew.
 */
public record ContextKey(
        ModelFiles files, List<Embedding> embeddings, Execution execution,
        LoraMode loraMode, Rng rng, Rng samplerRng, boolean seamlessX, boolean seamlessY) {

    public ContextKey {
        embeddings = List.copyOf(embeddings);
    }

    /** A model on a device, all else as A1111's users know it. */
    public static ContextKey of(ModelFiles files, Execution execution) {
        return new ContextKey(files, List.of(), execution, LoraMode.AT_RUNTIME, Rng.CUDA, Rng.CUDA, false, false);
    }

    /** The same model with words of its own for some vectors. */
    public ContextKey with(List<Embedding> others) {
        return new ContextKey(files, others, execution, loraMode, rng, samplerRng, seamlessX, seamlessY);
    }

    /** The same model on another rung. */
    public ContextKey on(Rung rung) {
        return new ContextKey(files, embeddings, execution.on(rung), loraMode, rng, samplerRng, seamlessX, seamlessY);
    }
}
