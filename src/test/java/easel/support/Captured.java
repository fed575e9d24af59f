package easel.support;

import easel.engine.Engine;
import easel.engine.Event;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Outcome;
import easel.engine.Picture;
import easel.engine.Result;
import easel.engine.Running;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A job on a real engine with all it told, and ways to wait for a moment in it. */
public final class Captured {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch moment = new CountDownLatch(1);
    private final Running running;

    private Captured(Engine engine, Job job, Predicate<Event> awaited) {
        running = engine.start(job, event -> {
            events.add(event);
            if (awaited.test(event)) {
                moment.countDown();
            }
        });
    }

    public static Captured start(Engine engine, Job job) {
        return new Captured(engine, job, _ -> false);
    }

    /** Starts the job and returns when {@code awaited} has happened in it. */
    public static Captured until(Engine engine, Job job, Predicate<Event> awaited) throws InterruptedException {
        Captured captured = new Captured(engine, job, awaited);
        if (!captured.moment.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it never happened; there was " + captured.events);
        }
        return captured;
    }

    public Running running() {
        return running;
    }

    public List<Event> events() {
        return events;
    }

    public Outcome outcome() {
        return running.outcome().orTimeout(120, TimeUnit.SECONDS).join();
    }

    public Picture picture() {
        return switch (outcome()) {
            case Outcome.Done(Result.Painted painted) -> painted.picture();
            case Outcome other -> throw new AssertionError("no picture but " + other);
        };
    }

    public Failure failure() {
        return switch (outcome()) {
            case Outcome.Failed(Failure failure) -> failure;
            case Outcome other -> throw new AssertionError("no failure but " + other);
        };
    }
}
