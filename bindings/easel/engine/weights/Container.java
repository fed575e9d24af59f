package easel.engine.weights;

/** How a model file is packed. */
public enum Container {
    /** A length, a JSON header, then the weights; shapes outermost first. */
    SAFETENSORS,
    /** ggml's own file, version 2 or 3; shapes innermost first. */
    GGUF,
    /** PyTorch since 1.6: a ZIP archive with a pickle; shapes outermost first. */
    TORCH_ZIP,
    /** PyTorch before 1.6: pickles one after another, then the weights; the engine still takes it. */
    TORCH_LEGACY
}
