package easel.run;

import easel.engine.Engine;
import easel.engine.EngineException;
import easel.engine.weights.Starter;
import easel.graph.Document;
import easel.graph.Freeze;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.graph.Value;
import easel.nodes.Image;
import easel.platform.Folders;
import easel.prompt.Lexicon;
import easel.run.store.HistoryEntry;
import easel.run.store.JobHistory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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

    // Ten pictures of 1024 x 1024, the rest is on the disk: the window's process should stay below 300 MB.
    private static final long CACHE_BYTES = 32L << 20;

    private final Engine engine;
    private final Ladder ladder;
    private final Starter starter;
    private final DiskCache onDisk;
    private final Cache cache;
    private final Keepsakes keepsakes;
    private final Planner planner;
    private final WorkQueue queue;
    private final Announcer announcer = new Announcer();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** One submission at a time: the second must know what the first will paint. */
    private final Object planning = new Object();

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
        this.ladder = new Ladder(folders.state().resolve("memory-rungs.json"));
        this.starter = new Starter(home, folders.data());
        FrozenResults frozen = new FrozenResults(folders.data().resolve("frozen"));
        this.onDisk = new DiskCache(folders.cache().resolve("results"), limits.cacheBytes);
        this.cache = new Cache(cacheBytes, onDisk, frozen);
        ResultsFolder results = new ResultsFolder(ResultsFolder.of(folders), cache);
        this.keepsakes = new Keepsakes(folders, failure -> announcer.tell(new StudioEvent.StoreTrouble(failure)), results, frozen, limits.keptBytes);
        this.planner = new Planner(engine, folders, starter, ladder, new Seeds(random), frozen, cache, results);
        this.queue = new WorkQueue(keepsQueue, announcer, this::jobRun, keepsakes);
    }

    private JobRun jobRun(QueuedJob job, @Nullable Plan planned, Set<NodeId> promised, Function<JobId, Saves> saves) {
        return new JobRun(job, planned, promised, () -> planner.ready(job.document(), job.options()), engine, ladder, cache, starter, saves, announcer::tell);
    }

    /** A job that runs by itself, past the queue, with what is known of the files it wrote when it was last begun. */
    JobRun running(QueuedJob job, Saves saves) {
        return jobRun(job, null, Set.of(), _ -> saves);
    }

    /** Everything that can be said of a document without reading whole files or asking the engine. */
    public List<Problem> check(Document document) {
        return planner.check(document);
    }

    /** What value nodes tell before anything runs, as people read it: by node and output. */
    public Map<NodeId, Map<String, String>> told(Document document) {
        return planner.told(document);
    }

    /**
     * The key each node has in this document as it is; nodes with errors before them, and those that nothing shown or
     * saved needs, have none. A result is outdated if its key is not the one here.
     *
     * @throws EngineException if there is no engine
     */
    public Map<NodeId, Key> keys(Document document, RunOptions options) throws EngineException {
        synchronized (planning) {
            return planner.keys(document, options);
        }
    }

    /**
     * What nodes gave before, in this session or an earlier one, and the keys they have now. Asks no engine: as long as
     * none has said what it is, what one said in an earlier session counts. Waits for the disk.
     *
     * @param besides nodes that need not be looked for
     * @param under   of these, those that are looked for all the same if the key they have now is not this one, which they had
     *                when their state came: a person who goes back to an earlier document sees its pictures again
     * @param left    under which keys nodes showed results when they were last seen
     */
    public Earlier earlier(Document document, RunOptions options, Set<NodeId> besides, Map<NodeId, Key> under, Map<NodeId, Key> left) {
        synchronized (planning) {
            return planner.earlier(document, options, besides, under, left);
        }
    }

    /**
     * What {@link #submit} would do with the seeds as they stand; nothing is queued.
     *
     * @throws EngineException if there is no engine
     */
    public Forecast forecast(Document document, RunOptions options) throws EngineException {
        synchronized (planning) {
            return planner.forecast(document, options);
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
            Planner.Jobs jobs = planner.jobs(document, options, holding, one -> JobRun.wouldRun(one.plan(), cache) && queue.isNew(one.plan()));
            return new Submission(jobs.document(), jobs.plan().sinks().isEmpty() ? List.of() : queue.add(jobs.document(), jobs.prepared(), options),
                    jobs.plan().problems());
        }
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
            return planner.freezing(document, nodes, shown, options);
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
        planner.liesIn(file, document);
    }

    /**
     * Looks after the kept queue now. By itself that begins a little after the studio does, so that a window's start has
     * the processor for itself.
     */
    public void goOn() {
        queue.goOn();
    }

    /** What a node gave under a key, if it is still in memory. */
    public List<Image> images(Key key) {
        return cache.inMemory(key).map(Outputs::images).orElse(List.of());
    }

    /** What a node gave under a key, in memory or on the disk; none if that is gone. Waits for the disk. */
    public List<Image> given(Key key) {
        return cache.get(key).map(Outputs::images).orElse(List.of());
    }

    /**
     * Tells {@code then}, once what waits to be written is, under which of some keys results lie on the disk: most do, but
     * not those that came while too many waited, or while it was full. On another thread.
     */
    public void lasting(Set<Key> keys, Consumer<Set<Key>> then) {
        cache.lasting(keys, then);
    }

    /** The jobs that run, here or in another process, and those that wait, in their order. */
    public List<QueuedJob> queue() {
        return queue.list();
    }

    /** Whether no job is to begin. */
    public boolean isPaused() {
        return queue.isPaused();
    }

    /** Lets no further job begin; the one that runs goes on. */
    public void pause() {
        queue.pause();
    }

    /** Lets jobs begin again. */
    public void resume() {
        queue.resume();
    }

    /** Puts a waiting job at a place among those that wait, the first being 0; one that does not wait stays as it is. */
    public void move(JobId id, int place) {
        queue.move(id, place);
    }

    /** Takes back every job that waits; the one that runs goes on. */
    public void clear() {
        queue.clear();
    }

    /** Takes a job back: at once if it waits, at the engine's next safe moment if it runs. */
    public void cancel(JobId job) {
        queue.cancel(job);
    }

    /** Takes every job back. */
    public void cancelAll() {
        queue.cancelAll();
    }

    /** Ends a job within two seconds whatever the engine is doing, at the price of a new engine process. */
    public void forceStop(JobId job) {
        queue.forceStop(job);
    }

    /** What prompts can name among the person's files. */
    public Lexicon lexicon() {
        return planner.lexicon();
    }

    // What stays

    /** The jobs that are over; empty if the store cannot be opened. Waits for the disk. */
    public Optional<JobHistory> history() {
        return keepsakes.history();
    }

    /** The small picture of an entry, a JPEG: the one kept, else made now from its first picture. Waits for the disk. */
    public Optional<byte[]> thumbnail(HistoryEntry entry) {
        return keepsakes.thumbnail(entry);
    }

    /** Adds the pictures in some folders that the history does not have, and tells how many; waits for the disk. */
    public int rebuildHistory(List<Path> folders) {
        return keepsakes.rebuildHistory(folders);
    }

    /** From now on these files are not deleted to make room: what open documents and frozen nodes name. Asked on any thread. */
    public void holding(Supplier<Set<Path>> files) {
        keepsakes.holding(files);
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
        keepsakes.limit(limits.keptBytes);
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
        if (closed.getAndSet(true)) {
            return;
        }
        queue.close();
        cache.close();
        keepsakes.keeping().close();
        announcer.close();
    }
}
