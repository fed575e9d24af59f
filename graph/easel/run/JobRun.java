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
import easel.nodes.Image;
import easel.nodes.Node;
import easel.nodes.Unfoldable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One job on its way: runs what its plan needs and the cache has not, and tells what happens. Runs once, on one thread. */
final class JobRun {

    private final QueuedJob queued;
    private final Plan planned;
    private final Supplier<Plan> again;
    private final Execution execution;
    private final Engine engine;
    private final Cache cache;
    private final Starter starter;
    private final Consumer<RunEvent> events;
    private final Map<NodeId, Outputs> results = new HashMap<>();
    /** What was painted in this job already: two decodes of one latent ask the engine once. */
    private final Map<Job, Outcome> painted = new HashMap<>();
    /** The nodes that only describe a painting and have not shown it yet, and when it began. */
    private final Map<NodeId, Step> toBeShown = new LinkedHashMap<>();
    private final Map<NodeId, Long> paintingSince = new HashMap<>();
    private final Map<OutputRef, Integer> readers = new HashMap<>();
    private final Object lock = new Object();
    private @Nullable Running atWork;
    private boolean cancelled;

    /**
     * @param planned what was promised when it was queued
     * @param again   plans once more: files may have changed while it waited, and a result must never lie under the
     *                key of another content
     */
    JobRun(QueuedJob queued, Plan planned, Supplier<Plan> again, Execution execution, Engine engine, Cache cache, Starter starter, Consumer<RunEvent> events) {
        this.queued = queued;
        this.planned = planned;
        this.again = again;
        this.execution = execution;
        this.engine = engine;
        this.cache = cache;
        this.starter = starter;
        this.events = events;
    }

    JobId id() {
        return queued.id();
    }

    Plan planned() {
        return planned;
    }

    QueuedJob queued() {
        return queued;
    }

    /** Ends it at the next safe moment, or before it begins. From any thread. */
    void cancel() {
        stop(Running::cancel);
    }

    /** Ends it within two seconds. From any thread. */
    void forceStop() {
        stop(Running::forceStop);
    }

    private void stop(Consumer<Running> how) {
        Running running;
        synchronized (lock) {
            cancelled = true;
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

    /** Runs it. */
    Ending run() {
        Plan plan = again.get();
        @Nullable Trouble first = missing(plan);
        plan.steps().forEach(s -> s.sources().values().forEach(from -> readers.merge(from, 1, Integer::sum)));
        Set<NodeId> needed = needed(plan);
        for (Step step : plan.steps()) {
            if (needed.contains(step.id())) {
                tell(step, new NodeState.Waiting());
            } else {
                Optional<Outputs> kept = Optional.ofNullable(results.get(step.id())).or(() -> cache.get(step.key())).filter(Outputs::stillThere);
                kept.ifPresent(outputs -> {
                    painters(step, plan).forEach(painter -> tell(painter, new NodeState.Done(0, true, outputs.images(), null)));
                    tell(step, new NodeState.Done(0, true, outputs.images(), outputs.file()));
                });
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
        // What went into another node's painting, or was wanted by nobody.
        boolean unfinished = !without.isEmpty();
        toBeShown.values().forEach(step -> tell(step, unfinished ? new NodeState.Skipped() : new NodeState.Done(0, false, List.of(), null)));
        // A job that was done before the cancel reached it is done.
        return isCancelled() && !without.isEmpty() ? new Ending.Cancelled() : first != null ? new Ending.Failed(first) : new Ending.Done();
    }

    /** Tells of sinks that were planned when the job was queued and cannot run any more, a file being gone. */
    private @Nullable Trouble missing(Plan plan) {
        @Nullable Trouble first = null;
        for (Step step : planned.steps()) {
            if (planned.sinks().contains(step.id()) && !plan.sinks().contains(step.id())) {
                Problem problem = plan.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).findFirst()
                        .orElseThrow();
                first = new Trouble.OfDocument(problem);
                tell(step, new NodeState.Failed(first));
            }
        }
        return first;
    }

    /** What must run: sinks that are not there, and what these need, unless that is known. */
    private Set<NodeId> needed(Plan plan) {
        return plan.needed(step -> {
            if (describes(work(step))) {
                return false;   // it costs nothing, and what it says of ids and sharing is this document's
            }
            Optional<Outputs> kept = cache.get(step.key()).filter(Outputs::stillThere);
            kept.ifPresent(outputs -> results.put(step.id(), outputs));
            return kept.isPresent();
        });
    }

    private @Nullable Trouble run(Step step) {
        Node.Work work = work(step);
        if (work == Node.Work.WORKS) {
            tell(step, new NodeState.Running(Progress.BEGUN));
        }
        long began = System.nanoTime();
        Trouble trouble;
        try {
            NodeRun run = new NodeRun(this, step, this::result);
            Catalogue.node(step.node().type()).orElseThrow().run(run);
            Outputs outputs = run.outputs();
            results.put(step.id(), outputs);
            if (describes(work)) {
                describedBy(step, work);
                return null;
            }
            cache.put(step.key(), outputs);
            tell(step, new NodeState.Done((System.nanoTime() - began) / 1e9, false, outputs.images(), outputs.file()));
            return null;
        } catch (EngineException e) {
            if (isCancelled() && e.failure() instanceof Failure.Cancelled) {
                tell(step, new NodeState.Skipped());
                return new Trouble.OfEngine(e.failure());
            }
            trouble = new Trouble.OfEngine(e.failure());
        } catch (Unfoldable e) {
            trouble = new Trouble.OfDocument(e.problem(step.id()));
        } catch (PictureException e) {
            trouble = new Trouble.OfPicture(e.failure());
        } catch (OutOfMemoryError e) {
            trouble = new Trouble.OfEngine(new Failure.OutOfMemory(execution.rung(), "Java heap"));
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

    /** The nodes that described a picture which is known: they show it too. */
    private static List<Step> painters(Step known, Plan plan) {
        if (work(known) != Node.Work.FORCES) {
            return List.of();
        }
        List<Step> painters = new ArrayList<>();
        Set<NodeId> before = new HashSet<>(known.feeders());
        for (Step step : plan.steps().reversed()) {
            if (before.contains(step.id()) && work(step) == Node.Work.DESCRIBES_PAINTING) {
                painters.add(step);
            } else if (before.contains(step.id()) && work(step) == Node.Work.DESCRIBES) {
                before.addAll(step.feeders());
            }
        }
        return painters;
    }

    private static Node.Work work(Step step) {
        return Catalogue.node(step.node().type()).orElseThrow().work();
    }

    private static boolean describes(Node.Work work) {
        return work == Node.Work.DESCRIBES || work == Node.Work.DESCRIBES_PAINTING;
    }

    private void describedBy(Step step, Node.Work work) {
        if (work == Node.Work.DESCRIBES_PAINTING) {
            toBeShown.put(step.id(), step);
        } else {
            tell(step, new NodeState.Done(0, false, List.of(), null));
        }
    }

    /** How many inputs an output feeds. */
    int readers(OutputRef output) {
        return readers.getOrDefault(output, 0);
    }

    /**
     * Has a picture painted, unless this job painted it before.
     *
     * @param origin the node that shows how it goes: {@code step} itself, or one that described it
     */
    Outcome paint(NodeId origin, Step step, Job job) {
        Outcome known = painted.get(job);
        if (known != null) {
            return known;
        }
        Step shown = toBeShown.getOrDefault(origin, step);
        paintingSince.put(origin, System.nanoTime());
        if (shown != step) {
            tell(shown, new NodeState.Running(Progress.BEGUN));
        }
        Outcome outcome = engine(shown, job);
        switch (outcome) {
            case Outcome.Done _ -> painted.put(job, outcome);
            case Outcome.Failed(Failure failure) when shown != step && toBeShown.remove(origin) != null ->
                    tell(shown, isCancelled() && failure instanceof Failure.Cancelled ? new NodeState.Skipped()
                            : new NodeState.Failed(new Trouble.OfEngine(failure)));
            case Outcome.Failed _ -> { }
        }
        return outcome;
    }

    /** Tells that a node which described a painting has it now. */
    void shows(NodeId origin, Image image) {
        Step step = toBeShown.remove(origin);
        if (step != null) {
            double seconds = (System.nanoTime() - paintingSince.getOrDefault(origin, System.nanoTime())) / 1e9;
            tell(step, new NodeState.Done(seconds, false, List.of(image), null));
        }
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
        return execution;
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
