package easel.ui.task;

import java.awt.EventQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** The event thread, on which everything of Swing happens. */
public final class Edt {

    private Edt() {}

    /** Runs {@code what} on the event thread, soon and in order. */
    public static void later(Runnable what) {
        EventQueue.invokeLater(what);
    }

    /** Runs {@code what} on the event thread: now if this is it, else soon. */
    public static void run(Runnable what) {
        if (EventQueue.isDispatchThread()) {
            what.run();
        } else {
            EventQueue.invokeLater(what);
        }
    }

    /**
     * Runs {@code what} on the event thread and gives its result; for programs without a window, which may wait.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public static <T> T get(Supplier<T> what) throws InterruptedException {
        mustBeOff();
        FutureTask<T> task = new FutureTask<>(what::get);
        EventQueue.invokeLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        }
    }

    /** Throws unless this is the event thread. */
    public static void mustBeOn() {
        if (!EventQueue.isDispatchThread()) {
            throw new IllegalStateException("off the event thread: " + Thread.currentThread().getName());
        }
    }

    /** Throws if this is the event thread, which slow work would freeze. */
    public static void mustBeOff() {
        if (EventQueue.isDispatchThread()) {
            throw new IllegalStateException("slow work on the event thread");
        }
    }
}
