package easel.run;

import easel.engine.Engine;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.weights.Starter;
import easel.graph.Document;
import easel.graph.Expansion;
import easel.graph.Freeze;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.nodes.Catalogue;
import easel.platform.Folders;
import easel.prompt.Lexicon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What documents come to: what is wrong with them, which keys their nodes have, what a run would do. Knows the device, the
 * files and what earlier runs found, and begins nothing. For any thread.
 */
final class Planner {

    private final Engine engine;
    private final Sheets sheets = new Sheets();
    private final Digests digests;
    private final Ladder ladder;
    private final Starter starter;
    private final Seeds seeds;
    private final FrozenResults frozen;
    private final Lexicon lexicon;
    private final Cache cache;
    private final ResultsFolder results;
    private final Path rememberedMachine;
    private volatile @Nullable Machine machine;
    /** What an engine said in an earlier session; null as long as nobody looked. */
    private volatile @Nullable Optional<Machine> lastMachine;

    Planner(Engine engine, Folders folders, Starter starter, Ladder ladder, Seeds seeds, FrozenResults frozen, Cache cache, ResultsFolder results) {
        this.engine = engine;
        this.digests = new Digests(folders.cache().resolve("digests.json"));
        this.rememberedMachine = folders.state().resolve("machine.json");
        this.ladder = ladder;
        this.starter = starter;
        this.lexicon = new Lexicon(folders, new ModelHeads(), new StarterNames(starter));
        this.seeds = seeds;
        this.frozen = frozen;
        this.cache = cache;
        this.results = results;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** What value nodes tell before anything runs, as people read it: by node and output. */
    Map<NodeId, Map<String, String>> told(Document document) {
        return sheets.of(document).constants().words();
    }

    List<Problem> check(Document document) {
        return Plan.check(sheets.of(document), starter, lexicon, engine, cache::has);
    }

    Map<NodeId, Key> keys(Document document, RunOptions options) throws EngineException {
        Map<NodeId, Key> keys = new HashMap<>();
        plan(document, options, execution(options)).steps().forEach(s -> keys.put(s.id(), s.key()));
        return keys;
    }

    /** What nodes gave before; neither asks the engine nor reads a large file that was not read before. */
    Earlier earlier(Document document, RunOptions options, Set<NodeId> besides, Map<NodeId, Key> under, Map<NodeId, Key> left) {
        Machine now = machine;
        Optional<Machine> known = now != null ? Optional.of(now) : lastMachine();
        return Earlier.of(known.map(m -> plan(document, options, surroundings(m, digests::remembered, options, m.execution(options.execution())))).orElse(null),
                besides, under, left, key -> cache.get(key).filter(Outputs::stillThere));
    }

    private Optional<Machine> lastMachine() {
        Optional<Machine> last = lastMachine;
        if (last == null) {
            last = Machine.remembered(rememberedMachine);
            lastMachine = last;
        }
        return last;
    }

    Forecast forecast(Document document, RunOptions options) throws EngineException {
        Document drawn = seeds.first(document);
        return Forecast.of(drawn, plan(drawn, options, execution(options)), cache);
    }

    /**
     * A document's jobs ready to be queued.
     *
     * @param document with its seeds drawn
     * @param plan     of the first
     */
    record Jobs(Document document, Plan plan, List<Prepared> prepared) {}

    /**
     * Gets the jobs of a document ready, with the seeds that stand in it; if nothing of that is new, with others.
     *
     * @param holding whether seeds that have numbers keep them whatever comes of it
     */
    Jobs jobs(Document document, RunOptions options, boolean holding, Predicate<Prepared> isNew) throws EngineException {
        Execution execution = execution(options);
        Document drawn = seeds.first(document);
        List<Prepared> prepared = prepare(drawn, options, execution);
        Plan plan = prepared.getFirst().plan();
        if (!holding && prepared.stream().noneMatch(isNew)) {
            Document next = seeds.next(drawn, sheets.of(drawn).constants().behind(
                    plan.steps().stream().filter(s -> s.node().mode() != Mode.FROZEN).map(Step::id).toList()));
            if (next != drawn) {
                drawn = next;
                prepared = prepare(drawn, options, execution);
            }
        }
        return new Jobs(drawn, plan, prepared);
    }

    /** A job's document with its plan. */
    record Prepared(Document document, Plan plan) {}

    private List<Prepared> prepare(Document drawn, RunOptions options, Execution execution) {
        List<Prepared> prepared = new ArrayList<>();
        for (int i = 0; i < drawn.count(); i++) {
            Document one = one(drawn, i);
            prepared.add(new Prepared(one, plan(one, options, execution)));
        }
        return prepared;
    }

    static Document one(Document drawn, int place) {
        return Seeds.higher(drawn, place).withCount(1);
    }

    /** What a job needs to begin now. */
    JobRun.Ready ready(Document document, RunOptions options) throws EngineException {
        Execution execution = execution(options);
        return new JobRun.Ready(plan(document, options, execution), execution, machine().build(), machine().kind(execution), lexicon);
    }

    private Plan plan(Document document, RunOptions options, Execution execution) {
        return plan(document, options, surroundings(options, execution));
    }

    private Plan plan(Document document, RunOptions options, Surroundings around) {
        Plan plan = Plan.of(sheets.of(document), around, options.to(), !options.live());
        frozen.keep(null, plan.frozen().stream().collect(Collectors.toMap(Step::key, step -> () -> results.of(step.key(), step.id()), (a, _) -> a)), cache);
        return plan;
    }

    private Surroundings surroundings(RunOptions options, Execution execution) {
        Machine known = machine;
        if (known == null) {
            throw new IllegalStateException("nobody asked the engine");
        }
        return surroundings(known, digests, options, execution);
    }

    private Surroundings surroundings(Machine of, Digesting reading, RunOptions options, Execution execution) {
        return new Surroundings(of.salt(execution), options.pictures(), reading, starter, lexicon, engine, ladder.on(of.build(), execution), cache::has);
    }

    Studio.Freezing freezing(Document document, Set<NodeId> nodes, Map<NodeId, Key> shown, RunOptions options) throws EngineException {
        Document flat = Expansion.of(document, Catalogue::schema).document();
        Set<NodeId> inside = flat.nodes().stream().filter(n -> n.mode() == Mode.ON || n.mode() == Mode.FROZEN).map(Node::id)
                .filter(id -> nodes.stream().anyMatch(outer -> id.within(outer).isPresent())).collect(Collectors.toSet());
        Map<NodeId, String> results = new HashMap<>();
        Frozen.results(flat, inside, surroundings(options, execution(options)))
                .forEach((id, key) -> results.put(id, key.hex()));
        Set<NodeId> outdated = new HashSet<>();
        for (NodeId id : inside) {
            Key key = shown.get(id);
            if (key != null && !results.containsKey(id) && cache.has(key)) {
                results.put(id, key.hex());
                outdated.add(id);
            }
        }
        return new Studio.Freezing(new Freeze(nodes, results), outdated);
    }

    /** Keeps what a document's frozen nodes name as long as its file does; waits for the disk. */
    void liesIn(Path file, Document document) {
        Map<Key, Supplier<Set<Path>>> named = new HashMap<>();
        Frozen.named(document).forEach((node, key) -> named.put(key, () -> results.of(key, node)));
        frozen.keep(file, named, cache);
    }

    private Execution execution(RunOptions options) throws EngineException {
        return machine().execution(options.execution());
    }

    private Machine machine() throws EngineException {
        Machine known = machine;
        if (known == null) {
            known = Machine.of(engine);
            machine = known;
            known.remember(rememberedMachine);
        }
        return known;
    }
}
