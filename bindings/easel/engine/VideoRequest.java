package easel.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One video, fully described; the same request on the same context gives the same pixels.
 *
 * @param frames    how many pictures; models round it to what they can (Wan: n * 4 + 1, LTX: n * 8 + 1)
 * @param fps       how many of them are shown a second, from 1
 * @param highNoise how the model for high noise samples, where there are two; null as the other one
 * @param boundary  the noise level, of 1, at which the second of two models takes over
 * @param first     the picture it begins with, three channels, or null
 * @param last      the picture it ends with, or null
 * @param control   pictures that its frames follow, one each (Wan VACE)
 * @param following how strongly they do
 */
public record VideoRequest(
        String prompt, String negativePrompt, int clipSkip, int width, int height, int frames, int fps,
        Sampling sampling, @Nullable Sampling highNoise, double boundary, long seed, List<Lora> loras,
        @Nullable Picture first, @Nullable Picture last, List<Picture> control, double following,
        @Nullable Tiling tiling, @Nullable StepCache cache) {

    /** Where Wan 2.2's second model takes over. */
    public static final double BOUNDARY = 0.875;

    public VideoRequest {
        loras = List.copyOf(loras);
        control = List.copyOf(control);
    }

    /** From words alone. */
    public static VideoRequest text(String prompt, String negativePrompt, int width, int height, int frames, int fps, Sampling sampling, long seed) {
        return new VideoRequest(prompt, negativePrompt, -1, width, height, frames, fps, sampling, null, BOUNDARY, seed,
                List.of(), null, null, List.of(), 1, null, null);
    }
}
