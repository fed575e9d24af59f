package easel.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One picture, fully described; the same request on the same context gives the same pixels.
 *
 * @param clipSkip   which of CLIP's last layers is read: 1 the last, 2 the one before; -1 as the family wants it
 * @param seed       0 to 2^63 - 1: drawing a random one is done before
 * @param references pictures that editing models look at
 */
public record ImageRequest(
        String prompt, String negativePrompt, int clipSkip,
        int width, int height, Sampling sampling, long seed,
        List<Lora> loras, @Nullable Start start, @Nullable Control control,
        List<Picture> references, @Nullable Hires hires, @Nullable Tiling tiling) {

    public ImageRequest {
        loras = List.copyOf(loras);
        references = List.copyOf(references);
    }

    /** Text to image without extras. */
    public static ImageRequest text(String prompt, String negativePrompt, int width, int height, Sampling sampling, long seed) {
        return new ImageRequest(prompt, negativePrompt, -1, width, height, sampling, seed,
                List.of(), null, null, List.of(), null, null);
    }

    /** The same with another seed. */
    public ImageRequest withSeed(long other) {
        return new ImageRequest(prompt, negativePrompt, clipSkip, width, height, sampling, other,
                loras, start, control, references, hires, tiling);
    }

    /** The same from a start picture. */
    public ImageRequest from(Start picture) {
        return new ImageRequest(prompt, negativePrompt, clipSkip, width, height, sampling, seed,
                loras, picture, control, references, hires, tiling);
    }

    /** The same with LoRAs. */
    public ImageRequest with(List<Lora> others) {
        return new ImageRequest(prompt, negativePrompt, clipSkip, width, height, sampling, seed,
                others, start, control, references, hires, tiling);
    }
}
