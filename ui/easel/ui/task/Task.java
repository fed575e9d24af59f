package easel.ui.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Slow work with an end on the event thread: the work never runs there, what follows always does.
 * {@code Task.of(() -> read(file)).whenDone(stage::show)}
 */
public final class Task<T> {

    private final Lane lane;
    private final Callable<? extends T> work;
    private Consumer<? super Exception> failed = Task::surprise;

    private Task(Lane lane, Callable<? extends T> work) {
        this.lane = lane;
        this.work = work;
    }

    /** Work to be done among all that {@linkplain Lane#LOOKING looks} at something; nothing happens until {@link #whenDone} or {@link #start}. */
    public static <T> Task<T> of(Callable<? extends T> work) {
        return of(Lane.LOOKING, work);
    }

    /** The same on other threads. */
    public static <T> Task<T> of(Lane lane, Callable<? extends T> work) {
        return new Task<>(lane, work);
    }

    /** What to do, on the event thread, if the work throws. Without it the exception is thrown there. */
    public Task<T> whenFailed(Consumer<? super Exception> consequence) {
        this.failed = consequence;
        return this;
    }

    /** Starts the work; {@code consequence} is given its result on the event thread. */
    public void whenDone(Consumer<? super T> consequence) {
        lane.run(() -> {
            try {
                T result = work.call();
                return () -> consequence.accept(result);
            } catch (Exception e) {
                return () -> failed.accept(e);
            } catch (Error e) {
                // Out of memory, most likely, over one large picture: whoever waits must hear of it.
                return () -> failed.accept(new IllegalStateException(e));
            }
        });
    }

    /** Starts the work; its result is not wanted. */
    public void start() {
        whenDone(_ -> {});
    }

    private static void surprise(Exception e) {
        throw e instanceof RuntimeException r ? r : new IllegalStateException(e);
    }
}
