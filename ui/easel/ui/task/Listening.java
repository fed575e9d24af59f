package easel.ui.task;

/** A thread that waits for others as long as the window is open. */
public final class Listening {

    private Listening() {}

    /** Starts it; it ends by itself, or with the program. */
    public static void start(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }
}
