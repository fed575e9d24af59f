package easel.run;

import easel.graph.Conversion;
import easel.graph.Document;
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
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Unfoldable;
import easel.nodes.ValueNode;
import easel.nodes.Values;
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

/**
 * The values that a document's value nodes tell from themselves alone. What they feed holds them before anything runs,
 * so that a parameter fed by a link is checked, read ahead and known again as if the value stood in it.
 */
final class Constants {

    /** Each of ten thousand joins may be within bounds, and all of them ten gigabytes. */
    private static final int MOST_CHARACTERS = 16_000_000;

    private final Flow flow;
    private final Document document;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<OutputRef, Value> told = new HashMap<>();
    private final Map<OutputRef, SocketType> types = new HashMap<>();
    private final Map<NodeId, Set<NodeId>> tellers = new HashMap<>();
    /** Value nodes that wait for the run, with what was told to them: one of them may be which of two links is read. */
    private final Map<NodeId, Node> waiting = new HashMap<>();
    private long characters;

    /** A seed that was not drawn yet, or something that only the run will know. */
    private static final class NotTold extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotTold() {
            super("", null, false, false);
        }
    }

    /** Works out those of a document that is laid out flat. */
    Constants(Document flat) {
        this.flow = new Flow(flat, Catalogue::schema);
        List<Node> telling = flat.nodes().stream().filter(n -> n.mode() == Mode.ON && teller(n).isPresent()).toList();
        if (telling.isEmpty()) {
            document = flat;
            return;
        }
        for (NodeId id : ordered(telling, flat)) {
            tell(flat.node(id).orElseThrow());
        }
        document = flat.with(flat.body().mapNodes(this::settled));
        emptied();
    }

    private Node settled(Node node) {
        return switch (node.mode()) {
            case ON -> teller(node).isEmpty() ? holding(node) : waiting.getOrDefault(node.id(), node);
            case BYPASSED -> choosing(node);
            case MUTED, FROZEN -> node;
        };
    }

    /** A bypassed node passes on the one of two inputs that it would read: which, may be told to it. */
    private Node choosing(Node node) {
        Schema schema = Catalogue.schema(node.type()).orElse(null);
        Schema.Either either = schema == null ? null : schema.either();
        if (either == null) {
            return node;
        }
        Rule rule = schema.parameter(either.on()).orElseThrow().rule();
        return node.input(either.on()).flatMap(flow::source).flatMap(this::told).flatMap(value -> converted(value, node.conversion(either.on()), rule)).filter(rule::allows)
                .map(value -> holding(node, Map.of(either.on(), value))).orElse(node);
    }

    /** A node that was told no file gives nothing, which its link did not let be seen. */
    private void emptied() {
        Flow now = new Flow(document, Catalogue::schema);
        for (Node node : document.nodes()) {
            Schema schema = node.mode() == Mode.ON ? Catalogue.schema(node.type()).orElse(null) : null;
            if (schema != null) {
                node.inputs().forEach((input, from) -> {
                    boolean needed = schema.input(input).map(Schema.Input::filled).orElse(true);
                    if (needed && flow.source(from).isPresent() && now.source(from).isEmpty()) {
                        problems.add(Problem.at(new InputRef(node.id(), input), Problem.Code.NOTHING_COMES, input));
                    }
                });
            }
        }
    }

    private static Optional<ValueNode> teller(Node node) {
        return Catalogue.node(node.type()).filter(ValueNode.class::isInstance).map(ValueNode.class::cast);
    }

    /** The document with what is told in the place of the links that brought it. */
    Document document() {
        return document;
    }

    /** What an output tells; empty if that is none of a value node, or only the run will know. */
    Optional<Value> told(OutputRef output) {
        return Optional.ofNullable(told.get(output));
    }

    /** All that is told, as people read it: by node and output. */
    Map<NodeId, Map<String, String>> words() {
        Map<NodeId, Map<String, String>> words = new HashMap<>();
        told.forEach((output, value) -> words.computeIfAbsent(output.node(), _ -> new HashMap<>()).put(output.output(), Outputs.words(value)));
        return words;
    }

    /** What tells no value, and where one may not stand. */
    List<Problem> problems() {
        return problems;
    }

    /** The value nodes whose values some nodes hold, the nodes themselves among them. */
    Collection<NodeId> behind(Collection<NodeId> nodes) {
        Set<NodeId> behind = new LinkedHashSet<>(nodes);
        Deque<NodeId> open = new ArrayDeque<>(nodes);
        while (!open.isEmpty()) {
            tellers.getOrDefault(open.remove(), Set.of()).stream().filter(behind::add).forEach(open::add);
        }
        return behind;
    }

    /** Each after those it takes from; without recursion, since they may be one long row. */
    private List<NodeId> ordered(List<Node> telling, Document flat) {
        record Visit(NodeId node, Iterator<NodeId> feeders) {}
        Set<NodeId> met = new HashSet<>();
        Set<NodeId> all = new HashSet<>();
        telling.forEach(n -> all.add(n.id()));
        List<NodeId> ordered = new ArrayList<>();
        for (Node root : telling) {
            Deque<Visit> path = new ArrayDeque<>();
            if (met.add(root.id())) {
                path.push(new Visit(root.id(), feeders(root)));
            }
            while (!path.isEmpty()) {
                if (path.peek().feeders.hasNext()) {
                    NodeId next = path.peek().feeders.next();
                    if (all.contains(next) && met.add(next)) {
                        path.push(new Visit(next, feeders(flat.node(next).orElseThrow())));
                    }
                } else {
                    ordered.add(path.pop().node);
                }
            }
        }
        return ordered;
    }

    private Iterator<NodeId> feeders(Node node) {
        return node.inputs().values().stream().flatMap(from -> flow.source(from).stream()).map(OutputRef::node).iterator();
    }

    private void tell(Node node) {
        Node holding = holding(node);
        Schema schema = Catalogue.schema(node.type()).orElseThrow();
        Map<OutputRef, Value> now = new HashMap<>();
        try {
            teller(node).orElseThrow().tell(new Values() {
                @Override
                public <T> T get(Param<T> parameter) {
                    Value value = holding.value(parameter.name()).orElseGet(() -> schema.parameter(parameter.name()).orElseThrow().standard());
                    boolean undrawn = value instanceof Value.Seed seed && seed.number().isEmpty();
                    if (undrawn || holding.input(parameter.name()).isPresent() || !schema.parameter(parameter.name()).orElseThrow().rule().allows(value)) {
                        throw new NotTold();
                    }
                    return parameter.read(value);
                }

                @Override
                public <T> void give(Out<T> output, T value) {
                    OutputRef told = new OutputRef(node.id(), output.name());
                    now.put(told, (Value) value);
                    types.put(told, output.port().type());
                }
            });
            characters += now.values().stream().mapToLong(value -> value instanceof Value.Text(String text) ? text.length() : 0).sum();
            if (characters > MOST_CHARACTERS) {
                problems.add(Problem.at(node.id(), Problem.Code.TEXTS_TOO_LONG, MOST_CHARACTERS));
            } else {
                told.putAll(now);
            }
        } catch (Unfoldable e) {
            problems.add(e.problem(node.id()));
        } catch (NotTold later) {
            waiting.put(node.id(), holding);   // then it is told when it runs
        } catch (Throwable e) {
            problems.add(BrokenNode.told(node.id(), e));
        }
    }

    /** A node with the values that are told to it in the place of their links; one that may not stand there keeps its link. */
    private Node holding(Node node) {
        Schema schema = Catalogue.schema(node.type()).orElse(null);
        if (schema == null || node.inputs().isEmpty()) {
            return node;
        }
        Map<String, Value> held = new LinkedHashMap<>();
        node.inputs().forEach((input, from) -> schema.parameter(input).ifPresent(parameter -> flow.source(from).ifPresent(source -> {
            Value value = told.get(source);
            if (value != null && fits(source, node.conversion(input), parameter.type())) {
                tellers.computeIfAbsent(node.id(), _ -> new LinkedHashSet<>()).add(source.node());
                Optional<Value> converted = converted(value, node.conversion(input), parameter.rule());
                if (converted.filter(parameter.rule()::allows).isPresent()) {
                    held.put(input, converted.get());
                } else {
                    problems.add(Problem.at(new InputRef(node.id(), input), Problem.Code.BAD_VALUE, input, Value.shown(value), parameter.rule().allowed()));
                }
            }
        })));
        return held.isEmpty() ? node : holding(node, held);
    }

    private static Node holding(Node node, Map<String, Value> held) {
        LinkedHashMap<String, OutputRef> links = new LinkedHashMap<>(node.inputs());
        links.keySet().removeAll(held.keySet());
        LinkedHashMap<String, Value> values = new LinkedHashMap<>(node.values());
        values.putAll(held);
        return node.withInputs(links).withValues(values);
    }

    /** Whether a link may bring that at all; where it may not, that is said already. */
    private boolean fits(OutputRef source, Optional<String> named, SocketType wanted) {
        SocketType comes = types.get(source);
        return comes != null && named.map(name -> Conversion.of(name).filter(c -> c.makes(comes, wanted)).isPresent()).orElseGet(() -> wanted.accepts(comes));
    }

    /** What a link makes of a value for a parameter; empty if the conversion can not. */
    static Optional<Value> converted(Value value, Optional<String> named, Rule rule) {
        Optional<Conversion> conversion = named.flatMap(Conversion::of).filter(c -> !c.chooses());
        if (conversion.isEmpty() && rule instanceof Rule.Seed && value instanceof Value.Number) {
            conversion = Optional.of(Conversion.WHOLE_AS_SEED);
        }
        return conversion.isEmpty() ? Optional.of(value) : conversion.get().of(value);
    }
}
