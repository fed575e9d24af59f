package easel.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One picture, fully described; the same request on the same context gives the same pixels.
 *
 * @param clipSkip   which of CLIP's last layers is read: 1 the last, 2 the one before; -1 as the family wants it
 * @param seed       0 to 2^63 - 1: drawing a random one is done before
 * @param references pictures that editing models look at, in their order
 * @param cache      how steps are saved, or null for none
 * @param photo      whose face it shows, or null
 * @param apart      whether each reference picture has a place of its own for models that would lay them beside each other
 */
public record ImageRequest(
        String prompt, String negativePrompt, int clipSkip,
        int width, int height, Sampling sampling, long seed,
        List<Lora> loras, @Nullable Start start, @Nullable Control control,
        List<Picture> references, @Nullable Hires hires, @Nullable Tiling tiling,
        @Nullable StepCache cache, @Nullable PhotoId photo, boolean apart) {

    public ImageRequest {
        loras = List.copyOf(loras);
        references = List.copyOf(references);
    }

    /** Every step worked out, nobody's face. */
    public ImageRequest(String prompt, String negativePrompt, int clipSkip, int width, int height, Sampling sampling, long seed,
            List<Lora> loras, @Nullable Start start, @Nullable Control control,
            List<Picture> references, @Nullable Hires hires, @Nullable Tiling tiling) {
        this(prompt, negativePrompt, clipSkip, width, height, sampling, seed, loras, start, control, references, hires, tiling, null, null, false);
    }

    /** Reference pictures as the model has them. */
    public ImageRequest(String prompt, String negativePrompt, int clipSkip, int width, int height, Sampling sampling, long seed,
            List<Lora> loras, @Nullable Start start, @Nullable Control control, List<Picture> references, @Nullable Hires hires, @Nullable Tiling tiling,
            @Nullable StepCache cache, @Nullable PhotoId photo) {
        this(prompt, negativePrompt, clipSkip, width, height, sampling, seed, loras, start, control, references, hires, tiling, cache, photo, false);
    }

    /** Text to image without extras. */
    public static ImageRequest text(String prompt, String negativePrompt, int width, int height, Sampling sampling, long seed) {
        return new ImageRequest(prompt, negativePrompt, -1, width, height, sampling, seed,
                List.of(), null, null, List.of(), null, null);
    }

    /** The same with another seed. */
    public ImageRequest withSeed(long other) {
        return new ImageRequest(prompt, negativePrompt, clipSkip, width, height, sampling, other,
                loras, start, control, references, hires, tiling, cache, photo, apart);
    }

    /** The same from a start picture. */
    public ImageRequest from(Start picture) {
        return new ImageRequest(prompt, negativePrompt, clipSkip, width, height, sampling, seed,
                loras, picture, control, references, hires, tiling, cache, photo, apart);
    }

    /** The same in another size, as the engine may round it. */
    public ImageRequest sized(int otherWidth, int otherHeight) {
        return new ImageRequest(prompt, negativePrompt, clipSkip, otherWidth, otherHeight, sampling, seed,
                loras, start, control, references, hires, tiling, cache, photo, apart);
    }

    /** The same with LoRAs. */
    public ImageRequest with(List<Lora> others) {
        return new ImageRequest(prompt, negativePrompt, clipSkip, width, height, sampling, seed,
                others, start, control, references, hires, tiling, cache, photo, apart);
    }
}
