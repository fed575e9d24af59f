package easel.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Puts what is inside a subgraph in the place of one node that stands for it, with what that one sets. Fields of the
 * form that set its ports set what is inside then. A subgraph that nothing stands for any more goes.
 */
public record Unpack(NodeId instance) implements SubgraphEdit {

    @Override
    public Document on(Document d) {
        Optional<Node> node = d.body().node(instance);
        Optional<Subgraph> subgraph = node.flatMap(n -> SubgraphId.of(n.type())).flatMap(d::subgraph);
        return subgraph.isEmpty() ? d : new Unpacking(d, node.get(), subgraph.get()).document();
    }

    private static final class Unpacking {

        private final Document document;
        private final Node instance;
        private final Subgraph subgraph;
        private final Map<NodeId, NodeId> names = new HashMap<>();

        Unpacking(Document document, Node instance, Subgraph subgraph) {
            this.document = document;
            this.instance = instance;
            this.subgraph = subgraph;
            FreshIds fresh = new FreshIds(name -> document.body().has(new NodeId(name)));
            subgraph.body().nodes().forEach(n -> names.put(n.id(), new NodeId(fresh.like(n.id().text()))));
        }

        Document document() {
            Offset by = offset();
            Body body = document.body().mapNodes(n -> Wiring.relinked(n, this::source)).without(Set.of(instance.id()));
            for (Node node : subgraph.body().nodes()) {
                body = body.with(unpacked(node, by));
            }
            FreshIds freshGroups = new FreshIds(name -> document.body().group(new GroupId(name)).isPresent());
            for (Group group : subgraph.body().groups()) {
                body = body.with(group.called(new GroupId(freshGroups.like(group.id().text()))).at(group.area().plus(by)));
            }
            Document unpacked = document.with(body).with(form());
            return SubgraphEdit.isUsed(unpacked, subgraph.id()) ? unpacked : unpacked.without(subgraph.id());
        }

        /** What the node stood for comes to where it was. */
        private Offset offset() {
            Position anchor = subgraph.anchor();
            return new Offset(instance.position().x() - anchor.x(), instance.position().y() - anchor.y());
        }

        private Node unpacked(Node node, Offset by) {
            SequencedMap<String, Value> values = new LinkedHashMap<>(node.values());
            SequencedMap<String, OutputRef> inputs = new LinkedHashMap<>();
            SequencedMap<String, String> conversions = new LinkedHashMap<>(node.conversions());
            node.inputs().forEach((input, from) -> inputs.put(input, names.containsKey(from.node())
                    ? new OutputRef(names.get(from.node()), from.output()) : from));
            for (Field field : subgraph.form().fields()) {
                for (InputRef target : field.targets()) {
                    if (target.node().equals(node.id())) {
                        instance.input(field.name()).ifPresent(from -> {
                            inputs.put(target.input(), source(from));
                            conversions.remove(target.input());
                            Optional.ofNullable(subgraph.rim()).map(rim -> rim.converted().get(target)).or(() -> instance.conversion(field.name()))
                                    .ifPresent(conversion -> conversions.put(target.input(), conversion));
                        });
                        instance.value(field.name()).or(() -> Optional.ofNullable(field.standard()))
                                .ifPresent(value -> values.put(target.input(), value));
                    }
                }
            }
            Mode mode = instance.mode() == Mode.ON || node.mode() != Mode.ON ? node.mode() : instance.mode();
            return node.called(names.get(node.id())).withValues(values).withInputs(inputs).withConversions(conversions)
                    .at(node.position().plus(by)).in(mode);
        }

        /** What is read where an output of the node was read. */
        private OutputRef source(OutputRef from) {
            if (!from.node().equals(instance.id())) {
                return from;
            }
            return subgraph.form().outlet(from.output()).map(Outlet::from).filter(inside -> names.containsKey(inside.node()))
                    .map(inside -> new OutputRef(names.get(inside.node()), inside.output())).orElse(from);
        }

        private Form form() {
            List<Field> fields = new ArrayList<>();
            for (Field field : document.form().fields()) {
                List<InputRef> targets = field.targets().stream().flatMap(t -> targets(t).stream()).toList();
                InputRef needs = field.needs();
                fields.add(field.setting(targets).mapped(t -> t.equals(needs) ? targets(t).getFirst() : t));
            }
            return new Form(fields, document.form().outlets().stream().map(o -> o.of(source(o.from()))).toList());
        }

        /** What is set where a port of the node was set. */
        private List<InputRef> targets(InputRef target) {
            if (!target.node().equals(instance.id())) {
                return List.of(target);
            }
            List<InputRef> inside = subgraph.form().field(target.input()).map(Field::targets).orElse(List.of()).stream()
                    .filter(t -> names.containsKey(t.node())).map(t -> new InputRef(names.get(t.node()), t.input())).toList();
            return inside.isEmpty() ? List.of(target) : inside;
        }
    }
}
