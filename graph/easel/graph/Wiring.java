package easel.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Finds which links stay possible when nodes go or change, by the types of their sockets. */
public final class Wiring {

    private final Document document;
    private final Types types;

    /** @param catalogue the schemas of types; those of the document's own subgraphs are known besides */
    public Wiring(Document document, Function<String, Optional<Schema>> catalogue) {
        this.document = document;
        this.types = new Types(document, catalogue);
    }

    /** Takes nodes away, and joins what fed them to what they fed where it would pass through them if they were bypassed. */
    public Edit.RemoveNodes removing(Set<NodeId> nodes) {
        Map<InputRef, OutputRef> instead = new LinkedHashMap<>();
        document.links().filter(l -> nodes.contains(l.from().node()) && !nodes.contains(l.to().node()))
                .forEach(l -> past(l.from(), nodes).filter(from -> stays(from, l.to())).ifPresent(from -> instead.put(l.to(), from)));
        return new Edit.RemoveNodes(nodes, instead);
    }

    private Optional<OutputRef> past(OutputRef output, Set<NodeId> nodes) {
        OutputRef at = output;
        for (int passed = 0; passed <= nodes.size(); passed++) {
            if (!nodes.contains(at.node())) {
                return document.body().has(at.node()) ? Optional.of(at) : Optional.empty();
            }
            String name = at.output();
            Optional<OutputRef> before = document.body().node(at.node()).flatMap(node -> types.apply(node.type())
                    .flatMap(schema -> schema.output(name).flatMap(o -> Flow.passed(node, schema, o))));
            if (before.isEmpty()) {
                return before;
            }
            at = before.get();
        }
        return Optional.empty();
    }

    /** Whether an output may feed an input, as far as both are known; what nobody knows is let through. */
    public boolean fits(OutputRef from, InputRef to) {
        if (isRim(from.node()) && isRim(to.node())) {
            return false;   // nothing inside gives it
        }
        Optional<SocketType> comes = comes(from);
        return comes.isEmpty() || fits(comes.get(), to, 0);
    }

    /**
     * The usual way to make what an output gives what an input takes, where that is not taken as it comes; empty where
     * it is, and where there is none.
     */
    public Optional<Conversion> converting(OutputRef from, InputRef to) {
        Optional<SocketType> comes = comes(from);
        Optional<SocketType> wanted = wanted(to);
        return comes.isEmpty() || wanted.isEmpty() || wanted.get().accepts(comes.get()) ? Optional.empty()
                : Conversion.between(comes.get(), wanted.get()).stream().findFirst();
    }

    /** Whether an output may feed a linked input as that converts what comes now. */
    private boolean stays(OutputRef from, InputRef to) {
        Optional<Conversion> conversion = document.body().node(to.node()).flatMap(n -> n.conversion(to.input())).flatMap(Conversion::of);
        Optional<SocketType> comes = comes(from);
        return conversion.isEmpty() || comes.isEmpty() ? fits(from, to)
                : wanted(to).map(wanted -> conversion.get().makes(comes.get(), wanted)).orElse(true);
    }

    private boolean isRim(NodeId id) {
        return document.body().node(id).filter(Rim::is).isPresent();
    }

    /** A bend takes what all take that it leads to. */
    private boolean fits(SocketType comes, InputRef to, int passed) {
        Optional<Node> node = document.body().node(to.node());
        if (node.filter(Reroute::is).isPresent()) {
            // Bends may stand in a circle.
            return passed > document.size() || document.links().filter(l -> l.from().node().equals(to.node())).allMatch(l -> fits(comes, l.to(), passed + 1));
        }
        Optional<SocketType> wanted = wanted(to);
        return wanted.isEmpty() || wanted.get().accepts(comes);
    }

    /** The type that an output gives; empty if that is anything, or known to nobody. */
    public Optional<SocketType> comes(OutputRef from) {
        return types.typeOf(from).or(() -> document.body().node(from.node()).flatMap(n -> types.apply(n.type()))
                .flatMap(s -> s.output(from.output())).map(Schema.Output::type).filter(t -> !t.equals(SocketType.ANY)));
    }

    /** The type that an input takes; empty if that is anything, or known to nobody. */
    public Optional<SocketType> wanted(InputRef to) {
        // What goes out of a subgraph is whatever is linked there.
        return document.body().node(to.node()).filter(n -> !Rim.is(n)).flatMap(n -> types.apply(n.type())).flatMap(s -> s.typeOf(to.input()))
                .filter(t -> !t.equals(SocketType.ANY));
    }

    /** The schema of a type, those of the document's own subgraphs too. */
    public Optional<Schema> schema(String type) {
        return types.apply(type);
    }

    /**
     * Puts a node of another type in place of one: its links and values stay where names fit, else where types do, each
     * input, parameter and output taken once. Title, place, colour and mode stay.
     *
     * @return empty if there is no such node, or one of the types is known to nobody
     */
    public Optional<Edit.ReplaceNode> replacing(NodeId id, String type) {
        Optional<Node> old = document.body().node(id);
        Optional<Schema> before = old.flatMap(n -> types.apply(n.type()));
        Optional<Schema> after = types.apply(type);
        return old.isEmpty() || before.isEmpty() || after.isEmpty() ? Optional.empty()
                : Optional.of(replacing(old.get(), before.get(), after.get()));
    }

    private Edit.ReplaceNode replacing(Node old, Schema before, Schema after) {
        Map<String, String> inputs = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        old.inputs().keySet().forEach(name -> matched(name, before.typeOf(name), after, taken).ifPresent(n -> inputs.put(name, n)));
        LinkedHashMap<String, OutputRef> links = new LinkedHashMap<>();
        LinkedHashMap<String, String> conversions = new LinkedHashMap<>();
        inputs.forEach((was, is) -> {
            links.put(is, old.inputs().get(was));
            old.conversion(was).ifPresent(conversion -> conversions.put(is, conversion));
        });
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        old.values().forEach((name, value) -> after.parameter(name).filter(p -> p.rule().allows(value))
                .ifPresent(p -> values.put(name, value)));
        old.values().forEach((name, value) -> {
            if (!values.containsKey(name) && after.parameter(name).isEmpty()) {
                before.parameter(name).flatMap(was -> after.parameters().stream()
                                .filter(p -> !values.containsKey(p.name()) && before.parameter(p.name()).isEmpty()
                                        && p.rule().getClass() == was.rule().getClass() && p.rule().allows(value)).findFirst())
                        .ifPresent(p -> values.put(p.name(), value));
            }
        });
        return new Edit.ReplaceNode(old.typed(after.type()).withValues(values).withInputs(links).withConversions(conversions),
                outputs(before, after));
    }

    private static Optional<String> matched(String name, Optional<SocketType> type, Schema after, Set<String> taken) {
        Optional<SocketType> namesake = after.typeOf(name);
        if (namesake.isPresent() && (type.isEmpty() || namesake.get().equals(type.get())) && taken.add(name)) {
            return Optional.of(name);
        }
        return type.flatMap(t -> after.inputs().stream().filter(i -> i.type().equals(t) && !taken.contains(i.name())).findFirst())
                .map(Schema.Input::name).filter(taken::add);
    }

    private static Map<String, String> outputs(Schema before, Schema after) {
        Map<String, String> outputs = new HashMap<>();
        for (Schema.Output output : before.outputs()) {
            after.output(output.name()).filter(o -> o.type().equals(output.type()))
                    .or(() -> after.outputs().stream().filter(o -> o.type().equals(output.type())).findFirst())
                    .ifPresent(o -> outputs.put(output.name(), o.name()));
        }
        return outputs;
    }

    /** A node with its links from other places. */
    static Node relinked(Node node, UnaryOperator<OutputRef> follow) {
        boolean same = true;
        for (OutputRef from : node.inputs().values()) {
            same &= follow.apply(from).equals(from);
        }
        if (same) {
            return node;
        }
        LinkedHashMap<String, OutputRef> inputs = new LinkedHashMap<>(node.inputs());
        inputs.replaceAll((_, from) -> follow.apply(from));
        return node.withInputs(inputs);
    }
}
