package easel.ui.desk;

import easel.engine.Picture;
import easel.run.Progress;
import easel.run.QueuedJob;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What is to be said about the run that goes on, or about the one that went last. */
public sealed interface RunView {

    /** Nothing was asked for yet, or what was asked for is there. */
    record Idle() implements RunView {}

    /**
     * It was asked for and has not begun.
     *
     * @param ahead jobs of other workflows that come first
     */
    record Preparing(boolean cancelling, int ahead) implements RunView {}

    /**
     * A job runs.
     *
     * @param secondsLeft until the picture is there, as far as steps tell
     * @param silent      seconds since anything was heard
     * @param retrying    whether the engine died and it begins once more
     */
    record Working(QueuedJob job, Progress progress, @Nullable Picture preview, OptionalDouble secondsLeft,
            double silent, boolean retrying, boolean cancelling) implements RunView {}

    /** The last run was taken back; what it had painted until then may be worth a look. */
    record Cancelled(int step, int steps, @Nullable Picture preview) implements RunView {}

    /**
     * The last run failed.
     *
     * @param details for engineers
     * @param mend    what a button can do about it
     */
    record Failed(String sentence, String details, @Nullable Mend mend) implements RunView {}

    /** Whether the engine is busy for us. */
    default boolean isBusy() {
        return this instanceof Preparing || this instanceof Working;
    }
}
