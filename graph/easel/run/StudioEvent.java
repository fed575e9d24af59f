package easel.run;

import easel.run.store.StoreFailure;

/** What happens to the studio itself, whatever job runs. */
public sealed interface StudioEvent {

    /** The queue is in another order, or paused, or not any more. */
    record QueueChanged(boolean paused) implements StudioEvent {}

    /** Something is amiss with what should be remembered; work goes on. Each kind is told once, until it is over. */
    record StoreTrouble(StoreFailure failure) implements StudioEvent {}

    /** What could not be written, such as on a full disk, is written now. */
    record StoreWritesAgain() implements StudioEvent {}
}
