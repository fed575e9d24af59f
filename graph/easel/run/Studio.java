package easel.run;

import easel.engine.Engine;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.weights.Starter;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.Thumbnail;
import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Expansion;
import easel.graph.Freeze;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.nodes.Image;
import easel.platform.Folders;
import easel.platform.Language;
import easel.platform.Leftovers;
import easel.run.store.FinishedJob;
import easel.run.store.HistoryEntry;
import easel.run.store.JobHistory;
import easel.run.store.JobQueue;
import easel.run.store.QueuedRow;
import easel.run.store.Store;
import easel.run.store.StoreException;
import easel.run.store.StoreFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
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
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one door that window and command line go through: documents in, events and pictures out.
 *
 * <p>Its queue ends with the process ({@link #Studio}) or is kept over restarts and crashes ({@link #keeping}): then
 * jobs that were not finished are there again when the next such studio begins, and several at once share the work.
 * Either way every finished job goes into the history.
 *
 * <p>Threads: every method may be called from any thread. {@link #submit} and {@link #keys} may read model files
 * whole and start the engine, {@link #history} and what it gives wait for the disk, so the window calls them away from
 * its own thread; {@link #close} waits for the running job; all others answer at once. Listeners hear events on one
 * thread of the studio's, one at a time and in order, and must not block for long: what is not heard yet piles up.
 * After {@link #close} nothing is heard any more.
 */
public final class Studio implements AutoCloseable {

    // 21 pictures of 1024 x 1024: the window's process should stay below 300 MB.
    private static final long CACHE_BYTES = 64L << 20;

    // A start has the processor for itself until it has painted.
    private static final long TIDY_AFTER_MS = 2_500;

    private final Engine engine;
    private final Sheets sheets = new Sheets();
    private final Digests digests;
    private final Ladder ladder;
    private final Starter starter;
    private final Seeds seeds;
    private final FrozenResults frozen;
    private final DiskCache onDisk;
    private final Cache cache;
    private final Keeping keeping;
    private final Ledger ledger;
    private final ResultsFolder results;
    private final KnownFolders knownFolders;
    private final Announcer announcer = new Announcer();
    private final Thread worker = Thread.ofPlatform().name("easel-queue").daemon().unstarted(this::work);

    /** One submission at a time: the second must know what the first will paint. */
    private final Object planning = new Object();
    private volatile @Nullable Machine machine;
    private volatile Supplier<Set<Path>> held = Set::of;
    private volatile long keptBytes = Limits.STANDARD.keptBytes();

    /** Guards what follows. */
    private final Object lock = new Object();
    private final List<JobRun> waiting = new ArrayList<>();
    /** Jobs that another process runs. */
    private final Map<JobId, JobRun> elsewhere = new LinkedHashMap<>();
    /** Jobs of the kept queue that are over, or taken back, while their rows may still be there. */
    private final Set<JobId> over = new HashSet<>();
    private @Nullable JobRun running;
    private boolean paused;
    private boolean closed;
    /** The engine was closed under a job of the kept queue: no other begins. */
    private boolean ended;

    /**
     * How much is kept on the disk.
     *
     * @param cacheBytes results that can be made again, in the cache folder
     * @param keptBytes  finished pictures that nobody saved, in the data folder
     */
    public record Limits(long cacheBytes, long keptBytes) {

        /** 2 GB and 5 GB. */
        public static final Limits STANDARD = new Limits(2_000_000_000L, 5_000_000_000L);
    }

    /**
     * A studio whose queue ends with it: for one command.
     *
     * @param home the folder Easel itself lies in: the packed starter is found in its folder {@code starter}
     */
    public Studio(Engine engine, Folders folders, Path home) {
        this(engine, folders, home, Limits.STANDARD);
    }

    /** ... that keeps so much on the disk. */
    public Studio(Engine engine, Folders folders, Path home, Limits limits) {
        this(engine, folders, home, new SecureRandom(), CACHE_BYTES, limits, false);
    }

    /**
     * A studio whose queue stays: for the window. Jobs left from the last time are on it soon, and run unless the queue
     * is paused; it pauses by itself if one of them has ended its process twice. Pictures that nobody saves are kept.
     */
    public static Studio keeping(Engine engine, Folders folders, Path home, Limits limits) {
        return new Studio(engine, folders, home, new SecureRandom(), CACHE_BYTES, limits, true);
    }

    Studio(Engine engine, Folders folders, Path home, RandomGenerator random, long cacheBytes, Limits limits, boolean keepsQueue) {
        this.engine = engine;
        this.digests = new Digests(folders.cache().resolve("digests.json"));
        this.ladder = new Ladder(folders.state().resolve("memory-rungs.json"));
        this.starter = new Starter(home, folders.data());
        this.seeds = new Seeds(random);
        this.frozen = new FrozenResults(folders.data().resolve("frozen"));
        this.onDisk = new DiskCache(folders.cache().resolve("results"), limits.cacheBytes);
        this.cache = new Cache(cacheBytes, onDisk, frozen);
        this.results = new ResultsFolder(ResultsFolder.of(folders), cache);
        this.knownFolders = new KnownFolders(folders.data().resolve("picture-folders.txt"));
        this.keptBytes = limits.keptBytes;
        this.keeping = new Keeping(folders, this::amiss);
        if (keepsQueue) {
            StoreLedger kept = new StoreLedger(keeping, this::standing);
            this.ledger = kept;
            kept.start();
        } else {
            this.ledger = new ProcessLedger(keeping);
        }
        worker.start();
        Thread.ofPlatform().name("easel-tidy").daemon().priority(Thread.MIN_PRIORITY).start(() -> tidy(folders));
    }

    /** Clears what was being written when an earlier process was killed. */
    private void tidy(Folders folders) {
        try {
            Thread.sleep(TIDY_AFTER_MS);
        } catch (InterruptedException e) {
            return;
        }
        for (Path folder : List.of(folders.config(), folders.data(), folders.cache(), folders.state())) {
            try (Stream<Path> inside = Files.walk(folder, 2)) {
                inside.filter(Files::isDirectory).forEach(Leftovers::clear);
            } catch (IOException | UncheckedIOException notThere) {
                // Then there is nothing to clear.
            }
        }
        knownFolders.all().forEach(Leftovers::clear);
    }

    private void amiss(StoreFailure failure) {
        announcer.tell(new StudioEvent.StoreTrouble(failure));
        if (failure instanceof StoreFailure.PutAside) {
            // On a thread of its own: thousands of pictures take a while, and the queue must go on meanwhile.
            Thread.ofPlatform().name("easel-rebuild").daemon().start(() -> rebuildHistory(knownFolders.all()));
        }
    }

    /** Everything that can be said of a document without reading whole files or asking the engine. */
    public List<Problem> check(Document document) {
        return Plan.check(sheets.of(document), starter, engine, cache::has);
    }

    /**
     * The key each node has in this document as it is; nodes with errors before them, and those that nothing shown or
     * saved needs, have none. A result is outdated if its key is not the one here.
     *
     * @throws EngineException if there is no engine
     */
    public Map<NodeId, Key> keys(Document document, RunOptions options) throws EngineException {
        synchronized (planning) {
            Map<NodeId, Key> keys = new HashMap<>();
            plan(document, options, machine().execution(options.execution())).steps().forEach(s -> keys.put(s.id(), s.key()));
            return keys;
        }
    }

    /**
     * What {@link #submit} would do with the seeds as they stand; nothing is queued.
     *
     * @throws EngineException if there is no engine
     */
    public Forecast forecast(Document document, RunOptions options) throws EngineException {
        synchronized (planning) {
            Document drawn = seeds.first(document);
            return Forecast.of(drawn, plan(drawn, options, machine().execution(options.execution())), cache);
        }
    }

    /**
     * Queues a document, as many jobs as its count says, each with all its seeds one higher than the one before.
     * The seeds that stand in the document come first; only if with those nothing would run, or all of it is on its
     * way already, random ones are drawn anew (and those that count up or down step on). A job that finds everything
     * known asks nothing of the engine.
     *
     * @throws EngineException if there is no engine
     */
    public Submission submit(Document document, RunOptions options) throws EngineException {
        return submit(document, options, options.live());
    }

    /** ... where seeds that have numbers may be held, whatever comes of it. */
    Submission submit(Document document, RunOptions options, boolean holding) throws EngineException {
        synchronized (planning) {
            Execution execution = machine().execution(options.execution());
            Document drawn = seeds.first(document);
            List<Prepared> prepared = prepare(drawn, options, execution);
            Plan plan = prepared.getFirst().plan;
            if (!holding && prepared.stream().noneMatch(this::isNew)) {
                Document next = seeds.next(drawn, sheets.of(drawn).constants().behind(
                        plan.steps().stream().filter(s -> s.node().mode() != Mode.FROZEN).map(Step::id).toList()));
                if (next != drawn) {
                    drawn = next;
                    prepared = prepare(drawn, options, execution);
                }
            }
            return new Submission(drawn, plan.sinks().isEmpty() ? List.of() : enqueue(drawn, prepared, options), plan.problems());
        }
    }

    /** A job's document with its plan. */
    private record Prepared(Document document, Plan plan) {}

    private List<Prepared> prepare(Document drawn, RunOptions options, Execution execution) {
        List<Prepared> prepared = new ArrayList<>();
        for (int i = 0; i < drawn.count(); i++) {
            Document one = one(drawn, i);
            prepared.add(new Prepared(one, plan(one, options, execution)));
        }
        return prepared;
    }

    private static Document one(Document drawn, int place) {
        return Seeds.higher(drawn, place).withCount(1);
    }

    private JobRun.Ready ready(Document document, RunOptions options) throws EngineException {
        Execution execution = machine().execution(options.execution());
        return new JobRun.Ready(plan(document, options, execution), execution, machine().build(), machine().kind(execution));
    }

    private Plan plan(Document document, RunOptions options, Execution execution) {
        Plan plan = Plan.of(sheets.of(document), surroundings(options, execution), options.to(), !options.live());
        frozen.keep(null, plan.frozen().stream().collect(Collectors.toMap(Step::key, step -> () -> results.of(step.key(), step.id()), (a, _) -> a)), cache);
        return plan;
    }

    private Surroundings surroundings(RunOptions options, Execution execution) {
        Machine known = machine;
        if (known == null) {
            throw new IllegalStateException("nobody asked the engine");
        }
        return new Surroundings(known.salt(execution), options.pictures(), digests, starter, engine,
                ladder.on(known.build(), execution), cache::has);
    }

    /**
     * The edit that has some nodes give what they give now, whatever feeds them from then on. One of which that is not
     * known gives what it shows, though it was made for other values; one that gave nothing yet, or whose result is
     * gone, is frozen all the same, and a problem says so.
     *
     * @param shown under which keys people see results, by node
     * @throws EngineException if there is no engine
     */
    public Freezing freezing(Document document, Set<NodeId> nodes, Map<NodeId, Key> shown, RunOptions options) throws EngineException {
        synchronized (planning) {
            Document flat = Expansion.of(document, Catalogue::schema).document();
            Set<NodeId> inside = flat.nodes().stream().filter(n -> n.mode() == Mode.ON || n.mode() == Mode.FROZEN).map(Node::id)
                    .filter(id -> nodes.stream().anyMatch(outer -> id.within(outer).isPresent())).collect(Collectors.toSet());
            Map<NodeId, String> results = new HashMap<>();
            Frozen.results(flat, inside, surroundings(options, machine().execution(options.execution())))
                    .forEach((id, key) -> results.put(id, key.hex()));
            Set<NodeId> outdated = new HashSet<>();
            for (NodeId id : inside) {
                Key key = shown.get(id);
                if (key != null && !results.containsKey(id) && cache.has(key)) {
                    results.put(id, key.hex());
                    outdated.add(id);
                }
            }
            return new Freezing(new Freeze(nodes, results), outdated);
        }
    }

    /**
     * How some nodes are frozen.
     *
     * @param outdated those that give what was made for other values than they have now
     */
    public record Freezing(Freeze edit, Set<NodeId> outdated) {
        public Freezing {
            outdated = Set.copyOf(outdated);
        }
    }

    /**
     * Keeps what a document's frozen nodes name as long as its file does. To be called when a document is opened and
     * saved; waits for the disk.
     */
    public void liesIn(Path file, Document document) {
        Map<Key, Supplier<Set<Path>>> named = new HashMap<>();
        Frozen.named(document).forEach((node, key) -> named.put(key, () -> results.of(key, node)));
        frozen.keep(file, named, cache);
    }

    private Machine machine() throws EngineException {
        Machine known = machine;
        if (known == null) {
            known = Machine.of(engine);
            machine = known;
        }
        return known;
    }

    private boolean isNew(Prepared prepared) {
        if (!JobRun.wouldRun(prepared.plan, cache)) {
            return false;
        }
        Set<Key> onTheirWay = new HashSet<>();
        synchronized (lock) {
            jobs().forEach(job -> onTheirWay.addAll(job.plannedKeys()));
        }
        return !onTheirWay.containsAll(prepared.plan.sinkKeys());
    }

    private List<QueuedJob> enqueue(Document drawn, List<Prepared> prepared, RunOptions options) {
        synchronized (lock) {
            refuseClosed();
        }
        List<QueuedJob> queued = new ArrayList<>();
        ledger.holdingStill(() -> {
            Set<NodeId> sinks = prepared.getFirst().plan.sinks();
            List<JobId> ids = ledger.add(drawn, options, sinks, prepared.size());
            synchronized (lock) {
                refuseClosed();
                for (int i = 0; i < prepared.size(); i++) {
                    Prepared one = prepared.get(i);
                    QueuedJob job = new QueuedJob(ids.get(i), one.document, options, i, prepared.size(), new CompletableFuture<>());
                    announcer.tell(new RunEvent.Queued(job));
                    waiting.add(jobRun(job, one.plan, sinks));
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

    private JobRun jobRun(QueuedJob job, @Nullable Plan planned, Set<NodeId> promised) {
        return new JobRun(job, planned, promised, () -> ready(job.document(), job.options()), engine, ladder, cache, starter, ledger::saves, announcer::tell);
    }

    /** A job that runs by itself, past the queue, with what is known of the files it wrote when it was last begun. */
    JobRun running(QueuedJob job, Saves saves) {
        return new JobRun(job, null, Set.of(), () -> ready(job.document(), job.options()), engine, ladder, cache, starter, _ -> saves, announcer::tell);
    }

    // The kept queue

    /**
     * Looks after the kept queue now. By itself that begins a little after the studio does, so that a window's start has
     * the processor for itself.
     */
    public void goOn() {
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
                    jobs.add(jobRun(new QueuedJob(new JobId(row.id()), one(wish.document, row.place()), wish.wanted.options(), row.place(), row.count(),
                            new CompletableFuture<>()), null, StoreLedger.sinks(wish.wanted))));
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
            System.getLogger(Studio.class.getName()).log(System.Logger.Level.ERROR, "a queued job cannot be read", e);
            ledger.finish(new JobId(row.id()), Optional.of(new FinishedJob(Instant.now(), HistoryEntry.Kind.CANCELLED, null, 0, 0, "", "", "", "",
                    wish.document(), List.of())), Optional.empty());
        }
        return Optional.empty();
    }

    /** What a node gave under a key, if it is still in memory. */
    public List<Image> images(Key key) {
        return cache.inMemory(key).map(Outputs::images).orElse(List.of());
    }

    /** The jobs that run, here or in another process, and those that wait, in their order. */
    public List<QueuedJob> queue() {
        synchronized (lock) {
            return Stream.concat(elsewhere.values().stream(), jobs().stream()).map(JobRun::queued).toList();
        }
    }

    /** Whether no job is to begin. */
    public boolean isPaused() {
        synchronized (lock) {
            return paused;
        }
    }

    /** Lets no further job begin; the one that runs goes on. */
    public void pause() {
        pause(true);
    }

    /** Lets jobs begin again. */
    public void resume() {
        pause(false);
    }

    private void pause(boolean now) {
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
    public void move(JobId id, int place) {
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
    public void clear() {
        List<JobId> all;
        synchronized (lock) {
            all = waiting.stream().map(JobRun::id).toList();
        }
        all.reversed().forEach(this::cancel);
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
    public void cancel(JobId job) {
        stop(job, JobRun::cancel);
    }

    /** Takes every job back. */
    public void cancelAll() {
        queue().reversed().forEach(job -> cancel(job.id()));
    }

    /** Ends a job within two seconds whatever the engine is doing, at the price of a new engine process. */
    public void forceStop(JobId job) {
        stop(job, JobRun::forceStop);
    }

    private void stop(JobId id, Consumer<JobRun> how) {
        JobRun atWork = null;
        synchronized (lock) {
            for (JobRun job : List.copyOf(waiting)) {
                if (job.id().equals(id)) {
                    waiting.remove(job);
                    takeBack(job);
                    announcer.end(job.queued(), new Ending.Cancelled(), 0);
                }
            }
            if (elsewhere.containsKey(id)) {
                ledger.cancel(id);   // its process looks
            }
            if (running != null && running.id().equals(id)) {
                atWork = running;
            }
        }
        if (atWork != null) {
            how.accept(atWork);   // not under the lock: the engine may take it amiss, and nobody should wait for it
        }
    }

    private void takeBack(JobRun job) {
        isOver(job);
        ledger.cancel(job.id());
    }

    private void isOver(JobRun job) {
        if (ledger.isKept()) {
            synchronized (lock) {
                over.add(job.id());
            }
        }
    }

    // What stays

    /** The jobs that are over; empty if the store cannot be opened. Waits for the disk. */
    public Optional<JobHistory> history() {
        return keeping.store().map(Store::history);
    }

    /** The small picture of an entry, a JPEG: the one kept, else made now from its first picture. Waits for the disk. */
    public Optional<byte[]> thumbnail(HistoryEntry entry) {
        Optional<byte[]> kept = keeping.now(store -> store.history().thumbnail(entry.id())).flatMap(found -> found);
        if (kept.isPresent() || entry.pictures().isEmpty()) {
            return kept;
        }
        try {
            byte[] made = Thumbnail.of(PictureFile.read(entry.pictures().getFirst().file()).picture());
            keeping.later(store -> store.history().setThumbnail(entry.id(), made));
            return Optional.of(made);
        } catch (PictureException gone) {
            return Optional.empty();
        }
    }

    /** Adds the pictures in some folders that the history does not have, and tells how many; waits for the disk. */
    public int rebuildHistory(List<Path> folders) {
        return keeping.now(store -> rebuild(store.history(), folders)).orElse(0);
    }

    private int rebuild(JobHistory history, List<Path> folders) throws StoreException {
        return new HistoryRebuild(history, results.folder()).from(Stream.concat(Stream.of(results.folder()), folders.stream()).distinct().toList());
    }

    /** From now on these files are not deleted to make room: what open documents and frozen nodes name. Asked on any thread. */
    public void holding(Supplier<Set<Path>> files) {
        held = files;
    }

    /** The files of the pictures that a document names. */
    public static Set<Path> named(Document document) {
        Set<Path> named = new HashSet<>();
        Stream.concat(document.nodes().stream(), document.subgraphs().stream().flatMap(s -> s.body().nodes().stream())).forEach(node ->
                node.values().values().forEach(value -> {
                    if (value instanceof Value.Text(String text) && text.endsWith(".png")) {
                        try {
                            named.add(Path.of(text).toAbsolutePath().normalize());
                        } catch (InvalidPathException words) {
                            // A prompt may end so too.
                        }
                    }
                }));
        return named;
    }

    /** Bounds what is kept on the disk from now on. */
    public void limit(Limits limits) {
        keptBytes = limits.keptBytes;
        onDisk.limit(limits.cacheBytes);
    }

    /** Hears everything from now on, until the answer is closed. */
    public Listening listen(Consumer<RunEvent> listener) {
        return announcer.listen(listener);
    }

    /** Hears of the studio itself from now on, and first of what was amiss before, until the answer is closed. */
    public Listening follow(Consumer<StudioEvent> listener) {
        return announcer.follow(listener);
    }

    /** A listener's place; closing it gives it up. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Ends what runs and waits for that, and for what is being written; jobs of a kept queue stay on it for the next
     * time, others are cancelled. The engine belongs to who made it.
     */
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
        cache.close();
        keeping.close();
        announcer.close();
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
        Optional<Account> account = job.queued().options().live() ? Optional.empty() : job.account(ending, ledger.isKept() ? results : null);
        isOver(job);
        ledger.finish(job.id(), account.map(a -> a.finished(ending, seconds)), account.flatMap(Account::thumbnail));
        account.ifPresent(a -> a.pictures().forEach(picture -> {
            if (picture.kept()) {
                keeping.later(store -> {
                    Set<Path> spared = new HashSet<>(store.history().starredFiles());
                    spared.addAll(held.get());
                    spared.addAll(frozen.pictures());
                    results.shrink(keptBytes, spared);
                });
            } else if (picture.file().toAbsolutePath().getParent() != null) {
                knownFolders.add(picture.file().toAbsolutePath().getParent());
            }
        }));
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
