package easel.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a subgraph of some nodes ready: what is fed from outside becomes an input, what feeds something outside an
 * output, and what the form sets, or is wanted besides, a port of its own.
 */
public final class Packing {

    private final Document document;
    private final Set<NodeId> nodes;
    private final Types types;
    private final List<Field> fields = new ArrayList<>();
    private final List<Outlet> outlets = new ArrayList<>();
    private final Map<Crossing, List<InputRef>> crossing = new LinkedHashMap<>();
    private final Map<Crossing, String> fed = new LinkedHashMap<>();
    private final Map<InputRef, String> set = new LinkedHashMap<>();
    private final Map<OutputRef, String> given = new LinkedHashMap<>();
    private final FreshIds fieldNames = new FreshIds(_ -> false);
    private final FreshIds outletNames = new FreshIds(_ -> false);

    /** What comes in from outside, converted in the same way wherever it goes. */
    private record Crossing(OutputRef from, @Nullable String conversion) {}

    private Packing(Document document, Set<NodeId> nodes, Function<String, Optional<Schema>> catalogue) {
        this.document = document;
        this.nodes = nodes;
        this.types = new Types(document, catalogue);
    }

    /**
     * The edit that makes one node of some.
     *
     * @param title   what people call it
     * @param inputs  parameters and sockets inside that should be ports besides those that must
     * @param outputs outputs inside that should be ports besides those that must
     * @return empty if none of the nodes is there
     */
    public static Optional<SubgraphEdit.MakeSubgraph> of(Document document, Set<NodeId> nodes, Phrase title,
            List<InputRef> inputs, List<OutputRef> outputs, Function<String, Optional<Schema>> catalogue) {
        Packing packing = new Packing(document, nodes, catalogue);
        List<Node> inside = document.nodes().stream().filter(n -> nodes.contains(n.id()) && !Rim.is(n)).toList();
        return inside.isEmpty() ? Optional.empty() : Optional.of(packing.packed(inside, title, inputs, outputs));
    }

    private SubgraphEdit.MakeSubgraph packed(List<Node> inside, Phrase title, List<InputRef> inputs, List<OutputRef> outputs) {
        Body body = Body.EMPTY;
        for (Node node : inside) {
            body = body.with(crossing(node));
        }
        crossing.forEach(this::input);
        document.form().fields().forEach(this::shown);
        inputs.stream().filter(i -> isInside(i.node())).forEach(i -> parameter(i, Optional.empty()));
        document.links().filter(l -> isInside(l.from().node()) && !isInside(l.to().node())).forEach(l -> output(l.from()));
        document.form().outlets().stream().map(Outlet::from).filter(o -> isInside(o.node())).forEach(this::output);
        outputs.stream().filter(o -> isInside(o.node())).forEach(this::output);

        SubgraphId id = new SubgraphId(new FreshIds(name -> document.subgraph(new SubgraphId(name)).isPresent()).like("subgraph"));
        Subgraph subgraph = new Subgraph(id, new About("", title, Phrase.NONE), body, new Form(fields, outlets), Rim.round(body), Extras.NONE);
        Node instance = instance(subgraph);
        Map<InputRef, InputRef> mappedInputs = new HashMap<>();
        set.forEach((target, port) -> mappedInputs.put(target, new InputRef(instance.id(), port)));
        Map<OutputRef, OutputRef> mappedOutputs = new HashMap<>();
        given.forEach((from, port) -> mappedOutputs.put(from, new OutputRef(instance.id(), port)));
        return new SubgraphEdit.MakeSubgraph(nodes, subgraph, instance, mappedInputs, mappedOutputs);
    }

    private boolean isInside(NodeId id) {
        return nodes.contains(id) && document.body().node(id).filter(n -> !Rim.is(n)).isPresent();
    }

    /** The node without its links from outside. */
    private Node crossing(Node node) {
        LinkedHashMap<String, OutputRef> kept = new LinkedHashMap<>();
        node.inputs().forEach((input, from) -> {
            if (isInside(from.node())) {
                kept.put(input, from);
            } else {
                crossing.computeIfAbsent(new Crossing(from, node.conversions().get(input)), _ -> new ArrayList<>()).add(new InputRef(node.id(), input));
            }
        });
        return kept.size() == node.inputs().size() ? node : node.withInputs(kept);
    }

    /** One output outside becomes one input, for all that it feeds. */
    private void input(Crossing crossed, List<InputRef> targets) {
        InputRef first = targets.getFirst();
        String name = fieldNames.like(first.input());
        fed.put(crossed, name);
        targets.forEach(target -> set.put(target, name));
        fields.add(Field.of(name, control(first)).setting(targets).typed((crossed.conversion == null ? types.typeOf(crossed.from) : Optional.<SocketType>empty())
                .or(() -> type(first)).orElse(null)));
    }

    private void shown(Field field) {
        for (InputRef target : field.targets()) {
            if (isInside(target.node())) {
                parameter(target, field.targets().size() == 1 ? Optional.of(field) : Optional.empty());
            }
        }
        if (field.needs() != null && isInside(field.needs().node())) {
            parameter(field.needs(), Optional.empty());
        }
    }

    private void parameter(InputRef target, Optional<Field> like) {
        if (set.containsKey(target)) {
            return;
        }
        String name = fieldNames.like(target.input());
        set.put(target, name);
        Field field = Field.of(name, like.map(Field::control).orElse(control(target)), target).typed(type(target).orElse(null));
        fields.add(like.isEmpty() ? field : field.labelled(like.get().label()));
    }

    private void output(OutputRef from) {
        if (!given.containsKey(from)) {
            String name = outletNames.like(from.output());
            given.put(from, name);
            outlets.add(new Outlet(name, from, types.typeOf(from).orElse(null), Phrase.NONE, Extras.NONE));
        }
    }

    private Optional<SocketType> type(InputRef target) {
        return document.body().node(target.node()).flatMap(n -> types.apply(n.type())).flatMap(s -> s.typeOf(target.input()));
    }

    private Control control(InputRef target) {
        return document.body().node(target.node()).flatMap(n -> types.apply(n.type()))
                .flatMap(s -> s.parameter(target.input())).map(p -> Control.of(p.rule())).orElse(new Control.Socket());
    }

    /** It stands where what it shows stood, and shows in the form what was shown there before. */
    private Node instance(Subgraph subgraph) {
        FreshIds fresh = new FreshIds(name -> document.body().has(new NodeId(name)));
        Node instance = Node.of(fresh.like(subgraph.id().text()), subgraph.id().type()).at(subgraph.anchor());
        for (Map.Entry<Crossing, String> link : fed.entrySet()) {
            instance = instance.fedBy(link.getValue(), link.getKey().from, link.getKey().conversion);
        }
        for (Map.Entry<InputRef, String> parameter : set.entrySet()) {
            Optional<Value> value = document.value(parameter.getKey());
            if (value.isPresent()) {
                instance = instance.with(parameter.getValue(), value.get());
            }
        }
        return instance;
    }
}
