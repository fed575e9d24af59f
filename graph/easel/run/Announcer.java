package easel.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Brings events to listeners, in the order they were told, on a thread of its own: nobody who tells ever waits. */
final class Announcer {

    private final List<Consumer<RunEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("easel-events").daemon().factory());

    Studio.Listening listen(Consumer<RunEvent> listener) {
        // One listener may be there twice: each place is its own.
        Consumer<RunEvent> place = listener::accept;
        listeners.add(place);
        return () -> listeners.remove(place);
    }

    void tell(RunEvent event) {
        thread.execute(() -> deliver(event));
    }

    void end(QueuedJob job, Ending ending, double seconds) {
        thread.execute(() -> {
            deliver(new RunEvent.Ended(job.id(), ending, seconds));
            job.ending().complete(ending);
        });
    }

    private void deliver(RunEvent event) {
        for (Consumer<RunEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                // A listener's error is its own: the others hear on.
                System.getLogger(Announcer.class.getName()).log(System.Logger.Level.ERROR, "a listener failed", e);
            }
        }
    }

    /** Delivers what was told until now, and nothing more. */
    void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
