package easel.ui.task;

import java.awt.EventQueue;

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
