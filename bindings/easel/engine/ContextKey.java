package easel.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes one loaded model different from another: every parameter an engine context is made with.
 * Jobs with equal keys share a loaded model; another key means that the model is loaded anew.
 *
 * @param seamlessX  whether what leaves a picture on the right comes in on the left
 * @param seamlessY  likewise below and above
 * @param prediction what the model foretells, or null for what the engine reads from the file
 */
public record ContextKey(
        ModelFiles files, List<Embedding> embeddings, Execution execution,
        LoraMode loraMode, Rng rng, Rng samplerRng, boolean seamlessX, boolean seamlessY, @Nullable Prediction prediction) {

    public ContextKey {
        embeddings = List.copyOf(embeddings);
    }

    /** A model that says itself what it foretells. */
    public ContextKey(ModelFiles files, List<Embedding> embeddings, Execution execution,
            LoraMode loraMode, Rng rng, Rng samplerRng, boolean seamlessX, boolean seamlessY) {
        this(files, embeddings, execution, loraMode, rng, samplerRng, seamlessX, seamlessY, null);
    }

    /** A model on a device, all else as A1111's users know it. */
    public static ContextKey of(ModelFiles files, Execution execution) {
        return new ContextKey(files, List.of(), execution, LoraMode.AT_RUNTIME, Rng.CUDA, Rng.CUDA, false, false);
    }

    /** The same model with words of its own for some vectors. */
    public ContextKey with(List<Embedding> others) {
        return new ContextKey(files, others, execution, loraMode, rng, samplerRng, seamlessX, seamlessY, prediction);
    }

    /** The same model on another rung. */
    public ContextKey on(Rung rung) {
        return on(execution.on(rung));
    }

    /** The same model elsewhere. */
    public ContextKey on(Execution other) {
        return new ContextKey(files, embeddings, other, loraMode, rng, samplerRng, seamlessX, seamlessY, prediction);
    }
}
