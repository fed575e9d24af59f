package easel.nodes;

import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.graph.NodeId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One go of a sampler.
 *
 * @param origin   the node that describes it, and shows how it goes
 * @param steps    how many steps are taken
 * @param total    how many steps the schedule has, of which the last {@code steps} are taken
 * @param strength denoising strength in the engine's own sense, in place of {@code total}
 * @param sigmas   noise levels in place of the scheduler's, or empty
 */
public record Pass(NodeId origin, Model model, Conditioning positive, @Nullable Conditioning negative,
        Sampler sampler, Scheduler scheduler, double cfg, int steps, int total, OptionalDouble strength, List<Double> sigmas, long seed) {

    public Pass {
        sigmas = List.copyOf(sigmas);
    }

    /** How many steps a schedule has of which {@code denoise} takes {@code steps}: as ComfyUI counts them. */
    public static int total(int steps, double denoise) {
        return (int) Math.min(Integer.MAX_VALUE, steps / denoise);
    }

    /** The same with the seed that stands so many further on; behind the last seed comes the first. */
    public Pass further(int places) {
        return new Pass(origin, model, positive, negative, sampler, scheduler, cfg, steps, total, strength, sigmas, seed + places & Long.MAX_VALUE);
    }

    /** Whether nothing of what it begins from stays. */
    boolean isWhole() {
        return steps == total && strength.isEmpty();
    }

    /**
     * The strength with which the engine takes exactly {@code steps} of {@code total} steps: it takes
     * {@code floor(total * strength) + 1} of them.
     */
    double engineStrength() {
        return strength.orElseGet(() -> isWhole() ? 1 : (steps - 0.5) / total);
    }

    /**
     * The strength with which the engine's hires pass does so: of {@code floor(steps / strength)} steps, which must be
     * {@code total}, it takes {@code floor(total * strength) + 1}.
     */
    double hiresStrength() {
        double least = Math.max((double) steps / (total + 1), (double) (steps - 1) / total);
        return (least + (double) steps / total) / 2;
    }

    /** What the engine is told of it. */
    Sampling sampling() {
        Tuning tuning = model.tuning();
        List<Double> levels = sigmas.isEmpty() ? tuning.sigmas() : sigmas;
        Double guidance = positive.guidance() == null ? tuning.guidance() : positive.guidance();
        return new Sampling(sampler, scheduler, levels.isEmpty() ? total : levels.size() - 1, cfg, guidance, model.flowShift(), levels, tuning.finer());
    }

    /** Whether it can go on in the engine where {@code first} ended: there both passes share all this. */
    boolean goesOnAfter(Pass first) {
        return model.equals(first.model) && positive.equals(first.positive) && Objects.equals(negative, first.negative)
                && sampler == first.sampler && scheduler == first.scheduler && cfg == first.cfg && seed == first.seed
                && sigmas.isEmpty() && model.tuning().sigmas().isEmpty() && strength.isEmpty() && positive.control() == null;
    }
}
