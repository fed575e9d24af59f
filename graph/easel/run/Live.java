package easel.run;

import easel.engine.EngineException;
import easel.graph.Document;
import easel.graph.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a document again whenever it has changed and then stood still for a moment: the newest wins, what runs for an
 * older one is cancelled. Random seeds keep the numbers they were drawn once, nothing is saved by itself and nothing
 * goes into the history; {@link #keep} saves what is shown. On a problem it pauses until the next change.
 *
 * <p>Methods may be called from any thread and return at once; the listener hears on a thread of its own, one thing at
 * a time and in order.
 */
public final class Live implements AutoCloseable {

    /** How long a document stands still before it runs: a slider is let go, a word is typed. */
    public static final Duration STILL = Duration.ofMillis(300);

    /** What goes on. */
    public sealed interface State {

        /** A document runs. */
        record Running(Document document, QueuedJob job) implements State {}

        /** A document's pictures are there. */
        record Shown(Document document, QueuedJob job) implements State {}

        /** A document has problems: nothing runs until it has changed. */
        record Paused(Document document, List<Problem> problems) implements State {
            public Paused {
                problems = List.copyOf(problems);
            }
        }

        /** A run failed: no other begins until the document has changed. */
        record Failed(Document document, Trouble trouble) implements State {}

        /** What was shown is being saved. */
        record Kept(Submission submission) implements State {}

        /** The document it is about, its seeds drawn: put it in the place of the one that changed, without an undo step. */
        default Document document() {
            return switch (this) {
                case Running s -> s.document;
                case Shown s -> s.document;
                case Paused s -> s.document;
                case Failed s -> s.document;
                case Kept s -> s.submission.document();
            };
        }
    }

    private record Wish(Document document, RunOptions options) {}

    private final Studio studio;
    private final Duration still;
    private final Consumer<State> listener;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("easel-live").daemon().factory());

    /** Guards what follows. */
    private final Object lock = new Object();
    private @Nullable Wish newest;
    private @Nullable Future<?> coming;

    /** On the thread. */
    private @Nullable QueuedJob running;
    private @Nullable Wish shown;

    /**
     * Runs nothing yet.
     *
     * @param still how long a document must stand still
     */
    public Live(Studio studio, Duration still, Consumer<State> listener) {
        this.studio = studio;
        this.still = still;
        this.listener = listener;
    }

    /** The document is now this. */
    public void changed(Document document, RunOptions options) {
        synchronized (lock) {
            newest = new Wish(document.withCount(1), options.live(true));
            if (coming != null) {
                coming.cancel(false);
            }
            coming = thread.schedule(this::begin, still.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Saves what was shown last, as a run of the document would: its Save nodes write, it goes into the history. */
    public void keep() {
        thread.execute(() -> {
            Wish wish = shown;
            if (wish != null) {
                submit(wish.document, wish.options.live(false)).ifPresent(submission -> listener.accept(new State.Kept(submission)));
            }
        });
    }

    private void begin() {
        Wish wish;
        synchronized (lock) {
            wish = newest;
            newest = null;
        }
        if (wish == null) {
            return;
        }
        stop();
        Wish before = shown;
        Document document = before == null ? wish.document : Seeds.remembering(wish.document, before.document);
        submit(document, wish.options).ifPresent(submission -> {
            Document drawn = submission.document();
            shown = new Wish(drawn, wish.options);
            List<Problem> errors = submission.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
            if (!errors.isEmpty() || submission.jobs().isEmpty()) {
                submission.jobs().forEach(job -> studio.cancel(job.id()));
                listener.accept(new State.Paused(drawn, errors));
                return;
            }
            QueuedJob job = submission.jobs().getFirst();
            running = job;
            studio.move(job.id(), 0);   // somebody looks at it
            listener.accept(new State.Running(drawn, job));
            job.ending().thenAcceptAsync(ending -> ended(drawn, job, ending), thread);
        });
    }

    private Optional<Submission> submit(Document document, RunOptions options) {
        try {
            return Optional.of(studio.submit(document, options, true));
        } catch (EngineException e) {
            listener.accept(new State.Failed(document, new Trouble.OfEngine(e.failure())));
            return Optional.empty();
        }
    }

    private void stop() {
        QueuedJob job = running;
        running = null;
        if (job != null) {
            studio.cancel(job.id());
        }
    }

    private void ended(Document document, QueuedJob job, Ending ending) {
        if (running != job) {
            return;   // of an older document
        }
        running = null;
        switch (ending) {
            case Ending.Done _ -> listener.accept(new State.Shown(document, job));
            case Ending.Failed(Trouble trouble) -> listener.accept(new State.Failed(document, trouble));
            case Ending.Cancelled _ -> { }
        }
    }

    /** Ends it, and what runs for it. */
    @Override
    public void close() {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        synchronized (lock) {
            newest = null;
        }
        thread.execute(() -> {
            stop();
            stopped.complete(null);
        });
        thread.shutdown();
        stopped.join();
    }
}
