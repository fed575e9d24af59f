package easel.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what is wrong with a document by looking at it and the schemas alone. Nodes inside subgraphs are called by their
 * paths. Muted and bypassed nodes are let be.
 */
public final class Check {

    private final Document whole;
    private final Document document;
    private final Function<String, Optional<Schema>> schemas;
    private final Flow flow;
    private final List<Problem> problems = new ArrayList<>();

    private final Set<NodeId> feeders = new HashSet<>();

    private Check(Document whole, Document flat, Function<String, Optional<Schema>> catalogue) {
        this.whole = whole;
        this.document = flat;
        this.schemas = new Types(flat, catalogue);
        this.flow = new Flow(flat, schemas);
    }

    /** Every problem, in the order of the nodes. */
    public static List<Problem> of(Document document, Function<String, Optional<Schema>> catalogue) {
        return of(document, Expansion.of(document, catalogue), catalogue);
    }

    /** Every problem of a document that was laid out flat already. */
    public static List<Problem> of(Document document, Expansion expansion, Function<String, Optional<Schema>> catalogue) {
        Check check = new Check(document, expansion.document(), catalogue);
        check.problems.addAll(expansion.problems());
        check.nodes();
        check.form();
        document.nodes().forEach(check::ports);
        return List.copyOf(check.problems);
    }

    private void nodes() {
        Set<OutputRef> taken = flow.taken();
        for (Node node : document.nodes()) {
            if (node.mode() == Mode.ON) {
                node.inputs().values().forEach(from -> feeders.add(from.node()));
            }
        }
        for (Node node : document.nodes()) {
            node(node);
            unused(node, taken);
        }
        new Circles(document).found().forEach(circle -> circle.forEach(id -> problems.add(Problem.at(id, Problem.Code.CYCLE, shown(circle)))));
    }

    private static String shown(List<NodeId> circle) {
        List<String> names = circle.stream().limit(10).map(NodeId::text).toList();
        return String.join(", ", names) + (circle.size() > names.size() ? ", \u2026" : "");
    }

    /** A latent is a description of a picture; one that nobody takes becomes none. */
    private void unused(Node node, Set<OutputRef> taken) {
        if (node.mode() != Mode.ON) {
            return;
        }
        schemas.apply(node.type()).ifPresent(schema -> {
            for (Schema.Output output : schema.outputs()) {
                OutputRef ref = new OutputRef(node.id(), output.name());
                if (output.type() == SocketType.Known.LATENT && schema.kind() == Schema.Kind.PAINT
                        && schema.outputs().stream().noneMatch(o -> taken.contains(new OutputRef(node.id(), o.name())))) {
                    problems.add(new Problem(ref.node(), null, Problem.Code.LATENT_UNUSED, List.of(ref.output())));
                    return;
                }
            }
        });
    }

    /** Fields and outlets whose nodes were removed stay, so that undo and a pasted node bring them back to life. */
    private void form() {
        List<Problem> fields = new ArrayList<>();
        for (Field field : whole.form().fields()) {
            field.targets().stream().filter(t -> whole.node(t.node()).isEmpty()).findFirst().ifPresent(t ->
                    fields.add(Problem.at(t, Problem.Code.FIELD_TO_NOTHING, field.name(), t.node().text())));
        }
        if (fields.size() > 1) {
            // Where a node is removed, all its lines are: one sentence says so, and one button mends it.
            problems.add(new Problem(null, null, Problem.Code.FIELDS_TO_NOTHING, List.of(fields.size())));
        } else {
            problems.addAll(fields);
        }
        for (Outlet outlet : whole.form().outlets()) {
            if (whole.node(outlet.from().node()).isEmpty()) {
                problems.add(Problem.at(outlet.from().node(), Problem.Code.OUTLET_TO_NOTHING, outlet.name(), outlet.from().node().text()));
            }
        }
    }

    private void node(Node node) {
        if (node.mode() == Mode.MUTED || node.mode() == Mode.BYPASSED) {
            return;
        }
        Optional<Schema> schema = schemas.apply(node.type());
        if (schema.isEmpty()) {
            problems.add(Problem.at(node.id(), feeders.contains(node.id()) ? Problem.Code.UNKNOWN_TYPE
                    : Problem.Code.UNKNOWN_TYPE_UNUSED, node.type()));
            return;
        }
        if (node.mode() == Mode.FROZEN) {
            return;   // nothing of what feeds it or stands in it matters; whether its result is there is the plan's to know
        }
        for (Map.Entry<String, OutputRef> input : node.inputs().entrySet()) {
            link(new InputRef(node.id(), input.getKey()), schema.get(), input.getValue(), node.conversion(input.getKey()));
        }
        for (Schema.Input input : schema.get().inputs()) {
            if (input.required() && node.input(input.name()).isEmpty()) {
                problems.add(Problem.at(new InputRef(node.id(), input.name()), Problem.Code.INPUT_MISSING, input.name()));
            }
        }
        for (Schema.Parameter parameter : schema.get().parameters()) {
            Optional<Value> value = node.value(parameter.name());
            if (value.isPresent() && node.input(parameter.name()).isEmpty() && !parameter.rule().allows(value.get())) {
                InputRef at = new InputRef(node.id(), parameter.name());
                String shown = Value.shown(value.get());
                boolean bareSeed = parameter.rule() instanceof Rule.Seed && Conversion.WHOLE_AS_SEED.of(value.get()).isPresent();
                problems.add(bareSeed ? Problem.at(at, Problem.Code.BARE_SEED, parameter.name(), shown)
                        : Problem.at(at, Problem.Code.BAD_VALUE, parameter.name(), shown, parameter.rule().allowed()));
            }
        }
    }

    private void link(InputRef to, Schema schema, OutputRef from, Optional<String> conversion) {
        Optional<SocketType> wanted = schema.typeOf(to.input());
        if (wanted.isEmpty()) {
            problems.add(Problem.at(to, Problem.Code.NO_SUCH_INPUT, to.input()));
            return;
        }
        Optional<Node> feeder = document.body().node(from.node());
        if (feeder.isEmpty()) {
            // A subgraph is not among the nodes any more; then it has no such output.
            problems.add(whole.node(from.node()).isEmpty() ? Problem.at(to, Problem.Code.LINK_TO_NOTHING, to.input(), from.node().text())
                    : Problem.at(to, Problem.Code.NO_SUCH_OUTPUT, to.input(), from.output()));
            return;
        }
        Optional<Schema> feederSchema = schemas.apply(feeder.get().type());
        if (feederSchema.isPresent()) {
            Optional<Schema.Output> output = feederSchema.get().output(from.output());
            if (output.isEmpty()) {
                problems.add(Problem.at(to, Problem.Code.NO_SUCH_OUTPUT, to.input(), from.output()));
                return;
            }
            // Past what is bypassed: that passes on what it gets, whatever it would give itself.
            SocketType comes = flow.source(from).flatMap(this::type).orElse(output.get().type());
            Optional<Problem> unfit = unfit(to, comes, wanted.get(), conversion);
            if (unfit.isPresent()) {
                problems.add(unfit.get());
                return;
            }
        }
        boolean needed = schema.input(to.input()).map(Schema.Input::filled).orElse(true);
        // One that nobody knows is a problem of its own while it is on; switched off it only gives nothing.
        boolean told = feederSchema.isEmpty() && feeder.get().mode() != Mode.MUTED && feeder.get().mode() != Mode.BYPASSED;
        if (needed && !told && flow.source(from).isEmpty()) {
            problems.add(Problem.at(to, Problem.Code.NOTHING_COMES, to.input()));
        }
    }

    private Optional<SocketType> type(OutputRef from) {
        return document.body().node(from.node()).flatMap(node -> schemas.apply(node.type())).flatMap(schema -> schema.output(from.output())).map(Schema.Output::type);
    }

    private static Optional<Problem> unfit(InputRef to, SocketType comes, SocketType wanted, Optional<String> named) {
        List<Conversion> ways = Conversion.between(comes, wanted);
        if (named.isPresent()) {
            Optional<Conversion> conversion = Conversion.of(named.get());
            boolean known = comes instanceof SocketType.Known && wanted instanceof SocketType.Known;
            return conversion.isEmpty() ? Optional.of(Problem.at(to, Problem.Code.NO_SUCH_CONVERSION, to.input(), named.get()))
                    : conversion.get().makes(comes, wanted) || !known && wanted.accepts(comes) ? Optional.empty()
                    : Optional.of(Problem.at(to, Problem.Code.WRONG_CONVERSION, to.input(), comes.name(), wanted.name(), named.get()));
        }
        if (wanted.accepts(comes)) {
            return Optional.empty();
        }
        return Optional.of(ways.isEmpty() ? Problem.at(to, Problem.Code.WRONG_TYPE, to.input(), comes.name(), wanted.name())
                : Problem.at(to, Problem.Code.CONVERSION_MISSING, to.input(), comes.name(), wanted.name(),
                        ways.stream().map(Conversion::id).collect(Collectors.joining(", "))));
    }

    /** A port that is set or linked although what it stood for is gone does nothing; so does a link to no port. */
    private void ports(Node instance) {
        Optional<Subgraph> subgraph = SubgraphId.of(instance.type()).flatMap(whole::subgraph);
        if (subgraph.isEmpty() || instance.mode() == Mode.MUTED || instance.mode() == Mode.BYPASSED) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (Field port : subgraph.get().form().fields()) {
            names.add(port.name());
            boolean dead = port.targets().stream().noneMatch(t -> subgraph.get().body().has(t.node()));
            if (dead && (instance.input(port.name()).isPresent() || instance.value(port.name()).isPresent())) {
                problems.add(Problem.at(new InputRef(instance.id(), port.name()), Problem.Code.FIELD_TO_NOTHING, port.name(),
                        port.targets().stream().map(t -> t.node().text()).findFirst().orElse("")));
            }
        }
        for (String input : instance.inputs().keySet()) {
            if (!names.contains(input)) {
                problems.add(Problem.at(new InputRef(instance.id(), input), Problem.Code.NO_SUCH_INPUT, input));
            }
        }
    }

    /** Tarjan's strongly connected components, with a stack of its own: 10,000 nodes in a row are no recursion. */
    private static final class Circles {

        private final Map<NodeId, Integer> index = new HashMap<>();
        private final Map<NodeId, Integer> low = new HashMap<>();
        private final Deque<NodeId> open = new ArrayDeque<>();
        private final Set<NodeId> isOpen = new HashSet<>();
        private final List<List<NodeId>> found = new ArrayList<>();
        private final Document document;

        private record Visit(NodeId node, Iterator<OutputRef> feeders) {}

        Circles(Document document) {
            this.document = document;
        }

        List<List<NodeId>> found() {
            document.nodes().stream().filter(n -> takesPart(n.id()) && !index.containsKey(n.id())).forEach(n -> visit(n.id()));
            return found;
        }

        /** A muted node gives nothing and a frozen one takes nothing, so no circle goes through either. */
        private boolean takesPart(NodeId id) {
            return document.body().node(id).filter(n -> n.mode() != Mode.MUTED && n.mode() != Mode.FROZEN).isPresent();
        }

        private void visit(NodeId root) {
            Deque<Visit> path = new ArrayDeque<>();
            path.push(enter(root));
            while (!path.isEmpty()) {
                Visit visit = path.peek();
                if (visit.feeders.hasNext()) {
                    NodeId next = visit.feeders.next().node();
                    if (!takesPart(next)) {
                        continue;
                    }
                    if (!index.containsKey(next)) {
                        path.push(enter(next));
                    } else if (isOpen.contains(next)) {
                        low.merge(visit.node, index.get(next), Math::min);
                    }
                } else {
                    path.pop();
                    if (!path.isEmpty()) {
                        low.merge(path.peek().node, low.get(visit.node), Math::min);
                    }
                    if (low.get(visit.node).equals(index.get(visit.node))) {
                        close(visit.node);
                    }
                }
            }
        }

        private Visit enter(NodeId node) {
            index.put(node, index.size());
            low.put(node, index.get(node));
            open.push(node);
            isOpen.add(node);
            return new Visit(node, document.body().node(node).orElseThrow().inputs().values().iterator());
        }

        private void close(NodeId root) {
            List<NodeId> together = new ArrayList<>();
            NodeId node;
            do {
                node = open.pop();
                isOpen.remove(node);
                together.add(node);
            } while (!node.equals(root));
            boolean feedsItself = document.body().node(root).orElseThrow().inputs().values().stream().anyMatch(f -> f.node().equals(root));
            if (together.size() > 1 || feedsItself) {
                found.add(together.reversed());
            }
        }
    }
}
