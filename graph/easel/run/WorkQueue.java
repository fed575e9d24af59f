package easel.run;

import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.platform.Language;
import easel.run.store.FinishedJob;
import easel.run.store.HistoryEntry;
import easel.run.store.JobQueue;
import easel.run.store.QueuedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that wait and the one that runs, on a thread of its own; over a ledger that may keep them when the process
 * ends, and that other processes may write in too. For any thread.
 */
final class WorkQueue implements AutoCloseable {

    private final Ledger ledger;
    private final Announcer announcer;
    private final Maker maker;
    private final Keepsakes keepsakes;
    private final Thread worker = Thread.ofPlatform().name("easel-queue").daemon().unstarted(this::work);

    /** Guards what follows. */
    private final Object lock = new Object();
    private final List<JobRun> waiting = new ArrayList<>();
    /** Jobs that another process runs. */
    private final Map<JobId, JobRun> elsewhere = new LinkedHashMap<>();
    /** Jobs of the kept queue that are over, or taken back, while their rows may still be there. */
    private final Set<JobId> over = new HashSet<>();
    private @Nullable JobRun running;
    /** Read without the lock too: the window asks often, and must not wait while a job is written down. */
    private volatile boolean paused;
    private boolean closed;
    /** The engine was closed under a job of the kept queue: no other begins. */
    private boolean ended;

    /** Makes the run of a job. */
    @FunctionalInterface
    interface Maker {

        /**
         * @param planned  the plan it was queued with, or null for a job from an earlier time
         * @param promised the nodes that were to run for their own sake when it was queued
         */
        JobRun run(QueuedJob job, @Nullable Plan planned, Set<NodeId> promised, Function<JobId, Saves> saves);
    }

    /** @param kept whether it stays when the process ends */
    WorkQueue(boolean kept, Announcer announcer, Maker maker, Keepsakes keepsakes) {
        this.announcer = announcer;
        this.maker = maker;
        this.keepsakes = keepsakes;
        if (kept) {
            StoreLedger written = new StoreLedger(keepsakes.keeping(), this::standing, () -> announcer.tell(new StudioEvent.StoreWritesAgain()));
            this.ledger = written;
            written.start();
        } else {
            this.ledger = new ProcessLedger(keepsakes.keeping());
        }
        worker.start();
    }

    /** Whether a run gives anything that is not there and not on its way. */
    boolean isNew(Plan plan) {
        Set<Key> onTheirWay = new HashSet<>();
        synchronized (lock) {
            jobs().forEach(job -> onTheirWay.addAll(job.plannedKeys()));
        }
        return !onTheirWay.containsAll(plan.sinkKeys());
    }

    /** Queues the jobs of a document. */
    List<QueuedJob> add(Document drawn, List<Planner.Prepared> prepared, RunOptions options) {
        synchronized (lock) {
            refuseClosed();
        }
        List<QueuedJob> queued = new ArrayList<>();
        ledger.holdingStill(() -> {
            Set<NodeId> sinks = prepared.getFirst().plan().sinks();
            List<JobId> ids = ledger.add(drawn, options, sinks, prepared.size());
            synchronized (lock) {
                refuseClosed();
                for (int i = 0; i < prepared.size(); i++) {
                    Planner.Prepared one = prepared.get(i);
                    QueuedJob job = new QueuedJob(ids.get(i), one.document(), options, i, prepared.size(), new CompletableFuture<>());
                    announcer.tell(new RunEvent.Queued(job));
                    waiting.add(maker.run(job, one.plan(), sinks, ledger::saves));
                    queued.add(job);
                }
                lock.notifyAll();
            }
        });
        return queued;
    }

    private void refuseClosed() {
        if (closed) {
            throw new IllegalStateException("the studio is closed");
        }
    }

    /**
     * Looks after the kept queue now. By itself that begins a little after the studio does, so that a window's start has
     * the processor for itself.
     */
    void goOn() {
        if (ledger instanceof StoreLedger kept) {
            kept.lookSoon();
        }
    }

    /** The rows of the kept queue have changed: what others added, ran, moved or took back is taken over. */
    private void standing(List<QueuedRow> rows, boolean pausedThere, BooleanSupplier settled) {
        StoreLedger kept = (StoreLedger) ledger;
        Map<JobId, QueuedRow> byJob = new LinkedHashMap<>();
        rows.forEach(row -> byJob.put(new JobId(row.id()), row));
        Set<JobId> known = new HashSet<>();
        synchronized (lock) {
            jobs().forEach(job -> known.add(job.id()));
            known.addAll(elsewhere.keySet());
            known.addAll(over);
        }
        List<JobRun> found = restored(kept, rows.stream().filter(row -> !known.contains(new JobId(row.id()))).toList());
        Map<JobId, Ending> ended = new LinkedHashMap<>();
        known.stream().filter(job -> !byJob.containsKey(job) && !StoreLedger.isInMemory(job))
                .forEach(job -> ended.put(job, kept.ended(job).map(Account::ending).orElseGet(Ending.Cancelled::new)));
        JobRun takenBack;
        synchronized (lock) {
            if (closed) {
                return;
            }
            List<JobId> before = waiting.stream().map(JobRun::id).toList();
            found.forEach(job -> {
                announcer.tell(new RunEvent.Queued(job.queued()));
                waiting.add(job);
            });
            for (JobRun job : List.copyOf(waiting)) {
                QueuedRow row = byJob.get(job.id());
                if (row != null && row.isRunning()) {
                    waiting.remove(job);
                    elsewhere.put(job.id(), job);
                    announcer.tell(new RunEvent.Began(job.id()));
                } else if (row == null && ended.containsKey(job.id())) {
                    waiting.remove(job);
                    announcer.end(job.queued(), ended.get(job.id()), 0);
                }
            }
            for (JobRun job : List.copyOf(elsewhere.values())) {
                QueuedRow row = byJob.get(job.id());
                if (row == null && ended.containsKey(job.id())) {
                    elsewhere.remove(job.id());
                    announcer.end(job.queued(), ended.get(job.id()), 0);
                } else if (row != null && !row.isRunning()) {
                    elsewhere.remove(job.id());
                    waiting.add(job);   // its process is no more
                }
            }
            over.retainAll(byJob.keySet());
            QueuedRow mine = running == null ? null : byJob.get(running.id());
            takenBack = mine != null && mine.cancelled() ? running : null;
            boolean pausedBefore = paused;
            // What was said here and is not written yet goes before what stands there.
            if (settled.getAsBoolean()) {
                paused = pausedThere;
                waiting.sort(Comparator.comparingLong(job -> {
                    QueuedRow row = byJob.get(job.id());
                    return row == null ? Long.MAX_VALUE : row.position();
                }));
            }
            if (paused != pausedBefore || !before.equals(waiting.stream().map(JobRun::id).toList())) {
                announcer.tell(new StudioEvent.QueueChanged(paused));
            }
            lock.notifyAll();
        }
        if (takenBack != null) {
            takenBack.cancel();
        }
    }

    /** Jobs as they were asked for in an earlier time or another process. */
    private List<JobRun> restored(StoreLedger kept, List<QueuedRow> rows) {
        List<JobRun> jobs = new ArrayList<>();
        Map<Long, Optional<Asked>> asked = new HashMap<>();
        for (QueuedRow row : rows) {
            asked.computeIfAbsent(row.submission(), submission -> kept.wish(submission).flatMap(wish -> asked(row, wish))).ifPresent(wish ->
                    jobs.add(maker.run(new QueuedJob(new JobId(row.id()), Planner.one(wish.document, row.place()), wish.wanted.options(), row.place(), row.count(),
                            new CompletableFuture<>()), null, StoreLedger.sinks(wish.wanted), ledger::saves)));
        }
        return jobs;
    }

    private record Asked(Document document, StoreLedger.Wanted wanted) {}

    /** What a row asks for; one that cannot be read goes into the history with the reason, its workflow in it. */
    private Optional<Asked> asked(QueuedRow row, JobQueue.Wish wish) {
        try {
            return Optional.of(new Asked(WorkflowFile.parse(wish.document()), Json.GSON.fromJson(wish.options(), StoreLedger.Wanted.class)));
        } catch (WorkflowException e) {
            ledger.finish(new JobId(row.id()), Optional.of(new FinishedJob(Instant.now(), HistoryEntry.Kind.FAILED,
                    new HistoryEntry.Reason(e.code().name(), e.sentence(Language.ENGLISH), e.sentence(Language.CHINESE)), 0, 0, "", "", "", "",
                    wish.document(), List.of())), Optional.empty());
        } catch (RuntimeException e) {
            // Options of an Easel that had others: what was asked for is in the workflow.
            System.getLogger(WorkQueue.class.getName()).log(System.Logger.Level.ERROR, "a queued job cannot be read", e);
            ledger.finish(new JobId(row.id()), Optional.of(new FinishedJob(Instant.now(), HistoryEntry.Kind.CANCELLED, null, 0, 0, "", "", "", "",
                    wish.document(), List.of())), Optional.empty());
        }
        return Optional.empty();
    }

    List<QueuedJob> list() {
        synchronized (lock) {
            return Stream.concat(elsewhere.values().stream(), jobs().stream()).map(JobRun::queued).toList();
        }
    }

    boolean isPaused() {
        return paused;
    }

    void pause() {
        pause(true);
    }

    void resume() {
        pause(false);
    }

    void pause(boolean now) {
        synchronized (lock) {
            if (paused == now) {
                return;
            }
            paused = now;
            ledger.pause(now);
            announcer.tell(new StudioEvent.QueueChanged(now));
            lock.notifyAll();
        }
    }

    /** Puts a waiting job at a place among those that wait, the first being 0; one that does not wait stays as it is. */
    void move(JobId id, int place) {
        synchronized (lock) {
            for (JobRun job : waiting) {
                if (job.id().equals(id)) {
                    waiting.remove(job);
                    int at = Math.clamp(place, 0, waiting.size());
                    waiting.add(at, job);
                    ledger.move(id, at);
                    announcer.tell(new StudioEvent.QueueChanged(paused));
                    return;
                }
            }
        }
    }

    /** Takes back every job that waits; the one that runs goes on. */
    void clear() {
        synchronized (lock) {
            takeBack(List.copyOf(waiting));
        }
    }

    private Collection<JobRun> jobs() {
        List<JobRun> jobs = new ArrayList<>();
        if (running != null) {
            jobs.add(running);
        }
        jobs.addAll(waiting);
        return jobs;
    }

    /** Takes a job back: at once if it waits, at the engine's next safe moment if it runs. */
    void cancel(JobId job) {
        stop(job, JobRun::cancel);
    }

    /** Takes every job back. */
    void cancelAll() {
        clear();
        list().forEach(job -> cancel(job.id()));
    }

    /** Ends a job within two seconds whatever the engine is doing, at the price of a new engine process. */
    void forceStop(JobId job) {
        stop(job, JobRun::forceStop);
    }

    private void stop(JobId id, Consumer<JobRun> how) {
        JobRun atWork = null;
        synchronized (lock) {
            takeBack(waiting.stream().filter(job -> job.id().equals(id)).toList());
            if (elsewhere.containsKey(id)) {
                ledger.cancel(List.of(id));   // its process looks
            }
            if (running != null && running.id().equals(id)) {
                atWork = running;
            }
        }
        if (atWork != null) {
            how.accept(atWork);   // not under the lock: the engine may take it amiss, and nobody should wait for it
        }
    }

    /** Under the lock. */
    private void takeBack(List<JobRun> jobs) {
        waiting.removeAll(Set.copyOf(jobs));
        jobs.forEach(this::isOver);
        ledger.cancel(jobs.stream().map(JobRun::id).toList());
        jobs.forEach(job -> announcer.end(job.queued(), new Ending.Cancelled(), 0));
    }

    private void isOver(JobRun job) {
        if (ledger.isKept()) {
            synchronized (lock) {
                over.add(job.id());
            }
        }
    }

    /** Ends what runs and waits for that; jobs of a kept queue stay on it for the next time, others are cancelled. */
    @Override
    public void close() {
        JobRun last;
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            for (JobRun job : waiting) {
                announcer.end(job.queued(), new Ending.Cancelled(), 0);
            }
            for (JobRun job : elsewhere.values()) {
                announcer.end(job.queued(), new Ending.Cancelled(), 0);
            }
            waiting.clear();
            elsewhere.clear();
            last = running;
            lock.notifyAll();
        }
        if (last != null) {
            last.interrupt();
        }
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        ledger.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        for (JobRun job = next(); job != null; job = next()) {
            announcer.tell(new RunEvent.Began(job.id()));
            long began = System.nanoTime();
            Ending ending = job.run();
            double seconds = (System.nanoTime() - began) / 1e9;
            boolean left = ledger.isKept() && job.wasCutShort(ending);
            if (left) {
                ledger.giveBack(job.id());
            } else {
                finish(job, ending, seconds);
            }
            synchronized (lock) {
                running = null;
                ended |= left;
            }
            announcer.end(job.queued(), ending, seconds);
        }
    }

    private void finish(JobRun job, Ending ending, double seconds) {
        Optional<Account> account = keepsakes.account(job, ending, ledger.isKept());
        isOver(job);
        ledger.finish(job.id(), account.map(a -> a.finished(ending, seconds)), account.flatMap(Account::thumbnail));
        account.ifPresent(keepsakes::noted);
    }

    private @Nullable JobRun next() {
        while (true) {
            JobRun job;
            synchronized (lock) {
                while (waiting.isEmpty() || paused || ended) {
                    if (closed || ended) {
                        return null;
                    }
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        return null;   // nobody interrupts this thread but who wants it gone
                    }
                }
                if (closed) {
                    return null;
                }
                job = waiting.removeFirst();
                running = job;
            }
            if (ledger.take(job.id())) {
                return job;
            }
            synchronized (lock) {
                running = null;
                elsewhere.put(job.id(), job);   // another process was quicker, or took it back: a look tells
            }
            goOn();
        }
    }
}
