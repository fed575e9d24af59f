package easel.run.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A job that is over.
 *
 * @param id       its place in the history: higher is newer
 * @param ending   how it ended
 * @param failure  why it failed, or null
 * @param seconds  from its beginning to its end
 * @param inside   seconds of these inside the engine's library; 0 if nothing was painted
 * @param model    the checkpoint's name without folder and ending; empty if none was used
 * @param prompt   what should be seen
 * @param negative what should not be seen
 * @param build    the engine that painted it; empty if none did
 * @param pictures those that it saved or that were kept
 */
public record HistoryEntry(long id, Kind ending, @Nullable Reason failure, double seconds, double inside, String model, String prompt,
        String negative, String build, boolean starred, List<Picture> pictures) {

    /** How a job ended. */
    public enum Kind { DONE, FAILED, CANCELLED }

    /** Why a job failed: the code of the trouble, and its sentence in both languages. */
    public record Reason(String code, String english, String chinese) {}

    /**
     * A picture file.
     *
     * @param kept whether Easel keeps it in its own folder, because nobody saved it
     * @param seed the one it was painted with, if it was painted
     */
    public record Picture(Path file, boolean kept, OptionalLong seed, int width, int height) {}

    public HistoryEntry {
        pictures = List.copyOf(pictures);
    }

    /** When it ended. */
    public Instant at() {
        return instant(id);
    }

    static Instant instant(long id) {
        return Instant.ofEpochSecond(Math.floorDiv(id, 1_000_000L), Math.floorMod(id, 1_000_000L) * 1000);
    }

    static long id(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
    }
}
