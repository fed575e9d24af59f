package easel.nodes;

import easel.engine.Finer;
import easel.engine.PhotoId;
import easel.engine.StepCache;
import easel.engine.Tiling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How pictures are painted with a model where the nodes that paint do not say: what is seldom touched goes with the
 * model, so that they stay simple.
 *
 * @param clipSkip which of CLIP's last layers is read: 1 the last; -1 as the family wants it
 * @param guidance what a distilled model reads beside the prompt where the prompt brings none, or null
 * @param sigmas   noise levels in place of the scheduler's, or empty
 * @param finer    what else there is about sampling
 * @param cache    how steps are saved, or null
 * @param tiling   how the VAE works in tiles, or null as a whole
 * @param photo    whose face is shown, or null
 * @param loading  how the model is brought into memory
 */
public record Tuning(int clipSkip, @Nullable Double guidance, List<Double> sigmas, Finer finer, @Nullable StepCache cache, @Nullable Tiling tiling,
        @Nullable PhotoId photo, Loading loading) {

    /** All as the engine has it. */
    public static final Tuning NONE = new Tuning(-1, null, List.of(), Finer.NONE, null, null, null, Loading.PLAIN);

    public Tuning {
        sigmas = List.copyOf(sigmas);
    }

    /** This with another clip skip. */
    public Tuning clipSkip(int layers) {
        return new Tuning(layers, guidance, sigmas, finer, cache, tiling, photo, loading);
    }

    /** This with other guidance. */
    public Tuning guided(@Nullable Double by, Finer also) {
        return new Tuning(clipSkip, by, sigmas, also, cache, tiling, photo, loading);
    }

    /** This with other steps. */
    public Tuning stepping(List<Double> levels, Finer also) {
        return new Tuning(clipSkip, guidance, levels, also, cache, tiling, photo, loading);
    }

    /** This with steps saved. */
    public Tuning saving(@Nullable StepCache steps) {
        return new Tuning(clipSkip, guidance, sigmas, finer, steps, tiling, photo, loading);
    }

    /** This with the VAE in tiles. */
    public Tuning tiled(@Nullable Tiling tiles) {
        return new Tuning(clipSkip, guidance, sigmas, finer, cache, tiles, photo, loading);
    }

    /** This showing somebody. */
    public Tuning showing(@Nullable PhotoId who) {
        return new Tuning(clipSkip, guidance, sigmas, finer, cache, tiling, who, loading);
    }

    /** This loaded otherwise. */
    public Tuning loaded(Loading how) {
        return new Tuning(clipSkip, guidance, sigmas, finer, cache, tiling, photo, how);
    }
}
