package easel.engine.worker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How an engine process is run.
 *
 * @param library     the native library
 * @param state       the user's state folder: locks, the engine's last words, its error output
 * @param ownEngine   start beside another program's engine instead of waiting for it
 * @param lowPriority let other programs go first
 * @param keptWarm    how long the process stays with its model when there is nothing to do
 */
public record WorkerOptions(Path library, Path state, boolean ownEngine, boolean lowPriority, Duration keptWarm) {

    /** As the window and the command line run it. */
    public static WorkerOptions of(Path library, Path state) {
        return new WorkerOptions(library, state, false, true, Duration.ofMinutes(15));
    }

    /** The same beside another program's engine. */
    public WorkerOptions beside() {
        return new WorkerOptions(library, state, true, lowPriority, keptWarm);
    }
}
