package easel.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A second pass at a larger size.
 *
 * @param upscaler how the first result is enlarged
 * @param model    the ESRGAN file for {@link Upscaler#MODEL}, else null
 * @param width    of the larger picture, in pixels
 * @param height   of the larger picture, in pixels
 * @param steps    of the second pass; 0 takes the first one's
 * @param strength denoising strength of the second pass, 0 to 1
 */
public record Hires(Upscaler upscaler, @Nullable Path model, int width, int height, int steps, double strength) {

    /** The engine's ways to enlarge between two passes, in its own order. */
    public enum Upscaler {
        LATENT, LATENT_NEAREST, LATENT_NEAREST_EXACT, LATENT_ANTIALIASED, LATENT_BICUBIC, LATENT_BICUBIC_ANTIALIASED,
        LANCZOS, NEAREST, MODEL
    }
}
