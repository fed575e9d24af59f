package easel.run;

import easel.run.store.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Brings events to listeners, in the order they were told, on a thread of its own: nobody who tells ever waits. */
final class Announcer {

    private final List<Consumer<RunEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<StudioEvent>> followers = new CopyOnWriteArrayList<>();
    /** On the thread. */
    private final List<StudioEvent.StoreTrouble> troubles = new ArrayList<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("easel-events").daemon().factory());

    Studio.Listening listen(Consumer<RunEvent> listener) {
        // One listener may be there twice: each place is its own.
        Consumer<RunEvent> place = listener::accept;
        listeners.add(place);
        return () -> listeners.remove(place);
    }

    Studio.Listening follow(Consumer<StudioEvent> follower) {
        Consumer<StudioEvent> place = follower::accept;
        thread.execute(() -> {
            troubles.forEach(trouble -> tell(List.of(place), trouble));
            followers.add(place);
        });
        return () -> followers.remove(place);
    }

    void tell(StudioEvent event) {
        try {
            thread.execute(() -> {
                if (event instanceof StudioEvent.StoreWritesAgain) {
                    if (!troubles.removeIf(trouble -> trouble.failure() instanceof StoreFailure.NotWritten)) {
                        return;
                    }
                }
                // A full disk is met again and again; each kind of trouble is told once.
                if (event instanceof StudioEvent.StoreTrouble(StoreFailure failure)) {
                    if (troubles.stream().anyMatch(t -> t.failure().code().equals(failure.code()))) {
                        return;
                    }
                    troubles.add(new StudioEvent.StoreTrouble(failure));
                }
                tell(followers, event);
            });
        } catch (RejectedExecutionException closed) {
            // Nobody listens any more.
        }
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
        tell(listeners, event);
    }

    private static <E> void tell(List<Consumer<E>> listeners, E event) {
        for (Consumer<E> listener : listeners) {
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
