package easel.run.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the history.
 *
 * @param words   all of them in the prompt, by their beginnings; empty finds everything
 * @param model   words of the model's name; empty finds every one
 * @param since   nothing older, or null
 * @param starred only what has a star
 * @param before  only entries older than the one of this id: the last of the page before; {@link Long#MAX_VALUE} begins
 * @param limit   most entries at once
 */
public record HistoryQuery(String words, String model, @Nullable Instant since, boolean starred, long before, int limit) {

    /** The newest. */
    public static HistoryQuery newest(int limit) {
        return new HistoryQuery("", "", null, false, Long.MAX_VALUE, limit);
    }

    /** Those with words in their prompt. */
    public static HistoryQuery words(String words, int limit) {
        return new HistoryQuery(words, "", null, false, Long.MAX_VALUE, limit);
    }

    /** The page after an entry. */
    public HistoryQuery after(HistoryEntry last) {
        return new HistoryQuery(words, model, since, starred, last.id(), limit);
    }
}
