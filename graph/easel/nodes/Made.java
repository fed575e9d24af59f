package easel.nodes;

import easel.engine.Sampling;
import easel.engine.Timings;
import easel.format.Infotext;
import java.util.OptionalDouble;

/**
 * How a picture was painted: what its metadata says. The start picture itself is not among it.
 *
 * @param seed     the one it was really painted with
 * @param strength denoising strength, if it began from a picture
 * @param model    the checkpoint's name without folder and ending
 * @param infotext all of it as other tools read it
 * @param buildId  the engine that painted it
 */
public record Made(String prompt, String negativePrompt, Sampling sampling, long seed, OptionalDouble strength,
        String model, Infotext infotext, Timings timings, String buildId) {

    /** The same with another infotext. */
    public Made saying(Infotext other) {
        return new Made(prompt, negativePrompt, sampling, seed, strength, model, other, timings, buildId);
    }
}
