package easel.run;

import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.run.store.FinishedJob;
import easel.run.store.HistoryEntry;
import easel.run.store.JobQueue;
import easel.run.store.QueuedRow;
import easel.run.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A queue that stays when its process ends, however it ends: rows in the store, which other processes see and run too.
 * It is looked at twice a second for what others did. If the store fails, jobs live in memory as in any other program.
 */
final class StoreLedger implements Ledger {

    // A start of the window has both cores for itself until it has painted; a submission opens the store at once.
    private static final long FIRST_LOOK_MS = 1_500;
    private static final long LOOK_MS = 500;
    /** Numbers from here on are those of jobs that could not be written down. */
    private static final long IN_MEMORY = 1L << 40;

    private final Keeping keeping;
    private final Line line;
    private final Runnable writesAgain;
    /** A permit: look now. */
    private final Semaphore wanted = new Semaphore(0);
    private final Queue<Keeping.Deed> unwritten = new ConcurrentLinkedQueue<>();
    /** What a person said of order, pause and jobs to be taken back, and those that are written. */
    private final AtomicInteger deeds = new AtomicInteger();
    private final AtomicInteger deedsDone = new AtomicInteger();
    private final Thread watch = Thread.ofPlatform().name("easel-queue-watch").daemon().unstarted(this::watch);

    private volatile boolean closing;
    /** A job was left waiting because it could not be marked: it is to be tried again, though no row has changed. */
    private volatile boolean refused;

    /** Guards what follows, and holds still who is on the queue while it is compared with the rows. */
    private final Object membership = new Object();
    private long lastInMemory = IN_MEMORY;
    private boolean looked;
    private long seen = -1;

    /** What a submission asks for, beside its document. */
    record Wanted(RunOptions options, List<String> sinks) {}

    /** Who has the queue in memory. */
    interface Line {

        /**
         * How the rows stand now.
         *
         * @param settled whether order and pause are what this process made of them last; who changes these holds the
         *                same lock as who asks this
         */
        void standing(List<QueuedRow> rows, boolean paused, BooleanSupplier settled);
    }

    /**
     * @param writesAgain told when all is written that could not be before
     */
    StoreLedger(Keeping keeping, Line line, Runnable writesAgain) {
        this.keeping = keeping;
        this.line = line;
        this.writesAgain = writesAgain;
    }

    void start() {
        watch.start();
    }

    /** Looks now and not only when it is time. */
    void lookSoon() {
        wanted.release();
    }

    private void watch() {
        try {
            for (long wait = FIRST_LOOK_MS; !closing; wait = LOOK_MS) {
                if (wanted.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
                    wanted.drainPermits();
                }
                if (!closing) {
                    look();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        synchronized (membership) {
            looked = true;
            if (!caughtUp()) {
                return;
            }
            keeping.now(store -> {
                store.queue().join();
                store.queue().reclaim();
                long changes = store.queue().changes();
                if (changes != seen || refused) {
                    refused = false;
                    seen = changes;
                    int done = deedsDone.get();
                    boolean allDone = deeds.get() == done;
                    line.standing(store.queue().rows(), store.queue().isPaused(), () -> allDone && deeds.get() == done);
                }
                return true;
            });
        }
    }

    /** Writes what could not be written before; whether all of it is. */
    private boolean caughtUp() {
        boolean wasBehind = !unwritten.isEmpty();
        for (Keeping.Deed deed = unwritten.peek(); deed != null; deed = unwritten.peek()) {
            Keeping.Deed next = deed;
            if (keeping.now(store -> {
                next.with(store);
                return true;
            }).isEmpty()) {
                return false;
            }
            unwritten.remove();
        }
        if (wasBehind) {
            writesAgain.run();
        }
        return true;
    }

    @Override
    public void holdingStill(Runnable change) {
        synchronized (membership) {
            change.run();
        }
    }

    @Override
    public List<JobId> add(Document drawn, RunOptions options, Set<NodeId> sinks, int count) {
        if (!looked) {
            look();   // what was left from the last time comes first
        }
        Wanted wanted = new Wanted(options, sinks.stream().map(NodeId::text).sorted().toList());
        JobQueue.Wish wish = new JobQueue.Wish(WorkflowFile.text(drawn), Json.GSON.toJson(wanted), count);
        // What only shows is nothing to come back to.
        Optional<List<Long>> numbers = options.live() ? Optional.empty() : keeping.now(store -> store.queue().add(wish));
        if (numbers.isPresent()) {
            return numbers.get().stream().map(JobId::new).toList();
        }
        List<JobId> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(new JobId(++lastInMemory));
        }
        return jobs;
    }

    /** What a submission asked for; empty if it is gone. */
    Optional<JobQueue.Wish> wish(long submission) {
        return keeping.now(store -> store.queue().wish(submission)).flatMap(found -> found);
    }

    /** How a job ended that another process ran; empty if it was taken back. */
    Optional<HistoryEntry> ended(JobId job) {
        return keeping.now(store -> store.history().ofJob(job.number())).flatMap(found -> found);
    }

    static boolean isInMemory(JobId job) {
        return job.number() >= IN_MEMORY;
    }

    @Override
    public boolean take(JobId job) {
        return isInMemory(job) || keeping.now(store -> store.queue().take(job.number())).orElseGet(this::mayRunUnmarked);
    }

    /** Whether a job may run that could not be marked as begun: nobody else is there who would begin it too. */
    private boolean mayRunUnmarked() {
        // Without a store nobody else can have it.
        boolean alone = keeping.store().map(store -> store.queue().isAlone()).orElse(true);
        if (!alone) {
            refused = true;
        }
        return alone;
    }

    @Override
    public Saves saves(JobId job) {
        return isInMemory(job) ? Saves.NONE : new KeptSaves(job, keeping.now(store -> store.queue().saves(job.number())).orElse(Map.of()));
    }

    private final class KeptSaves implements Saves {

        private final JobId job;
        private final Map<String, JobQueue.Save> before;

        KeptSaves(JobId job, Map<String, JobQueue.Save> before) {
            this.job = job;
            this.before = before;
        }

        @Override
        public Optional<Path> before(String node) {
            JobQueue.Save save = before.get(node);
            if (save == null) {
                return Optional.empty();
            }
            try {
                // It may be another process's file that took the name first, or have never been written.
                return Files.isRegularFile(save.file()) && digest(Files.readAllBytes(save.file())).equals(save.sha256())
                        ? Optional.of(save.file()) : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        @Override
        public void intend(String node, Path file, byte[] content) {
            JobQueue.Save save = new JobQueue.Save(file.toAbsolutePath(), digest(content));
            keeping.now(store -> {
                store.queue().intend(job.number(), node, save);
                return true;
            });
        }

        private static String digest(byte[] content) {
            return HexFormat.of().formatHex(Sha256.fresh().digest(content));
        }
    }

    @Override
    public void giveBack(JobId job) {
        if (!isInMemory(job)) {
            keeping.now(store -> {
                store.queue().giveBack(job.number());
                return true;
            });
        }
    }

    @Override
    public void finish(JobId job, Optional<FinishedJob> told, Optional<Thumb> thumbnail) {
        Keeping.Deed deed = store -> {
            Optional<Long> entry = Optional.empty();
            if (told.isEmpty()) {
                store.queue().drop(job.number());
            } else {
                entry = isInMemory(job) ? Optional.of(store.history().add(told.get())) : store.queue().finish(job.number(), told.get());
            }
            if (entry.isPresent() && thumbnail.isPresent()) {
                long id = entry.get();
                keeping.later(later -> later.history().setThumbnail(id, thumbnail.get().jpeg()));
            }
        };
        if (keeping.now(store -> {
            deed.with(store);
            return true;
        }).isEmpty()) {
            unwritten.add(deed);   // a full disk has room again one day
        }
    }

    @Override
    public void cancel(List<JobId> jobs) {
        List<Long> kept = jobs.stream().filter(job -> !isInMemory(job)).map(JobId::number).toList();
        if (!kept.isEmpty()) {
            order(store -> store.queue().cancel(kept));
        }
    }

    @Override
    public void move(JobId job, int place) {
        if (!isInMemory(job)) {
            order(store -> store.queue().move(job.number(), place));
        }
    }

    @Override
    public void pause(boolean paused) {
        order(store -> store.queue().setPaused(paused));
    }

    private void order(Keeping.Deed deed) {
        deeds.incrementAndGet();
        Keeping.Deed counted = store -> {
            deed.with(store);
            deedsDone.incrementAndGet();
        };
        keeping.later(store -> {
            try {
                counted.with(store);
            } catch (StoreException full) {
                unwritten.add(counted);   // until then the rows do not say how it is
                throw full;
            }
        });
    }

    @Override
    public boolean isKept() {
        return true;
    }

    /** The nodes a restored job promised. */
    static Set<NodeId> sinks(Wanted wanted) {
        return wanted.sinks.stream().map(NodeId::new).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        closing = true;
        wanted.release();
        boolean interrupted = false;
        while (watch.isAlive()) {
            try {
                watch.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        caughtUp();   // what is not written now is lost, but for the pictures themselves
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
