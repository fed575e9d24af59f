package easel.run;

import easel.engine.Engine;
import easel.engine.Rung;
import easel.engine.weights.Starter;
import easel.graph.Check;
import easel.graph.Document;
import easel.graph.Expansion;
import easel.graph.Flow;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SocketType;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.SystemWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document made ready: what runs for its own sake, what that needs, in order, each with its key; and what is wrong.
 * Nodes with errors, and what they feed, are not in it.
 *
 * @param steps each after those it needs
 */
record Plan(List<Step> steps, Set<NodeId> sinks, List<Problem> problems) {

    /** The plan for everything in a document that runs for its own sake. */
    static Plan of(Document document, Surroundings surroundings) {
        return of(document, surroundings, Set.of());
    }

    /** The plan for running to some nodes; none means everything that runs for its own sake. */
    static Plan of(Document document, Surroundings surroundings, Set<NodeId> to) {
        return new Maker(document, surroundings.starter(), surroundings.engine(), surroundings.known(), surroundings, to).plan(surroundings);
    }

    /**
     * What is wrong with a document, without reading whole files.
     *
     * @param known whether a key's result is at hand
     */
    static List<Problem> check(Document document, Starter starter, Engine engine, Predicate<Key> known) {
        return new Maker(document, starter, engine, known, null, Set.of()).problems();
    }

    /** The nodes that give what they gave before, whatever feeds them. */
    List<Step> frozen() {
        return steps.stream().filter(s -> s.node().mode() == Mode.FROZEN).toList();
    }

    /** The keys of its sinks. */
    List<Key> sinkKeys() {
        return steps.stream().filter(s -> sinks.contains(s.id())).map(Step::key).toList();
    }

    /** What must run: sinks that are not known, and what these need, unless that is known. */
    Set<NodeId> needed(Predicate<Step> known) {
        Set<NodeId> needed = new HashSet<>();
        Set<NodeId> wanted = new HashSet<>(sinks);
        for (Step step : steps.reversed()) {
            if (wanted.contains(step.id()) && !known.test(step)) {
                needed.add(step.id());
                wanted.addAll(step.feeders());
            }
        }
        return needed;
    }

    /** Makes one plan. */
    private static final class Maker {

        private final Document document;
        private final Starter starter;
        private final Engine engine;
        private final Flow flow;
        private final List<Problem> problems;
        private final Map<NodeId, Map<String, OutputRef>> sourcesOf = new HashMap<>();
        private final Set<NodeId> blocked = new HashSet<>();
        private final Set<NodeId> sinks = new LinkedHashSet<>();
        /** Which results frozen nodes give. */
        private final Map<NodeId, Key> kept = new HashMap<>();
        private final Map<NodeId, List<Foretelling.Painting>> paintings = new HashMap<>();

        /** @param surroundings null if nobody asks for keys */
        Maker(Document document, Starter starter, Engine engine, Predicate<Key> known, @Nullable Surroundings surroundings, Set<NodeId> to) {
            Expansion flat = Expansion.of(document, Catalogue::schema);
            Frozen frozen = Frozen.in(flat.document());
            this.document = frozen.document();
            this.starter = starter;
            this.engine = engine;
            this.flow = new Flow(this.document, Catalogue::schema);
            this.problems = new ArrayList<>(Check.of(document, flat, Catalogue::schema));
            problems.addAll(frozen.problems());
            problems.addAll(frozen.resolved(known, surroundings, kept));
            this.document.nodes().forEach(this::files);
            block();
            foretell();
            block();
            sinks(to.stream().flatMap(id -> Expansion.givers(id, document).stream()).collect(Collectors.toSet()));
            boolean errors = problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
            if (sinks.isEmpty() && !errors) {
                problems.add(new Problem(null, null, Problem.Code.NOTHING_TO_RUN, List.of()));
            }
        }

        List<Problem> problems() {
            return List.copyOf(problems);
        }

        Plan plan(Surroundings surroundings) {
            Map<NodeId, Step> steps = new LinkedHashMap<>();
            List<NodeId> order = ordered(sinks);
            Map<OutputRef, Integer> readers = new HashMap<>();
            order.forEach(id -> sources(document.node(id).orElseThrow()).values().forEach(from -> readers.merge(from, 1, Integer::sum)));
            for (NodeId id : order) {
                Node node = document.node(id).orElseThrow();
                Map<String, OutputRef> sources = sources(node);
                Key result = kept.get(id);
                if (node.mode() == Mode.FROZEN) {
                    if (result != null) {
                        steps.put(id, new Step(node, Catalogue.schema(node.type()).orElseThrow(), sources, null, List.of(), result));
                    }
                    continue;
                }
                if (sources.values().stream().allMatch(from -> steps.containsKey(from.node()))) {
                    Schema schema = Catalogue.schema(node.type()).orElseThrow();
                    List<Rung> rungs = paintings.getOrDefault(id, List.of()).stream().map(surroundings.rungs()).toList();
                    own(node, schema, sources, readers, surroundings).ifPresent(own -> steps.put(id, new Step(node, schema, sources, own, rungs,
                            Step.key(own, schema, sources, rungs, feeder -> steps.get(feeder).key()))));
                }
            }
            sinks.retainAll(steps.keySet());
            return new Plan(List.copyOf(steps.values()), Set.copyOf(sinks), List.copyOf(problems));
        }

        private void files(Node node) {
            Schema schema = Catalogue.schema(node.type()).orElse(null);
            if (schema == null || node.mode() != Mode.ON) {
                return;
            }
            for (Schema.Parameter parameter : schema.parameters()) {
                if (parameter.rule() instanceof Rule.File rule && node.input(parameter.name()).isEmpty()
                        && node.value(parameter.name()).orElse(parameter.standard()) instanceof Value.Text text && rule.allows(text)) {
                    file(new InputRef(node.id(), parameter.name()), rule, text.text());
                }
                if (parameter.rule() instanceof Rule.Folder
                        && node.value(parameter.name()).orElse(parameter.standard()) instanceof Value.Text text) {
                    path(new InputRef(node.id(), parameter.name()), text.text());
                }
            }
        }

        private void file(InputRef at, Rule.File rule, String text) {
            if (rule.names().contains(text)) {
                starter.missing().ifPresent(missing -> problems.add(Problem.at(at, Problem.Code.MISSING_MODEL, missing)));
            } else if (!text.isEmpty()) {
                path(at, text).ifPresent(file -> {
                    if (Files.isReadable(file) && Files.isRegularFile(file)) {
                        return;
                    }
                    problems.add(Files.isDirectory(file) ? Problem.at(at, Problem.Code.NOT_A_FILE, file)
                            : Files.exists(file) ? Problem.at(at, Problem.Code.UNREADABLE_FILE, file, "access denied")
                            : Problem.at(at, rule.of() == Rule.File.Of.PICTURE ? Problem.Code.NO_SUCH_FILE : Problem.Code.MISSING_MODEL, file));
                });
            }
        }

        private Optional<Path> path(InputRef at, String text) {
            try {
                return Optional.of(Path.of(text));
            } catch (InvalidPathException e) {
                problems.add(Problem.at(at, Problem.Code.UNREADABLE_FILE, text, e.getReason()));
                return Optional.empty();
            }
        }

        /** A node with an error, and whatever takes from a blocked one. */
        private void block() {
            Map<NodeId, List<NodeId>> takers = new HashMap<>();
            for (Node node : document.nodes()) {
                if (node.mode() == Mode.ON) {
                    // Also what is linked directly: a type that nobody knows is no source, and what it feeds cannot run.
                    Stream.concat(sources(node).values().stream(), node.inputs().values().stream()).map(OutputRef::node).distinct()
                            .forEach(from -> takers.computeIfAbsent(from, _ -> new ArrayList<>()).add(node.id()));
                }
            }
            Deque<NodeId> spreading = new ArrayDeque<>();
            for (Problem problem : problems) {
                if (problem.severity() == Problem.Severity.ERROR && problem.node() != null) {
                    spreading.add(problem.node());
                }
            }
            while (!spreading.isEmpty()) {
                NodeId id = spreading.remove();
                if (blocked.add(id)) {
                    spreading.addAll(takers.getOrDefault(id, List.of()));
                }
            }
        }

        /** What the descriptions come to, as far as it can be told now. */
        private void foretell() {
            List<Node> sound = document.nodes().stream()
                    .filter(n -> n.mode() == Mode.ON && !blocked.contains(n.id()) && Catalogue.schema(n.type()).isPresent()).toList();
            Map<NodeId, Map<String, OutputRef>> feeding = new HashMap<>();
            sound.forEach(n -> feeding.put(n.id(), sources(n)));
            Foretelling foretelling = new Foretelling(feeding, starter, engine);
            for (NodeId id : ordered(sound.stream().map(Node::id).toList())) {
                Node node = document.node(id).orElseThrow();
                if (feeding.containsKey(id)) {
                    foretelling.tell(node, Catalogue.schema(node.type()).orElseThrow());
                } else if (node.mode() == Mode.FROZEN) {
                    Catalogue.schema(node.type()).ifPresent(schema -> foretelling.blank(id, schema));
                }
            }
            problems.addAll(foretelling.problems());
            paintings.putAll(foretelling.paintings());
        }

        private void sinks(Set<NodeId> to) {
            Set<OutputRef> taken = to.isEmpty() ? flow.taken() : Set.of();
            for (Node node : document.nodes()) {
                Optional<Schema> schema = Catalogue.schema(node.type());
                if ((node.mode() == Mode.ON || node.mode() == Mode.FROZEN) && !blocked.contains(node.id()) && schema.isPresent()
                        && (to.isEmpty() ? isSink(node, schema.get(), taken) : to.contains(node.id()))) {
                    sinks.add(node.id());
                }
            }
        }

        private boolean isSink(Node node, Schema schema, Set<OutputRef> taken) {
            return schema.sink() || schema.outputs().stream().anyMatch(o -> shows(node, o, taken));
        }

        private boolean shows(Node node, Schema.Output output, Set<OutputRef> taken) {
            OutputRef ref = new OutputRef(node.id(), output.name());
            return (output.type() == SocketType.Known.IMAGE || output.type() == SocketType.Known.VIDEO)
                    && !taken.contains(ref) && flow.source(ref).isPresent();
        }

        private Map<String, OutputRef> sources(Node node) {
            return sourcesOf.computeIfAbsent(node.id(), _ -> find(node));
        }

        private Map<String, OutputRef> find(Node node) {
            Map<String, OutputRef> sources = new LinkedHashMap<>();
            if (node.mode() == Mode.FROZEN) {
                return sources;
            }
            Schema schema = Catalogue.schema(node.type()).orElse(null);
            node.inputs().forEach((input, from) -> {
                if (schema != null && schema.typeOf(input).isPresent()) {
                    flow.source(from).ifPresent(source -> sources.put(input, source));
                }
            });
            return sources;
        }

        /** Some nodes and what they need, feeders first; without recursion, since a document may be one long row. */
        private List<NodeId> ordered(Collection<NodeId> roots) {
            record Visit(NodeId node, Iterator<OutputRef> feeders) {}
            Set<NodeId> met = new HashSet<>();
            List<NodeId> order = new ArrayList<>();
            for (NodeId sink : roots) {
                Deque<Visit> path = new ArrayDeque<>();
                if (met.add(sink)) {
                    path.push(new Visit(sink, sources(document.node(sink).orElseThrow()).values().iterator()));
                }
                while (!path.isEmpty()) {
                    Visit visit = path.peek();
                    if (visit.feeders.hasNext()) {
                        NodeId next = visit.feeders.next().node();
                        if (met.add(next)) {
                            path.push(new Visit(next, sources(document.node(next).orElseThrow()).values().iterator()));
                        }
                    } else {
                        order.add(path.pop().node);
                    }
                }
            }
            return order;
        }

        /** All that a node's key depends on beside what feeds it. */
        private Optional<Key> own(Node node, Schema schema, Map<String, OutputRef> sources, Map<OutputRef, Integer> readers, Surroundings around) {
            // The salt goes into describing nodes too: simpler, and they cost nothing to run again.
            KeyMaker maker = new KeyMaker().add(around.salt()).add(schema.type()).add(Integer.toString(schema.version()));
            for (Schema.Output output : schema.outputs()) {
                if (output.type() == SocketType.Known.LATENT) {
                    // A pass whose result others read too does not go on in the engine, and that paints other pixels.
                    maker.add(Integer.toString(Math.min(2, readers.getOrDefault(new OutputRef(node.id(), output.name()), 0))));
                }
            }
            if (schema.sink() && schema.parameters().stream().noneMatch(p -> p.rule() instanceof Rule.Folder)) {
                maker.add(around.pictures().toAbsolutePath().normalize().toString());   // it can only write there
            }
            for (Schema.Parameter parameter : schema.parameters()) {
                if (sources.containsKey(parameter.name())) {
                    continue;
                }
                Value value = node.value(parameter.name()).orElse(parameter.standard());
                try {
                    maker.add(parameter.name()).add(content(value, parameter.rule(), around));
                } catch (IOException e) {
                    // It was there a moment ago.
                    problems.add(Problem.at(new InputRef(node.id(), parameter.name()), Problem.Code.UNREADABLE_FILE,
                            value instanceof Value.Text text ? text.text() : "", SystemWord.of(e)));
                    return Optional.empty();
                }
            }
            return Optional.of(maker.key());
        }

        private static String content(Value value, Rule rule, Surroundings around) throws IOException {
            return switch (value) {
                case Value.Text text when rule instanceof Rule.File file && file.names().contains(text.text()) -> around.starter().digest();
                case Value.Text text when rule instanceof Rule.File && !text.text().isEmpty() -> around.digests().of(Path.of(text.text()));
                case Value.Text text when rule instanceof Rule.Folder ->
                        (text.text().isEmpty() ? around.pictures() : Path.of(text.text())).toAbsolutePath().normalize().toString();
                case Value.Text text -> text.text();
                // 1, 1.0 and 1e0 paint the same.
                case Value.Number number -> number.exact().signum() == 0 ? "0" : number.exact().stripTrailingZeros().toString();
                case Value.Truth truth -> Boolean.toString(truth.on());
                case Value.Seed seed -> seed.number().isPresent() ? Long.toString(seed.number().getAsLong()) : "";
                case Value.Foreign foreign -> foreign.json();
            };
        }
    }
}
