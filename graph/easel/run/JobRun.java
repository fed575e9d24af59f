package easel.run;

import easel.engine.Device;
import easel.engine.Engine;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Outcome;
import easel.engine.Preview;
import easel.engine.Rung;
import easel.engine.Running;
import easel.engine.weights.Starter;
import easel.format.PictureException;
import easel.format.WorkflowFile;
import easel.graph.Mode;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.graph.Schema;
import easel.nodes.Catalogue;
import easel.nodes.Image;
import easel.nodes.Node;
import easel.nodes.Unfoldable;
import easel.prompt.Lexicon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One job on its way: runs what its plan needs and nobody knows, and tells what happens. Runs once, on one thread. */
final class JobRun {

    private final QueuedJob queued;
    private final @Nullable Plan planned;
    private final Set<NodeId> promised;
    private final Preparing preparing;
    private final EngineTurns turns;
    private final Ladder ladder;
    private final Cache cache;
    private final Starter starter;
    private final Function<JobId, Saves> savesOf;
    private final Consumer<RunEvent> events;
    private final Map<NodeId, Outputs> results = new HashMap<>();
    private final Set<NodeId> fresh = new HashSet<>();
    private final PaintedOnce painted = new PaintedOnce();
    /** The nodes that only describe a painting and have not shown it yet, and when it began. */
    private final Map<NodeId, Step> toBeShown = new LinkedHashMap<>();
    private final Map<NodeId, Long> paintingSince = new HashMap<>();
    /** What those showed of a batch so far. */
    private final Map<NodeId, List<Image>> shown = new HashMap<>();
    private boolean lastOfBatch = true;
    private Round round = Round.ONLY;
    private final KeptRounds rounds;
    /** How many steps of this round were taken. */
    private int sampled;
    private final Map<OutputRef, Integer> readers = new HashMap<>();
    private Saves saves = Saves.NONE;
    private @Nullable Ready ready;
    private JobKeys keys = new JobKeys(List.of());
    private boolean found;

    /**
     * What a job needs to begin.
     *
     * @param build the engine's
     * @param kind  of the device that is to work
     * @param lexicon what prompts can name
     */
    record Ready(Plan plan, Execution execution, String build, Device.Kind kind, Lexicon lexicon) {}

    /** Ends the run of a node whose result is known under the key that it turned out to have. */
    private static final class Known extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Outputs outputs;

        Known(Outputs outputs) {
            super("known", null, false, false);
            this.outputs = outputs;
        }
    }

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
    JobRun(QueuedJob queued, @Nullable Plan planned, Set<NodeId> promised, Preparing preparing, Engine engine, Ladder ladder, Cache cache, Starter starter,
            Function<JobId, Saves> savesOf, Consumer<RunEvent> events) {
        this.queued = queued;
        this.planned = planned;
        this.promised = Set.copyOf(promised);
        this.preparing = preparing;
        this.turns = new EngineTurns(engine);
        this.ladder = ladder;
        this.cache = cache;
        this.rounds = new KeptRounds(cache);
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
        turns.stop(Running::cancel, true);
    }

    /** Takes it back: it ends within two seconds. From any thread. */
    void forceStop() {
        turns.stop(Running::forceStop, true);
    }

    /** Ends it as {@link #cancel} does, but because the program ends: nobody takes it back. */
    void interrupt() {
        turns.stop(Running::cancel, false);
    }

    /** Whether the plan asks for anything that is not there. */
    static boolean wouldRun(Plan plan, Cache cache) {
        return plan.sinkKeys().stream().anyMatch(key -> cache.get(key).filter(Outputs::stillThere).isEmpty());
    }

    /** Whether it ended before its time although nobody took it back: the program ends, or the engine was closed. */
    boolean wasCutShort(Ending ending) {
        boolean cut = ending instanceof Ending.Cancelled || ending instanceof Ending.Failed(Trouble.OfEngine(Failure.Cancelled _));
        return cut && !turns.isTakenBack();
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
        keys = new JobKeys(plan.steps());
        @Nullable Trouble first = missing(plan);
        plan.steps().forEach(s -> s.sources().values().forEach(from -> readers.merge(from, 1, Integer::sum)));
        Set<NodeId> needed = needed(plan);
        for (Step step : plan.steps()) {
            if (needed.contains(step.id())) {
                tell(step, new NodeState.Waiting());
            } else {
                Optional<Outputs> kept = Optional.ofNullable(results.get(step.id())).or(() -> cache.get(step.key())).filter(Outputs::stillThere);
                kept.ifPresent(outputs -> {
                    plan.painters(step).forEach(painter -> tell(painter, new NodeState.Done(0, true, outputs.images(), null)));
                    tell(step, outputs.done(0, true));
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
        return plan.needed(step -> {
            if (step.describes()) {
                return false;   // it costs nothing, and what it says of ids and sharing is this document's
            }
            Optional<Outputs> kept = known(step);
            kept.ifPresent(outputs -> results.put(step.id(), outputs));
            return kept.isPresent();
        });
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
    void intends(String saveAs, Path file, byte[] content) {
        saves.intend(saveAs, file, content);
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
        Account account = Account.of(queued.document(), plan, keys::of, results, fresh, unsaved, saves);
        // Nothing came of it, and somebody wanted it so.
        return ending instanceof Ending.Cancelled && account.pictures().isEmpty() ? Optional.empty() : Optional.of(account);
    }

    private @Nullable Trouble run(Step step) {
        if (step.node().mode() == Mode.FROZEN) {
            // It was there when the plan was made.
            Trouble gone = new Trouble.OfDocument(Problem.at(step.id(), Problem.Code.FROZEN_RESULT_GONE));
            tell(step, new NodeState.Failed(gone));
            return gone;
        }
        Node.Work work = step.work();
        if (work == Node.Work.WORKS) {
            tell(step, new NodeState.Running(Progress.BEGUN));
        }
        long began = System.nanoTime();
        Trouble trouble;
        try {
            Outputs outputs = outputs(step);
            results.put(step.id(), outputs);
            if (step.describes()) {
                describedBy(step, work);
                return null;
            }
            fresh.add(step.id());
            cache.put(keys.of(step), outputs);
            rounds.done(step.id());
            tellLadder(step);
            tell(step, outputs.done((System.nanoTime() - began) / 1e9, false));
            return null;
        } catch (Known known) {
            results.put(step.id(), known.outputs);
            tellLadder(step);
            tell(step, known.outputs.done(0, true));
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
        } catch (Throwable e) {
            trouble = new Trouble.OfDocument(BrokenNode.told(step.id(), e));
        }
        tell(step, new NodeState.Failed(trouble, step.inputs()));
        return trouble;
    }

    /** Runs a step's node, once for each of a batch that comes. */
    private Outputs outputs(Step step) throws EngineException, PictureException {
        Node node = Catalogue.node(step.node().type()).orElseThrow();
        Incoming incoming = Incoming.of(step, node, this::result);
        List<Outputs> goes = new ArrayList<>();
        for (int i = 0; i < incoming.goes().size(); i++) {
            if (isCancelled()) {
                throw new EngineException(new Failure.Cancelled());
            }
            // Not under the node's own name: a batch of which one is written is not a batch that is written.
            String saveAs = incoming.batched() ? step.id().text() + "#" + i : step.id().text();
            Optional<Path> before = incoming.batched() ? saves.before(saveAs) : Optional.empty();
            if (before.isPresent()) {
                found = true;
                goes.add(new Outputs(Map.of(), null, before.get()));
                continue;
            }
            lastOfBatch = i == incoming.goes().size() - 1;
            round = Round.ofBatch(i, incoming.goes().size(), i == 0 ? 0 : round.done(sampled));
            sampled = 0;
            NodeRun run = new NodeRun(this, step, incoming.goes().get(i), saveAs);
            node.run(run);
            goes.add(given(step, run.outputs()));
        }
        return incoming.batched() ? Outputs.of(goes) : goes.getFirst();
    }

    /** What a step gave: one that others wait for in vain is broken itself, not they. */
    private Outputs given(Step step, Outputs outputs) {
        for (Schema.Output output : step.schema().outputs()) {
            if (readers(new OutputRef(step.id(), output.name())) > 0 && !outputs.byName().containsKey(output.name())) {
                throw new IllegalStateException(output.name() + " was not given");
            }
        }
        return outputs;
    }

    private Object result(OutputRef from) {
        Object value = results.get(from.node()).byName().get(from.output());
        if (value == null) {
            throw new IllegalStateException(from + " was not given");
        }
        return value;
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

    /** What is painted from now on is one of several. */
    void round(int place, int of) {
        round = round.within(place, of, round.done(sampled));
        sampled = 0;
    }

    /**
     * Has a picture or a video painted, unless this job painted it before; where memory is too short, more and more sparingly.
     *
     * @param origin the node that shows how it goes: {@code step} itself, or one that described it
     */
    Outcome paint(NodeId origin, Step step, Job.Sampled job) {
        PaintedOnce.Painted before = painted.get(job);
        if (before != null) {
            keys.painted(step, before.rung());
            return before.outcome();
        }
        Step shown = toBeShown.getOrDefault(origin, step);
        Rung rung = ladder.first(ready().build, job.context(), Ladder.Size.of(job));
        known(step, rung, shown);
        paintingSince.putIfAbsent(origin, System.nanoTime());
        if (shown != step) {
            tell(shown, new NodeState.Running(Progress.BEGUN));
        }
        int nth = keys.painted(step);
        PaintedOnce.Painted now = rounds.before(keys.apart(step), round, nth, job, rung, ready().build).map(outcome -> new PaintedOnce.Painted(outcome, rung))
                .orElseGet(() -> down(shown, job, rung));
        rounds.keep(step.id(), keys.apart(step), round, nth, now.outcome(), now.rung());
        switch (now.outcome()) {
            case Outcome.Done _ -> {
                painted.keep(job, now);
                keys.painted(step, now.rung());
            }
            case Outcome.Failed(Failure failure) when shown != step && toBeShown.remove(origin) != null ->
                    tell(shown, isCancelled() && failure instanceof Failure.Cancelled ? new NodeState.Skipped()
                            : new NodeState.Failed(new Trouble.OfEngine(failure), shown.inputs()));
            case Outcome.Failed _ -> { }
        }
        return now.outcome();
    }

    /** Down the memory ladder from a rung, each once, until one is enough. */
    private PaintedOnce.Painted down(Step shown, Job.Sampled asked, Rung from) {
        Rung rung = from;
        while (true) {
            Outcome outcome = engine(shown, asked.on(rung));
            if (outcome instanceof Outcome.Failed(Failure.OutOfMemory _)) {
                Optional<Rung> below = Ladder.below(rung, ready().kind, asked.tiling() != null);
                if (below.isPresent() && !isCancelled()) {
                    rung = below.get();
                    turns.unload();   // what is left after that is better not built on: the next rung has a process of its own
                    continue;
                }
            }
            if (outcome instanceof Outcome.Done) {
                ladder.worked(ready().build, asked.context(), Ladder.Size.of(asked), rung);
                if (rung != from) {
                    events.accept(new RunEvent.Warned(id(), shown.id(), "MemoryShort." + rung.name(), List.of()));
                }
            }
            return new PaintedOnce.Painted(outcome, rung);
        }
    }

    /** Looks whether what the step will give is known, now that it is known on which rung it would be painted. */
    private void known(Step step, Rung rung, Step shown) {
        Key key = keys.on(step, rung);
        if (key.equals(keys.of(step))) {
            return;
        }
        Optional<Outputs> outputs = cache.get(key).filter(Outputs::stillThere);
        if (outputs.isPresent()) {
            keys.painted(step, rung);
            if (shown != step && toBeShown.remove(shown.id()) != null) {
                tell(shown, new NodeState.Done(0, true, outputs.get().images(), null));
            }
            throw new Known(outputs.get());
        }
    }

    private void tellLadder(Step step) {
        keys.found(step).ifPresent(found -> ladder.found(ready().build, found.step(), found.rungs()));
    }

    /** Tells that a node which described a painting has it now. */
    void shows(NodeId origin, Image image) {
        Step step = toBeShown.get(origin);
        if (step != null) {
            shown.computeIfAbsent(origin, _ -> new ArrayList<>()).add(image);
        }
        if (step != null && lastOfBatch) {
            toBeShown.remove(origin);
            double seconds = (System.nanoTime() - paintingSince.getOrDefault(origin, System.nanoTime())) / 1e9;
            tell(step, new NodeState.Done(seconds, false, shown.get(origin), null));
        }
    }

    /** Has the engine do something for a step, telling its events as the step's own, and waits for the end. */
    Outcome engine(Step step, Job job) {
        StepEvents heard = new StepEvents(id(), step, round, events, state -> tell(step, state));
        Outcome outcome = turns.take(job, heard);
        sampled = heard.sampled() > 0 ? heard.sampled() : sampled;
        return outcome;
    }

    private void tell(Step step, NodeState state) {
        events.accept(new RunEvent.NodeChanged(id(), step.id(), keys.of(step), state));
    }

    private boolean isCancelled() {
        return turns.isStopped();
    }

    private Ready ready() {
        Ready known = ready;
        if (known == null) {
            throw new IllegalStateException("it has not begun");
        }
        return known;
    }

    Execution execution() {
        return ready().execution;
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

    Lexicon lexicon() {
        return ready().lexicon;
    }

    String workflow() {
        return WorkflowFile.text(queued.document());
    }
}
