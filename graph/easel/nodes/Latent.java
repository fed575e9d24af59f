package easel.nodes;

import easel.engine.Hires;
import easel.engine.Tiling;
import easel.pixels.Resample;
import easel.pixels.Sizing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A picture before it is one: what a chain of nodes says should become of it. Nothing is painted yet. */
public sealed interface Latent {

    /** Nothing to begin from but a size, in pixels. */
    record Empty(int width, int height) implements Latent {}

    /** A picture to begin from. */
    record Encoded(Image picture, Vae vae, @Nullable Tiling tiling) implements Latent {}

    /** Another one, of which only the masked part is painted. */
    record Masked(Latent of, Mask mask) implements Latent {}

    /** Another one, larger or smaller. */
    record Scaled(Latent of, Method method, Sizing size, boolean shared) implements Latent {}

    /**
     * What a sampler makes of another one.
     *
     * @param shared whether several nodes read it
     */
    record Sampled(Pass pass, Latent from, boolean shared) implements Latent {}

    /** How latents are scaled. */
    enum Method {
        NEAREST_EXACT(Hires.Upscaler.LATENT_NEAREST_EXACT, Resample.NEAREST),
        BILINEAR(Hires.Upscaler.LATENT, Resample.BILINEAR),
        AREA(null, Resample.AREA),
        BICUBIC(Hires.Upscaler.LATENT_BICUBIC, Resample.BICUBIC),
        BISLERP(null, Resample.BILINEAR);

        private final Hires.@Nullable Upscaler inEngine;
        private final Resample inPixels;

        Method(Hires.@Nullable Upscaler inEngine, Resample inPixels) {
            this.inEngine = inEngine;
            this.inPixels = inPixels;
        }

        /** The engine's own, between two passes. */
        Optional<Hires.Upscaler> inEngine() {
            return Optional.ofNullable(inEngine);
        }

        /** What comes nearest to it in pixels. */
        Resample inPixels() {
            return inPixels;
        }
    }
}
