package easel.engine;

import java.nio.file.Path;

/**
 * A LoRA and how strongly it is applied; 1 is as trained, negative turns it round.
 *
 * @param highNoise whether it is for the first of two models, the one for high noise (Wan 2.2); else for the other
 */
public record Lora(Path file, double strength, boolean highNoise) {

    /** For the model itself. */
    public Lora(Path file, double strength) {
        this(file, strength, false);
    }
}
