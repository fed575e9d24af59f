package easel.engine;

import java.util.concurrent.CompletableFuture;

/** A job on its way. */
public interface Running {

    /** Completes, always normally, when the job has ended; on a thread of the engine's. */
    CompletableFuture<Outcome> outcome();

    /** Asks the job to end at the next safe moment. Returns at once; calling it again does nothing. */
    void cancel();

    /** Ends the job within two seconds whatever it is doing, at the price of a new engine process. */
    void forceStop();
}
