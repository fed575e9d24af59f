package easel.nodes;

import easel.engine.Hires;
import easel.engine.Tiling;
import easel.pixels.Resample;
import easel.pixels.Sizing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A picture before it is one: what a chain of nodes says should become of it. Nothing is painted yet. */
public sealed interface Latent {

    /**
     * Nothing to begin from but a size, in pixels.
     *
     * @param place which of a batch it is, from 0
     */
    record Empty(int width, int height, int place) implements Latent {}

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

    /** Which of a batch of noise it comes from, 0 for the first and for what comes from a picture: each has a seed of its own. */
    default int place() {
        return switch (this) {
            case Empty(int _, int _, int place) -> place;
            case Encoded _ -> 0;
            case Masked(Latent of, Mask _) -> of.place();
            case Scaled(Latent of, Method _, Sizing _, boolean _) -> of.place();
            case Sampled(Pass _, Latent from, boolean _) -> from.place();
        };
    }

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
