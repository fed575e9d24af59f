package easel.run;

import easel.engine.Engine;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.weights.Starter;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.nodes.Image;
import easel.platform.Folders;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The one door that window and command line go through: documents in, events and pictures out.
 *
 * <p>Threads: every method may be called from any thread. {@link #submit} and {@link #keys} may read model files
 * whole and start the engine, so the window calls them away from its own thread; {@link #close} waits for the running
 * job; all others answer at once. Listeners hear events on one thread of the studio's, one at a time and in order, and
 * must not block for long: what is not heard yet piles up. After {@link #close} nothing is heard any more.
 */
public final class Studio implements AutoCloseable {

    // 21 pictures of 1024 x 1024: the window's process should stay below 300 MB.
    private static final long CACHE_BYTES = 64L << 20;

    private final Engine engine;
    private final Digests digests;
    private final Starter starter;
    private final Seeds seeds;
    private final Cache cache;
    private final Announcer announcer = new Announcer();
    private final Thread worker = Thread.ofPlatform().name("easel-queue").daemon().unstarted(this::work);

    /** One submission at a time: the second must know what the first will paint. */
    private final Object planning = new Object();
    private volatile @Nullable Machine machine;
    private long lastJob;

    /** Guards what follows. */
    private final Object lock = new Object();
    private final Deque<JobRun> waiting = new ArrayDeque<>();
    private @Nullable JobRun running;
    private boolean closed;

    /**
     * @param home the folder Easel itself lies in: the packed starter is found in its folder {@code starter}
     */
    public Studio(Engine engine, Folders folders, Path home) {
        this(engine, folders, home, new SecureRandom(), CACHE_BYTES);
    }

    Studio(Engine engine, Folders folders, Path home, RandomGenerator random, long cacheBytes) {
        this.engine = engine;
        this.digests = new Digests(folders.cache().resolve("digests.json"));
        this.starter = new Starter(home, folders.data());
        this.seeds = new Seeds(random);
        this.cache = new Cache(cacheBytes);
        worker.start();
    }

    /** Everything that can be said of a document without reading whole files or asking the engine. */
    public List<Problem> check(Document document) {
        return Plan.check(document, starter);
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
        synchronized (planning) {
            Execution execution = machine().execution(options.execution());
            Document drawn = seeds.first(document);
            List<Prepared> prepared = prepare(drawn, options, execution);
            Plan plan = prepared.getFirst().plan;
            if (prepared.stream().noneMatch(this::isNew)) {
                Document next = seeds.next(drawn, plan.steps().stream().map(Step::id).toList());
                if (next != drawn) {
                    drawn = next;
                    prepared = prepare(drawn, options, execution);
                }
            }
            return new Submission(drawn, plan.sinks().isEmpty() ? List.of() : enqueue(prepared, options, execution), plan.problems());
        }
    }

    /** A job's document with its plan. */
    private record Prepared(Document document, Plan plan) {}

    private List<Prepared> prepare(Document drawn, RunOptions options, Execution execution) {
        List<Prepared> prepared = new ArrayList<>();
        for (int i = 0; i < drawn.count(); i++) {
            Document one = Seeds.higher(drawn, i).withCount(1);
            prepared.add(new Prepared(one, plan(one, options, execution)));
        }
        return prepared;
    }

    private Plan plan(Document document, RunOptions options, Execution execution) {
        return Plan.of(document, new Surroundings(machineSalt(execution), options.pictures(), digests, starter), options.to());
    }

    private String machineSalt(Execution execution) {
        Machine known = machine;
        if (known == null) {
            throw new IllegalStateException("nobody asked the engine");
        }
        return known.salt(execution);
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
            jobs().forEach(job -> onTheirWay.addAll(job.planned().sinkKeys()));
        }
        return !onTheirWay.containsAll(prepared.plan.sinkKeys());
    }

    private List<QueuedJob> enqueue(List<Prepared> prepared, RunOptions options, Execution execution) {
        List<QueuedJob> queued = new ArrayList<>();
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("the studio is closed");
            }
            for (int i = 0; i < prepared.size(); i++) {
                QueuedJob job = new QueuedJob(new JobId(++lastJob), prepared.get(i).document, options, i, prepared.size(), new CompletableFuture<>());
                announcer.tell(new RunEvent.Queued(job));
                waiting.add(new JobRun(job, prepared.get(i).plan, () -> plan(job.document(), options, execution), execution, engine, cache, starter, announcer::tell));
                queued.add(job);
            }
            lock.notifyAll();
        }
        return queued;
    }

    /** What a node gave under a key, if it is still in memory. */
    public List<Image> images(Key key) {
        return cache.get(key).map(Outputs::images).orElse(List.of());
    }

    /** The job that runs and those that wait, in their order. */
    public List<QueuedJob> queue() {
        synchronized (lock) {
            return jobs().stream().map(JobRun::queued).toList();
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
                    announcer.end(job.queued(), new Ending.Cancelled(), 0);
                }
            }
            if (running != null && running.id().equals(id)) {
                atWork = running;
            }
        }
        if (atWork != null) {
            how.accept(atWork);   // not under the lock: the engine may take it amiss, and nobody should wait for it
        }
    }

    /** Hears everything from now on, until the answer is closed. */
    public Listening listen(Consumer<RunEvent> listener) {
        return announcer.listen(listener);
    }

    /** A listener's place; closing it gives it up. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Cancels everything and waits for the running job's end; the engine belongs to who made it. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            lock.notifyAll();
        }
        cancelAll();
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
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
            synchronized (lock) {
                running = null;
            }
            announcer.end(job.queued(), ending, (System.nanoTime() - began) / 1e9);
        }
    }

    private @Nullable JobRun next() {
        synchronized (lock) {
            while (waiting.isEmpty()) {
                if (closed) {
                    return null;
                }
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    return null;   // nobody interrupts this thread but who wants it gone
                }
            }
            running = waiting.remove();
            return running;
        }
    }
}
