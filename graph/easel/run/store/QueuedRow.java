package easel.run.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job in the kept queue.
 *
 * @param id         its number, never used again
 * @param submission what it came with: the document and options are there
 * @param place      which of the submission's pictures, from 0
 * @param count      how many the submission asked for
 * @param position   jobs run in the order of it
 * @param at         when it was asked for
 * @param owner      the process that runs it, or null
 * @param starts     how often it was begun since somebody last looked after the queue
 * @param cancelled  whether its owner is asked to take it back
 */
public record QueuedRow(long id, long submission, int place, int count, long position, Instant at, @Nullable String owner, int starts, boolean cancelled) {

    /** Whether a process runs it. */
    public boolean isRunning() {
        return owner != null;
    }
}
