package easel.nodes;

import easel.engine.Lora;
import easel.engine.Sampling;
import easel.engine.Timings;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a picture was painted: what its metadata says.
 *
 * @param seed     the one it was really painted with
 * @param clipSkip as in {@link easel.engine.ImageRequest}
 * @param model    the checkpoint's name without its folder and ending, {@code starter} for the bundled one
 * @param modelHash first ten hex digits of the SHA-256 of the checkpoint, A1111's short hash; may be empty
 * @param strength denoising strength, if it began from a picture
 * @param buildId  the engine that painted it
 */
public record Made(String prompt, String negativePrompt, int width, int height, Sampling sampling, long seed,
        int clipSkip, List<Lora> loras, String model, String modelHash, OptionalDouble strength, Timings timings, String buildId) {

    public Made {
        loras = List.copyOf(loras);
    }
}
