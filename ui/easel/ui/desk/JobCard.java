package easel.ui.desk;

import easel.engine.Picture;
import easel.run.Progress;
import easel.run.QueuedJob;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A job as the queue shows it: it runs, waits or is over. */
public record JobCard(QueuedJob job, Tab tab, State state) {

    /** How far it is. */
    public sealed interface State {}

    /** Others come first. */
    public record Waiting() implements State {}

    /** It runs. */
    public record Running(Progress progress, @Nullable Picture preview, OptionalDouble secondsLeft) implements State {}

    /** It went well; {@code file} is the last it wrote, or null. */
    public record Done(double seconds, @Nullable Path file) implements State {}

    /** It failed. */
    public record Failed(String sentence) implements State {}

    /** It was taken back. */
    public record Cancelled() implements State {}

    /** Whether it runs or waits. */
    public boolean isComing() {
        return state instanceof Waiting || state instanceof Running;
    }
}
