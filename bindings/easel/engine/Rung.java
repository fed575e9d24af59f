package easel.engine;

/** The memory ladder, from fastest to smallest; after an out-of-memory a job goes down one rung at a time. */
public enum Rung {
    /** Everything where the device is. */
    AS_ASKED,
    /** The VAE works in tiles. */
    VAE_TILING,
    /** Text encoder and VAE weights wait in main memory. */
    TEXT_AND_VAE_ON_CPU,
    /** All weights wait in main memory. */
    WEIGHTS_ON_CPU,
    /** ... and the diffusion model goes through the device in parts that fit. */
    LIMITED_VRAM,
    /** ... the next part being brought while one works. */
    STREAMED,
    /** The processor does the work. */
    CPU
}
