package easel.run;

import easel.engine.Engine;
import easel.engine.EngineException;
import easel.engine.Event;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Outcome;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.Running;
import easel.engine.weights.Starter;
import easel.format.PictureException;
import easel.format.WorkflowFile;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.nodes.Catalogue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One job on its way: runs what its plan needs and nobody knows, and tells what happens. Runs once, on one thread. */
final class JobRun {

    private final QueuedJob queued;
    private final @Nullable Plan planned;
    private final Set<NodeId> promised;
    private final Preparing preparing;
    private final Engine engine;
    private final Cache cache;
    private final Starter starter;
    private final Function<JobId, Saves> savesOf;
    private final Consumer<RunEvent> events;
    private final Map<NodeId, Outputs> results = new HashMap<>();
    private final Set<NodeId> fresh = new HashSet<>();
    private final Object lock = new Object();
    private Saves saves = Saves.NONE;
    private @Nullable Ready ready;
    private @Nullable Running atWork;
    private boolean found;
    private boolean cancelled;
    private boolean takenBack;

    /** What a job needs to begin. */
    record Ready(Plan plan, Execution execution) {}

    /** Gets a job ready: files may have changed while it waited, and a result must never lie under the key of another content. */
    @FunctionalInterface
    interface Preparing {
        Ready now() throws EngineException;
    }

    /**
     * @param planned  the plan it was queued with, or null for a job from an earlier time
     * @param promised the nodes that were to run for their own sake when it was queued
     * @param savesOf  asked once it begins
     */
    JobRun(QueuedJob queued, @Nullable Plan planned, Set<NodeId> promised, Preparing preparing, Engine engine, Cache cache, Starter starter,
            Function<JobId, Saves> savesOf, Consumer<RunEvent> events) {
        this.queued = queued;
        this.planned = planned;
        this.promised = Set.copyOf(promised);
        this.preparing = preparing;
        this.engine = engine;
        this.cache = cache;
        this.starter = starter;
        this.savesOf = savesOf;
        this.events = events;
    }

    JobId id() {
        return queued.id();
    }

    /** The keys it was queued for; none if nobody knows before it begins. */
    List<Key> plannedKeys() {
        return planned == null ? List.of() : planned.sinkKeys();
    }

    QueuedJob queued() {
        return queued;
    }

    /** Takes it back: it ends at the next safe moment, or before it begins. From any thread. */
    void cancel() {
        stop(Running::cancel, true);
    }

    /** Takes it back: it ends within two seconds. From any thread. */
    void forceStop() {
        stop(Running::forceStop, true);
    }

    /** Ends it as {@link #cancel} does, but because the program ends: nobody takes it back. */
    void interrupt() {
        stop(Running::cancel, false);
    }

    private void stop(Consumer<Running> how, boolean back) {
        Running running;
        synchronized (lock) {
            cancelled = true;
            takenBack |= back;
            running = atWork;
        }
        if (running != null) {
            how.accept(running);
        }
    }

    /** Whether the plan asks for anything that is not there. */
    static boolean wouldRun(Plan plan, Cache cache) {
        return plan.sinkKeys().stream().anyMatch(key -> cache.get(key).filter(Outputs::stillThere).isEmpty());
    }

    /** Whether it ended before its time although nobody took it back: the program ends, or the engine was closed. */
    boolean wasCutShort(Ending ending) {
        boolean cut = ending instanceof Ending.Cancelled || ending instanceof Ending.Failed(Trouble.OfEngine(Failure.Cancelled _));
        synchronized (lock) {
            return cut && !takenBack;
        }
    }

    /** Runs it. */
    Ending run() {
        saves = savesOf.apply(id());
        Plan plan;
        try {
            Ready now = preparing.now();
            ready = now;
            plan = now.plan;
        } catch (EngineException e) {
            return isCancelled() ? new Ending.Cancelled() : new Ending.Failed(new Trouble.OfEngine(e.failure()));
        }
        @Nullable Trouble first = missing(plan);
        Set<NodeId> needed = needed(plan);
        for (Step step : plan.steps()) {
            if (needed.contains(step.id())) {
                tell(step, new NodeState.Waiting());
            } else {
                Optional<Outputs> kept = Optional.ofNullable(results.get(step.id())).or(() -> cache.get(step.key())).filter(Outputs::stillThere);
                kept.ifPresent(outputs -> tell(step, new NodeState.Done(0, true, outputs.images(), outputs.file())));
            }
        }
        Set<NodeId> without = new HashSet<>();
        for (Step step : plan.steps()) {
            if (!needed.contains(step.id())) {
                continue;
            }
            if (isCancelled() || step.feeders().stream().anyMatch(without::contains)) {
                without.add(step.id());
                tell(step, new NodeState.Skipped());
                continue;
            }
            Trouble trouble = run(step);
            if (trouble != null) {
                without.add(step.id());
                first = first == null ? trouble : first;
            }
        }
        // A job that was done before the cancel reached it is done.
        return isCancelled() && !without.isEmpty() ? new Ending.Cancelled() : first != null ? new Ending.Failed(first) : new Ending.Done();
    }

    /** Tells of what was promised when the job was queued and cannot run any more, a file being gone. */
    private @Nullable Trouble missing(Plan plan) {
        @Nullable Trouble first = null;
        for (NodeId sink : promised) {
            if (!plan.sinks().contains(sink)) {
                Problem problem = plan.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).findFirst()
                        .orElseGet(() -> new Problem(null, null, Problem.Code.NOTHING_TO_RUN, List.of()));
                first = new Trouble.OfDocument(problem);
                if (planned != null) {
                    Trouble trouble = first;
                    planned.steps().stream().filter(s -> s.id().equals(sink)).forEach(s -> tell(s, new NodeState.Failed(trouble)));
                }
            }
        }
        return first;
    }

    /** What must run: sinks that are not there, and what these need, unless that is known. */
    private Set<NodeId> needed(Plan plan) {
        Set<NodeId> needed = new HashSet<>();
        Set<NodeId> wanted = new HashSet<>(plan.sinks());
        for (Step step : plan.steps().reversed()) {
            if (!wanted.contains(step.id())) {
                continue;
            }
            Optional<Outputs> kept = known(step);
            if (kept.isPresent()) {
                results.put(step.id(), kept.get());
            } else {
                needed.add(step.id());
                wanted.addAll(step.feeders());
            }
        }
        return needed;
    }

    /** What a step gave before: to an earlier beginning of this job that ended in a crash, or to any job. */
    private Optional<Outputs> known(Step step) {
        Optional<Path> before = saves.before(step.id().text());
        if (before.isPresent()) {
            found = true;
            Outputs outputs = new Outputs(Map.of(), null, before.get());
            cache.put(step.key(), outputs);
            return Optional.of(outputs);
        }
        return cache.get(step.key()).filter(Outputs::stillThere);
    }

    /** A step is about to write a file. */
    void intends(Step step, Path file, byte[] content) {
        saves.intend(step.id().text(), file, content);
    }

    /**
     * What there is to tell of it now that it is over; empty if it did nothing that was not known before.
     *
     * @param unsaved keeps pictures that nobody saved, or null to leave them
     */
    Optional<Account> account(Ending ending, @Nullable ResultsFolder unsaved) {
        Ready known = ready;
        if (ending instanceof Ending.Done && fresh.isEmpty() && !found) {
            return Optional.empty();
        }
        Plan plan = known == null ? new Plan(List.of(), Set.of(), List.of()) : known.plan;
        Account account = Account.of(queued.document(), plan, results, fresh, unsaved, saves);
        // Nothing came of it, and somebody wanted it so.
        return ending instanceof Ending.Cancelled && account.pictures().isEmpty() ? Optional.empty() : Optional.of(account);
    }

    private @Nullable Trouble run(Step step) {
        tell(step, new NodeState.Running(Progress.BEGUN));
        long began = System.nanoTime();
        Trouble trouble;
        try {
            NodeRun run = new NodeRun(this, step, this::result);
            Catalogue.node(step.node().type()).orElseThrow().run(run);
            Outputs outputs = run.outputs();
            results.put(step.id(), outputs);
            fresh.add(step.id());
            cache.put(step.key(), outputs);
            tell(step, new NodeState.Done((System.nanoTime() - began) / 1e9, false, outputs.images(), outputs.file()));
            return null;
        } catch (EngineException e) {
            if (isCancelled() && e.failure() instanceof Failure.Cancelled) {
                tell(step, new NodeState.Skipped());
                return new Trouble.OfEngine(e.failure());
            }
            trouble = new Trouble.OfEngine(e.failure());
        } catch (PictureException e) {
            trouble = new Trouble.OfPicture(e.failure());
        } catch (OutOfMemoryError e) {
            trouble = new Trouble.OfEngine(new Failure.OutOfMemory(execution().rung(), "Java heap"));
        } catch (RuntimeException e) {
            // An error of ours costs this node, not the jobs behind it.
            System.getLogger(JobRun.class.getName()).log(System.Logger.Level.ERROR, () -> "node " + step.id(), e);
            trouble = new Trouble.OfEngine(new Failure.EngineFailed(e.toString()));
        }
        tell(step, new NodeState.Failed(trouble));
        return trouble;
    }

    private Object result(OutputRef from) {
        Object value = results.get(from.node()).byName().get(from.output());
        if (value == null) {
            throw new IllegalStateException(from + " was not given");
        }
        return value;
    }

    /** Has the engine do something for a step, telling its events as the step's own, and waits for the end. */
    Outcome engine(Step step, Job job) {
        Running running;
        Listener listener = new Listener(step);
        synchronized (lock) {
            if (cancelled) {
                return new Outcome.Failed(new Failure.Cancelled());
            }
            running = engine.start(job, listener);
            atWork = running;
        }
        try {
            return running.outcome().join();
        } catch (CancellationException | CompletionException e) {
            return new Outcome.Failed(new Failure.EngineFailed(String.valueOf(e.getMessage())));
        } finally {
            listener.close();
            synchronized (lock) {
                atWork = null;
            }
        }
    }

    /** Turns the engine's events into the step's. */
    private final class Listener implements Consumer<Event> {

        private final Step step;
        private @Nullable Phase phase;
        private int done;
        private int steps;
        private double seconds;
        private @Nullable Picture preview;
        private boolean closed;

        Listener(Step step) {
            this.step = step;
        }

        /** From now on nothing is heard: a preview that comes late must not follow the result. */
        synchronized void close() {
            closed = true;
        }

        @Override
        public synchronized void accept(Event event) {
            if (closed) {
                return;
            }
            switch (event) {
                case Event.PhaseBegan(Phase begun) -> {
                    phase = begun;
                    done = 0;
                    steps = 0;
                    seconds = 0;
                    progress();
                }
                case Event.Progress(Phase of, int k, int n, double took) -> {
                    phase = of;
                    done = k;
                    steps = n;
                    seconds = took;
                    progress();
                }
                case Event.PreviewPainted(int _, Picture picture) -> {
                    preview = picture;
                    progress();
                }
                case Event.Warned(String code, List<String> arguments) -> events.accept(new RunEvent.Warned(id(), step.id(), code, arguments));
                case Event.Retried(Failure reason) -> {
                    preview = null;
                    events.accept(new RunEvent.Retried(id(), step.id(), reason));
                }
                case Event.Logged(Event.Logged.Level level, String text) -> events.accept(new RunEvent.Logged(id(), level, text));
            }
        }

        private void progress() {
            tell(step, new NodeState.Running(new Progress(phase, done, steps, seconds, preview)));
        }
    }

    private void tell(Step step, NodeState state) {
        events.accept(new RunEvent.NodeChanged(id(), step.id(), step.key(), state));
    }

    private boolean isCancelled() {
        synchronized (lock) {
            return cancelled;
        }
    }

    Execution execution() {
        Ready known = ready;
        if (known == null) {
            throw new IllegalStateException("it has not begun");
        }
        return known.execution;
    }

    Preview preview() {
        return queued.options().preview();
    }

    Path pictures() {
        return queued.options().pictures();
    }

    Starter starter() {
        return starter;
    }

    String workflow() {
        return WorkflowFile.text(queued.document());
    }
}
