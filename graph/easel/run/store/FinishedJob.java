package easel.run.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as it goes into the history.
 *
 * @param at       when it ended
 * @param document the workflow it ran, as text; empty if nobody knows
 */
public record FinishedJob(Instant at, HistoryEntry.Kind ending, HistoryEntry.@Nullable Reason failure, double seconds, double inside,
        String model, String prompt, String negative, String build, String document, List<HistoryEntry.Picture> pictures) {
    public FinishedJob {
        pictures = List.copyOf(pictures);
    }
}
