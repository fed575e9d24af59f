package easel.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

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
    private final AtomicInteger busy = new AtomicInteger();
    /** On the EDT. */
    private final List<Runnable> waiting = new ArrayList<>();

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

    /** Runs work here, and on the EDT what follows from it. */
    void run(Supplier<Runnable> work) {
        busy.incrementAndGet();
        threads.execute(() -> {
            Runnable consequence = work.get();
            Edt.later(() -> {
                try {
                    consequence.run();
                } finally {
                    if (busy.decrementAndGet() == 0) {
                        List<Runnable> all = List.copyOf(waiting);
                        waiting.clear();
                        all.forEach(Runnable::run);
                    }
                }
            });
        });
    }

    /** Whether there is work here, or something that follows from it is still to come. */
    public boolean isBusy() {
        return busy.get() > 0;
    }

    /** Runs {@code then}, on the EDT, once there is nothing to do here and all that followed is over. It must be busy. */
    public void whenIdle(Runnable then) {
        Edt.mustBeOn();
        waiting.add(then);
    }
}
