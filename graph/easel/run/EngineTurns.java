package easel.run;

import easel.engine.Engine;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Outcome;
import easel.engine.Running;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A job's way to the engine: one call after the other, and none once it was stopped. Any thread may stop it. */
final class EngineTurns {

    private final Engine engine;
    private final Object lock = new Object();
    private @Nullable Running atWork;
    private boolean stopped;
    private boolean takenBack;

    EngineTurns(Engine engine) {
        this.engine = engine;
    }

    /**
     * Ends what the engine does for it.
     *
     * @param takenBack whether somebody wants it so; else the program ends
     */
    void stop(Consumer<Running> how, boolean takenBack) {
        Running running;
        synchronized (lock) {
            stopped = true;
            this.takenBack |= takenBack;
            running = atWork;
        }
        if (running != null) {
            how.accept(running);
        }
    }

    boolean isStopped() {
        synchronized (lock) {
            return stopped;
        }
    }

    boolean isTakenBack() {
        synchronized (lock) {
            return takenBack;
        }
    }

    /** Has the engine do something and waits for the end. */
    Outcome take(Job job, StepEvents heard) {
        Running running;
        synchronized (lock) {
            if (stopped) {
                return new Outcome.Failed(new Failure.Cancelled());
            }
            running = engine.start(job, heard);
            atWork = running;
        }
        try {
            return running.outcome().join();
        } catch (CancellationException | CompletionException e) {
            return new Outcome.Failed(new Failure.EngineFailed(String.valueOf(e.getMessage())));
        } finally {
            heard.close();
            synchronized (lock) {
                atWork = null;
            }
        }
    }

    /** Lets go of the loaded model, and of the process that held it. */
    void unload() {
        engine.unload();
    }
}
