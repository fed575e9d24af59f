package easel.engine;

/** Where the noise comes from: A1111's pictures come back with {@link #CUDA}, ComfyUI's with {@link #CPU}. */
public enum Rng { STD_DEFAULT, CUDA, CPU }
