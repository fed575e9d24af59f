package easel.nodes;

import easel.engine.Scheduler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The noise levels a sampler goes through.
 *
 * @param model  the one they were made for, or null for any
 * @param steps  how many steps are taken
 * @param total  how many steps the whole schedule has, of which the last {@code steps} are taken
 * @param values the levels themselves, or empty for the scheduler's
 */
public record Sigmas(@Nullable Model model, Scheduler scheduler, int steps, int total, List<Double> values) {
    public Sigmas {
        values = List.copyOf(values);
    }
}
