package easel.ui.strip;

import easel.run.QueuedJob;
import easel.ui.desk.Shot;

/** One place in the strip. */
sealed interface Item {

    /** A picture that is being painted, or waits its turn. */
    record Coming(QueuedJob job) implements Item {}

    /** A finished picture. */
    record Finished(Shot shot) implements Item {}
}
