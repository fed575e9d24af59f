package easel.cli;

import easel.engine.Engine;
import easel.run.QueuedJob;
import easel.run.Studio;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, and every other polite end: what runs is cancelled in the engine, and no engine process is left behind. The
 * JVM then ends with 128 plus the signal's number, which for Ctrl-C is 130.
 */
final class CtrlC implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 2_000;

    private final Studio studio;
    private final Engine engine;
    private final Thread hook = new Thread(this::end, "ctrl-c");
    private volatile boolean pressed;

    CtrlC(Studio studio, Engine engine) {
        this.studio = studio;
        this.engine = engine;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean wasPressed() {
        return pressed;
    }

    private void end() {
        pressed = true;
        try {
            var jobs = studio.queue();
            studio.cancelAll();
            for (QueuedJob job : jobs) {
                job.ending().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (Exception tooSlow) {
            // the engine's end below ends the job as well
        }
        engine.close();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook does what is left
        }
    }
}
