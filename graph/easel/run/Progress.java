package easel.run;

import easel.engine.Phase;
import easel.engine.Picture;
import org.jspecify.annotations.Nullable;

/**
 * How far a running node is.
 *
 * @param phase         what the engine is doing, or null before it began with this node
 * @param step          how many of {@code steps} are done; 0 of 0 where nothing is counted
 * @param secondsPerStep that the last one took; 0 if not known
 * @param preview       the picture so far, latest known, or null
 * @param picture       which one of a batch it works at, from 1; the steps are those of all of them
 * @param pictures      how many there are; 1 where there is no batch
 */
public record Progress(@Nullable Phase phase, int step, int steps, double secondsPerStep, @Nullable Picture preview, int picture, int pictures) {

    /** Of one picture. */
    public Progress(@Nullable Phase phase, int step, int steps, double secondsPerStep, @Nullable Picture preview) {
        this(phase, step, steps, secondsPerStep, preview, 1, 1);
    }

    /** Nothing is known yet. */
    public static final Progress BEGUN = new Progress(null, 0, 0, 0, null);

    /** Seconds until this phase ends, at the last step's pace; 0 if not known. */
    public double secondsLeft() {
        return (steps - step) * secondsPerStep;
    }
}
