package easel.engine;

import java.nio.file.Path;

/** What a job gave. */
public sealed interface Result {

    /**
     * A picture.
     *
     * @param seed      the one it was really painted with
     * @param peakBytes most memory the engine's process has held so far; -1 if the system does not say
     * @param buildId   which engine painted it
     */
    record Painted(Picture picture, long seed, Timings timings, long peakBytes, String buildId) implements Result {}

    /** A file. */
    record Converted(Path file, Timings timings) implements Result {}
}
