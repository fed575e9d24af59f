package easel.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How noise becomes a picture.
 *
 * @param steps     model evaluations, 1 to 1000
 * @param cfgScale  how strongly the prompt pulls away from the negative prompt; 1 leaves the negative prompt out
 * @param guidance  the guidance that distilled models (Flux) read beside the prompt; null for the engine's 3.5
 * @param flowShift how far flow models move their steps towards noise; null as the family wants it
 * @param sigmas    noise levels from first to last, one more than steps, in place of the scheduler's; empty for those
 * @param finer     what is seldom touched
 */
public record Sampling(Sampler sampler, Scheduler scheduler, int steps, double cfgScale,
        @Nullable Double guidance, @Nullable Double flowShift, List<Double> sigmas, Finer finer) {

    public Sampling {
        sigmas = List.copyOf(sigmas);
        finer = finer == null ? Finer.NONE : finer;   // results kept by an earlier Easel have none
    }

    /** All that is seldom touched as the engine has it. */
    public Sampling(Sampler sampler, Scheduler scheduler, int steps, double cfgScale,
            @Nullable Double guidance, @Nullable Double flowShift, List<Double> sigmas) {
        this(sampler, scheduler, steps, cfgScale, guidance, flowShift, sigmas, Finer.NONE);
    }

    /** All else as the engine has it. */
    public Sampling(Sampler sampler, Scheduler scheduler, int steps, double cfgScale) {
        this(sampler, scheduler, steps, cfgScale, null, null, List.of());
    }
}
