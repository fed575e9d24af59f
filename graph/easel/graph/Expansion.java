package easel.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A document laid out flat, as it runs: the nodes of its subgraphs stand in place of the instances, called by their
 * paths, with what the instances set; bends and notes are gone. What does not run (a muted instance) stays as it is.
 *
 * @param document without subgraphs to run, reroutes and notes
 * @param problems what could not be laid out, and why; those instances stay as they are
 */
public record Expansion(Document document, List<Problem> problems) {

    /** How many nodes a document may become. */
    public static final int MOST_NODES = 100_000;

    /** Lays a document out flat; in linear time of what it becomes. */
    public static Expansion of(Document document, Function<String, Optional<Schema>> catalogue) {
        for (Node node : document.nodes()) {
            if (Reroute.is(node) || Note.is(node) || SubgraphId.isInstance(node.type())) {
                return new Maker(document, new Types(document, catalogue)).expansion();
            }
        }
        return new Expansion(document, List.of());
    }

    /**
     * Where people see an input that is inside a subgraph: the outermost instance whose port it is, or itself if no
     * port leads to it.
     */
    public static InputRef shown(InputRef inside, Document document) {
        InputRef at = inside;
        for (Optional<NodeId> outer = at.node().outer(); outer.isPresent() && !document.body().has(at.node()); outer = at.node().outer()) {
            InputRef target = new InputRef(at.node().inner(), at.input());
            Optional<Field> port = document.home(at.node()).flatMap(s -> s.form().of(target));
            if (port.isEmpty()) {
                return at;
            }
            at = new InputRef(outer.get(), port.get().name());
        }
        return at;
    }

    /** The nodes that give what a node gives once it is laid out flat: itself, or, for a subgraph's instance, some inside. */
    public static Set<NodeId> givers(NodeId node, Document document) {
        Set<NodeId> givers = new LinkedHashSet<>();
        Set<NodeId> met = new LinkedHashSet<>(List.of(node));
        Deque<NodeId> open = new ArrayDeque<>(met);
        while (!open.isEmpty()) {
            NodeId id = open.remove();
            Optional<Node> there = document.node(id);
            Optional<Subgraph> inside = there.flatMap(n -> SubgraphId.of(n.type())).flatMap(document::subgraph);
            if (inside.isPresent()) {
                inside.get().form().outlets().forEach(o -> meet(o.from().node().in(id), met, open));
            } else if (there.filter(Reroute::is).isPresent()) {
                there.get().input(Reroute.IN).ifPresent(from -> meet(id.outer().map(from.node()::in).orElse(from.node()), met, open));
            } else {
                givers.add(id);
            }
        }
        return givers;
    }

    private static void meet(NodeId id, Set<NodeId> met, Deque<NodeId> open) {
        // Subgraphs may be nested in a circle.
        if (id.text().chars().filter(c -> c == '/').count() <= Types.DEEPEST && met.add(id)) {
            open.add(id);
        }
    }

    /** A body at its place: the document's, or that of one instance. */
    private static final class Scope {

        private final @Nullable NodeId path;
        private final Body body;
        private final Form form;
        /** The frozen instance that this is inside of, the outermost one, or null. */
        private final @Nullable Frozen frozen;
        private final Map<NodeId, Scope> inside = new HashMap<>();
        private final Map<NodeId, SequencedMap<String, Feed>> fedFromOutside = new HashMap<>();
        /** The conversions of those, where they have any. */
        private final Map<InputRef, String> convertedFromOutside = new HashMap<>();
        private final Map<NodeId, SequencedMap<String, Value>> setFromOutside = new HashMap<>();

        Scope(@Nullable NodeId path, Body body, Form form, @Nullable Frozen frozen) {
            this.path = path;
            this.body = body;
            this.form = form;
            this.frozen = frozen;
        }

        NodeId flat(NodeId id) {
            return path == null ? id : id.in(path);
        }
    }

    /** An instance that is frozen with all that is inside it. */
    private record Frozen(NodeId at, Node instance) {

        SequencedMap<String, String> kept(NodeId inside) {
            SequencedMap<String, String> kept = new LinkedHashMap<>();
            inside.within(at).map(instance.kept()::get).ifPresent(key -> kept.put("", key));
            return kept;
        }
    }

    /** An output somewhere. */
    private record Feed(Scope scope, OutputRef output) {}

    private static final class Maker {

        private static final SequencedMap<String, Feed> NO_FEEDS = Kept.none();

        private final Document document;
        private final Types types;
        private final Nesting nesting;
        private final List<Problem> problems = new ArrayList<>();
        private final Map<Feed, Optional<OutputRef>> resolved = new HashMap<>();
        private Body flat = Body.EMPTY;
        private long nodes;

        Maker(Document document, Types types) {
            this.document = document;
            this.types = types;
            this.nesting = new Nesting(document);
        }

        Expansion expansion() {
            nodes = document.size();
            Scope root = new Scope(null, document.body(), document.form(), null);
            open(root);
            layOut(root);
            Body groups = flat;
            for (Group group : document.groups()) {
                groups = groups.with(group);
            }
            return new Expansion(document.with(groups), List.copyOf(problems));
        }

        /** Makes the scopes of the instances in a scope, and of theirs; no deeper than {@link Types#DEEPEST}. */
        private void open(Scope scope) {
            for (Node node : scope.body.nodes()) {
                Optional<SubgraphId> id = SubgraphId.of(node.type());
                Optional<Subgraph> subgraph = id.flatMap(document::subgraph);
                if (subgraph.isEmpty() || node.mode() == Mode.MUTED || node.mode() == Mode.BYPASSED) {
                    continue;
                }
                if (nesting.isCircular(id.get())) {
                    problems.add(Problem.at(scope.flat(node.id()), Problem.Code.CONTAINS_ITSELF));
                } else if (nesting.depth(id.get()) > Types.DEEPEST) {
                    problems.add(Problem.at(scope.flat(node.id()), Problem.Code.TOO_DEEP, Types.DEEPEST));
                } else if (scope.path == null && nodes + nesting.nodes(id.get()) > MOST_NODES) {
                    problems.add(Problem.at(node.id(), Problem.Code.TOO_MANY_NODES, MOST_NODES));
                } else {
                    nodes += scope.path == null ? nesting.nodes(id.get()) : 0;
                    Scope inner = new Scope(scope.flat(node.id()), subgraph.get().body(), subgraph.get().form(),
                            scope.frozen == null && node.mode() == Mode.FROZEN ? new Frozen(scope.flat(node.id()), node) : scope.frozen);
                    scope.inside.put(node.id(), inner);
                    set(scope, node, inner, subgraph.get().rim());
                    open(inner);
                }
            }
        }

        /** Hands on what an instance sets and what feeds it. */
        private void set(Scope scope, Node instance, Scope inner, @Nullable Rim rim) {
            for (Field field : inner.form.fields()) {
                Optional<Feed> feed = feed(scope, instance, field.name());
                @Nullable String conversion = conversion(scope, instance, field.name());
                @Nullable Value value = value(scope, instance, field.name());
                if (value == null) {
                    value = field.standard();
                }
                for (InputRef target : field.targets()) {
                    feed.ifPresent(f -> inner.fedFromOutside.computeIfAbsent(target.node(), _ -> new LinkedHashMap<>()).put(target.input(), f));
                    @Nullable String inside = rim == null ? null : rim.converted().get(target);
                    if (feed.isPresent() && (inside != null || conversion != null)) {
                        // Where the value arrives last: what it takes there cannot be had otherwise.
                        inner.convertedFromOutside.put(target, inside != null ? inside : conversion);
                    }
                    if (value != null) {
                        inner.setFromOutside.computeIfAbsent(target.node(), _ -> new LinkedHashMap<>()).put(target.input(), value);
                    }
                }
            }
        }

        private static Optional<Feed> feed(Scope scope, Node node, String input) {
            Map<String, Feed> fed = scope.fedFromOutside.get(node.id());
            Feed outside = fed == null ? null : fed.get(input);
            return outside != null ? Optional.of(outside) : node.input(input).map(from -> new Feed(scope, from));
        }

        private static @Nullable String conversion(Scope scope, Node node, String input) {
            Map<String, Feed> fed = scope.fedFromOutside.get(node.id());
            return fed != null && fed.containsKey(input) ? scope.convertedFromOutside.get(new InputRef(node.id(), input))
                    : node.conversions().get(input);
        }

        private static @Nullable Value value(Scope scope, Node node, String parameter) {
            Map<String, Value> set = scope.setFromOutside.get(node.id());
            Value value = set == null ? null : set.get(parameter);
            return value != null ? value : node.values().get(parameter);
        }

        private void layOut(Scope scope) {
            for (Node node : scope.body.nodes()) {
                Scope inner = scope.inside.get(node.id());
                if (inner != null) {
                    layOut(inner);
                } else if (!Note.is(node) && (!Reroute.is(node) || node.mode() == Mode.MUTED)) {
                    flat = flat.with(laidOut(scope, node));
                }
            }
        }

        private Node laidOut(Scope scope, Node node) {
            SequencedMap<String, OutputRef> inputs = new LinkedHashMap<>();
            for (String input : node.inputs().keySet()) {
                link(scope, node, input, inputs);
            }
            if (scope.fedFromOutside.containsKey(node.id())) {
                for (String input : scope.fedFromOutside.get(node.id()).keySet()) {
                    link(scope, node, input, inputs);
                }
            }
            Map<String, Value> set = scope.setFromOutside.get(node.id());
            // Bypassed with nothing to pass on, or muted: either way nothing comes out.
            Mode mode = SubgraphId.isInstance(node.type()) && node.mode() == Mode.BYPASSED ? Mode.MUTED : node.mode();
            Node laid = node;
            if (set != null) {
                SequencedMap<String, Value> values = new LinkedHashMap<>(node.values());
                values.putAll(set);
                laid = laid.withValues(values);
            }
            laid = inputs.equals(node.inputs()) ? laid : laid.withInputs(inputs);
            for (String input : scope.fedFromOutside.getOrDefault(node.id(), NO_FEEDS).keySet()) {
                laid = laid.inputs().containsKey(input) ? laid.converting(input, conversion(scope, node, input)) : laid;
            }
            laid = mode == node.mode() ? laid : laid.in(mode);
            laid = scope.frozen != null && mode == Mode.ON ? laid.frozen(scope.frozen.kept(scope.flat(node.id()))) : laid;
            return scope.path == null ? laid : laid.called(scope.flat(node.id()));
        }

        private void link(Scope scope, Node node, String input, Map<String, OutputRef> inputs) {
            feed(scope, node, input).flatMap(this::resolve).ifPresent(from -> inputs.put(input, from));
        }

        /** The flat output that gives what is asked of another; empty if a bend that leads there is open at its end. */
        private Optional<OutputRef> resolve(Feed feed) {
            Set<Feed> passed = new LinkedHashSet<>();
            Feed at = feed;
            Optional<OutputRef> end;
            while (true) {
                Optional<OutputRef> before = resolved.get(at);
                if (before != null) {
                    end = before;
                    break;
                }
                if (!passed.add(at)) {
                    end = Optional.empty();
                    problems.add(Problem.at(at.scope.flat(at.output.node()), Problem.Code.CYCLE, at.output.node().text()));
                    break;
                }
                Step step = step(at);
                if (step.next == null) {
                    end = step.open ? Optional.empty() : Optional.of(new OutputRef(at.scope.flat(at.output.node()), at.output.output()));
                    break;
                }
                at = step.next;
            }
            for (Feed each : passed) {
                resolved.put(each, end);
            }
            return end;
        }

        /** Where an output gets its value from; if from nowhere else, whether that is because nothing is linked. */
        private record Step(@Nullable Feed next, boolean open) {
            static final Step END = new Step(null, false);
        }

        private Step step(Feed at) {
            Node node = at.scope.body.node(at.output.node()).orElse(null);
            if (node == null || node.mode() == Mode.MUTED) {
                return Step.END;
            }
            if (Reroute.is(node)) {
                return feed(at.scope, node, Reroute.IN).map(f -> new Step(f, false)).orElse(new Step(null, true));
            }
            Scope inner = at.scope.inside.get(node.id());
            if (inner != null) {
                return inner.form.outlet(at.output.output()).map(o -> new Step(new Feed(inner, o.from()), false)).orElse(Step.END);
            }
            if (node.mode() != Mode.BYPASSED || !SubgraphId.isInstance(node.type())) {
                return Step.END;
            }
            Schema schema = types.apply(node.type()).orElse(null);
            Schema.Output output = schema == null ? null : schema.output(at.output.output()).orElse(null);
            return output == null ? Step.END : schema.passing(output).stream()
                    .flatMap(i -> feed(at.scope, node, i).stream()).findFirst().map(f -> new Step(f, false)).orElse(Step.END);
        }
    }
}
