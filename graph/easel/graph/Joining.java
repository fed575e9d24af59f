package easel.graph;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** New nodes that come into a document joined to what is there. */
public final class Joining {

    private final Document document;
    private final Types types;

    /** @param catalogue the schemas of types; those of the document's own subgraphs are known besides */
    public Joining(Document document, Function<String, Optional<Schema>> catalogue) {
        this.document = document;
        this.types = new Types(document, catalogue);
    }

    /** A node of a type joined to nothing, under a fresh id. */
    public Edit.AddNode alone(String type, Position at) {
        return new Edit.AddNode(Node.of(freshId(type), type).at(at));
    }

    private String freshId(String type) {
        return new FreshIds(name -> document.body().has(new NodeId(name))).like(type);
    }

    /**
     * A node that takes what an output gives. Its other required inputs are fed by the nearest nodes before that output
     * which give what they take, else by the only ones of the document that do; where neither is, they stay open.
     *
     * @return empty if the type is unknown, or takes nothing of the kind
     */
    public Optional<Edit.AddNode> taking(OutputRef from, String type, Position at) {
        Optional<Schema> schema = types.apply(type);
        Optional<SocketType> comes = types.typeOf(from);
        Optional<Schema.Input> first = schema.flatMap(s -> s.inputs().stream()
                .filter(i -> comes.isPresent() && i.type().accepts(comes.get())).findFirst());
        return first.map(input -> {
            Node node = Node.of(freshId(type), type).at(at).fedBy(input.name(), from);
            for (Schema.Input other : schema.orElseThrow().inputs()) {
                if (other.required() && !other.equals(input)) {
                    Optional<OutputRef> source = before(from.node(), other.type()).or(() -> only(other.type()));
                    if (source.isPresent()) {
                        node = node.fedBy(other.name(), source.get());
                    }
                }
            }
            return new Edit.AddNode(node);
        });
    }

    /**
     * A node whose output feeds an input; its own required inputs are fed by the only nodes that give what they take.
     *
     * @return empty if the type is unknown, or gives nothing of the kind
     */
    public Optional<Edit> feeding(InputRef to, String type, Position at) {
        Optional<Schema> schema = types.apply(type);
        Optional<SocketType> wanted = wanted(to);
        return schema.flatMap(s -> s.outputs().stream().filter(o -> wanted.filter(o.type()::equals).isPresent()).findFirst()).map(output -> {
            Node node = Node.of(freshId(type), type).at(at);
            for (Schema.Input input : schema.orElseThrow().inputs()) {
                Optional<OutputRef> source = input.required() ? only(input.type()) : Optional.empty();
                // What takes from the node that is being fed would close a circle.
                if (source.isPresent() && !Kin.below(document.body(), List.of(to.node())).contains(source.get().node())) {
                    node = node.fedBy(input.name(), source.get());
                }
            }
            Edit add = new Edit.AddNode(node);
            return new Edit.Combined(add, List.of(add, new Edit.Connect(new OutputRef(node.id(), output.name()), to)));
        });
    }

    /** The output that may feed an input and stands nearest before it; empty if none of its very type would close no circle. */
    public Optional<OutputRef> nearest(InputRef to) {
        Optional<Node> target = document.body().node(to.node());
        Optional<SocketType> wanted = wanted(to);
        if (target.isEmpty() || wanted.isEmpty()) {
            return Optional.empty();
        }
        Set<NodeId> after = Kin.below(document.body(), List.of(to.node()));
        Position at = target.get().position();
        return document.nodes().stream().filter(n -> !after.contains(n.id()))
                .sorted(Comparator.comparingDouble(n -> Math.hypot(n.position().x() - at.x(), n.position().y() - at.y())))
                .flatMap(n -> gives(n, wanted.get()).stream()).findFirst();
    }

    private Optional<SocketType> wanted(InputRef to) {
        return document.body().node(to.node()).flatMap(n -> types.apply(n.type())).flatMap(s -> s.typeOf(to.input()));
    }

    /** The nearest output of a type at a node or before it. */
    private Optional<OutputRef> before(NodeId id, SocketType wanted) {
        Deque<NodeId> open = new ArrayDeque<>(List.of(id));
        Set<NodeId> met = new HashSet<>(open);
        while (!open.isEmpty()) {
            Optional<Node> node = document.body().node(open.remove());
            Optional<OutputRef> gives = node.flatMap(n -> gives(n, wanted));
            if (gives.isPresent()) {
                return gives;
            }
            node.ifPresent(n -> n.inputs().values().stream().map(OutputRef::node).filter(met::add).forEach(open::add));
        }
        return Optional.empty();
    }

    private Optional<OutputRef> only(SocketType wanted) {
        List<OutputRef> all = document.nodes().stream().flatMap(n -> gives(n, wanted).stream()).limit(2).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private Optional<OutputRef> gives(Node node, SocketType wanted) {
        return Reroute.is(node) ? Optional.empty() : types.apply(node.type()).flatMap(s -> s.outputs().stream()
                .filter(o -> o.type().equals(wanted)).findFirst().map(o -> new OutputRef(node.id(), o.name())));
    }
}
