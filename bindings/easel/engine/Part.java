package easel.engine;

/** What a file is to the model it belongs to: each is one path the engine takes. */
public enum Part {
    CHECKPOINT, DIFFUSION_MODEL, HIGH_NOISE_DIFFUSION_MODEL, UNCONDITIONAL_DIFFUSION_MODEL,
    CLIP_L, CLIP_G, T5XXL, LLM, LLM_VISION, CLIP_VISION, EMBEDDINGS_CONNECTORS,
    VAE, AUDIO_VAE, TAESD, CONTROL_NET, PHOTO_MAKER
}
