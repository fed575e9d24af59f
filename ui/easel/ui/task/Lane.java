package easel.ui.task;

import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for one kind of slow work, apart from the others': what hangs in one, on a share of a network perhaps, keeps no other waiting. */
public enum Lane {

    /** Reading and scaling pictures, looking into folders. Two: these are short, and more threads would take the engine's time. */
    LOOKING(2),
    /** What the window remembers, in Easel's own folders: of itself, and what a person keeps there; and its end. */
    KEEPING(1),
    /** Workflows and pictures saved where a person wants them. Two: one place that hangs is no reason not to save to another. */
    SAVING(2),
    /** What is asked for, taken back and put in order in the queue. Two: a cancel does not wait for a model to be looked at. */
    QUEUEING(2),
    /** Questions to the engine, which answers none as long as it paints. */
    ENGINE(1);

    private final ThreadPoolExecutor threads;

    Lane(int count) {
        AtomicInteger number = new AtomicInteger();
        String plain = name().toLowerCase(Locale.ROOT);
        threads = new ThreadPoolExecutor(count, count, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "easel-" + plain + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    Executor threads() {
        return threads;
    }
}
