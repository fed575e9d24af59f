package easel.engine;

import java.nio.file.Path;
import java.util.List;

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

    /**
     * A video.
     *
     * @param frames    one or more, of one size
     * @param fps       how many are shown a second
     * @param seed      the one it was painted with
     * @param peakBytes as above
     * @param buildId   which engine painted it
     */
    record Filmed(List<Picture> frames, int fps, long seed, Timings timings, long peakBytes, String buildId) implements Result {
        public Filmed {
            frames = List.copyOf(frames);
        }
    }

    /** A file. */
    record Converted(Path file, Timings timings) implements Result {}
}
