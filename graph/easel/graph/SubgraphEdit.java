package easel.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A change to subgraphs: what is inside, their ports, and what stands for them. */
public sealed interface SubgraphEdit extends Edit permits SubgraphEdit.Inside, SubgraphEdit.Within, SubgraphEdit.MakeSubgraph, Unpack,
        SubgraphEdit.AddSubgraph, SubgraphEdit.RemoveSubgraph, SubgraphEdit.RenameSubgraph, SubgraphEdit.PromotePort,
        SubgraphEdit.RemovePort, SubgraphEdit.RenamePort, SubgraphEdit.Separate {

    /** A change to the inside of a subgraph, and so to all that stands for it; called what the change is called. */
    record Inside(SubgraphId subgraph, Edit edit) implements SubgraphEdit {
        @Override
        public Document on(Document d) {
            Optional<Document> inside = d.opened(subgraph);
            if (inside.isEmpty()) {
                return d;
            }
            Document changed = edit.on(inside.get());
            return changed == inside.get() ? d : d.closed(subgraph, changed);
        }

        @Override
        public String code() {
            return edit.code();
        }

        @Override
        public List<Object> arguments() {
            return edit.arguments();
        }
    }

    /**
     * A change to the inside as it is seen through the node at a path ({@link Level}), called what the change is called.
     * {@link Level#edit} makes it ready.
     *
     * @param ports what becomes of links to {@link Rim#NEW}, by the inputs they lead to
     */
    record Within(NodeId path, Edit edit, Map<InputRef, Field> ports) implements SubgraphEdit {
        public Within {
            ports = Map.copyOf(ports);
        }

        @Override
        public Document on(Document d) {
            Document after = Interior.of(d, path).map(inside -> inside.after(edit.on(inside.document()), ports)).orElse(d);
            // Seen from inside, what was unpacked is still in use: by the very place that it has just left.
            Optional<SubgraphId> unpacked = edit instanceof Unpack(NodeId node) ? d.node(node.in(path)).flatMap(n -> SubgraphId.of(n.type())) : Optional.empty();
            return unpacked.map(id -> new RemoveSubgraph(id).on(after)).orElse(after);
        }

        /** A subgraph's form is its ports. */
        @Override
        public String code() {
            return switch (edit) {
                case FormEdit.AddField _ -> PromotePort.class.getSimpleName();
                case FormEdit.RemoveField _ -> RemovePort.class.getSimpleName();
                case FormEdit.MoveField _ -> "MovePort";
                case FormEdit.ChangeField _ -> "ChangePort";
                case Edit.SetAbout _ -> RenameSubgraph.class.getSimpleName();
                default -> edit.code();
            };
        }

        @Override
        public List<Object> arguments() {
            return switch (edit) {
                case FormEdit.AddField(Field field, int _) -> List.of(field.name());
                case FormEdit.RemoveField(String name) -> List.of(name);
                default -> edit.arguments();
            };
        }
    }

    /**
     * Makes a subgraph of nodes and puts one that stands for it in their place. {@link Packing} makes this ready.
     *
     * @param fields  what fields of the form set instead of what is inside now
     * @param outputs what is read instead of what is inside now
     */
    record MakeSubgraph(Set<NodeId> nodes, Subgraph subgraph, Node instance, Map<InputRef, InputRef> fields,
            Map<OutputRef, OutputRef> outputs) implements SubgraphEdit {
        public MakeSubgraph {
            nodes = Set.copyOf(nodes);
            fields = Map.copyOf(fields);
            outputs = Map.copyOf(outputs);
        }

        @Override
        public Document on(Document d) {
            if (d.subgraph(subgraph.id()).isPresent() || d.body().has(instance.id())) {
                return d;
            }
            Body relinked = d.body().mapNodes(n -> nodes.contains(n.id()) && !Rim.is(n) ? n : Wiring.relinked(n, from -> outputs.getOrDefault(from, from)));
            return d.with(relinked.without(packed(d)).with(instance)).with(subgraph)
                    .with(d.form().mapped(f -> fields.getOrDefault(f, f), o -> outputs.getOrDefault(o, o)));
        }

        /** The ports of what is around stay. */
        private Set<NodeId> packed(Document d) {
            return nodes.stream().filter(id -> d.body().node(id).filter(n -> !Rim.is(n)).isPresent()).collect(Collectors.toSet());
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /** Adds a subgraph that nothing stands for yet; one whose id is taken stays out. */
    record AddSubgraph(Subgraph subgraph) implements SubgraphEdit {
        @Override
        public Document on(Document d) {
            return d.subgraph(subgraph.id()).isPresent() ? d : d.with(subgraph);
        }
    }

    /** Takes a subgraph away that nothing stands for; one that is in use stays. */
    record RemoveSubgraph(SubgraphId subgraph) implements SubgraphEdit {
        @Override
        public Document on(Document d) {
            return isUsed(d, subgraph) ? d : d.without(subgraph);
        }
    }

    /** Sets what a subgraph says of itself. */
    record RenameSubgraph(SubgraphId subgraph, About about) implements SubgraphEdit {
        @Override
        public Document on(Document d) {
            return d.subgraph(subgraph).map(s -> d.with(s.with(about))).orElse(d);
        }
    }

    /** Makes something inside settable from outside. */
    record PromotePort(SubgraphId subgraph, Field field, int place) implements SubgraphEdit {
        @Override
        public Document on(Document d) {
            return new Inside(subgraph, new FormEdit.AddField(field, place)).on(d);
        }

        @Override
        public List<Object> arguments() {
            return List.of(field.name());
        }
    }

    /** Takes a port away, an input or an output, and what all instances set, take and give there. */
    record RemovePort(SubgraphId subgraph, Port port) implements SubgraphEdit {
        @Override
        public Document on(Document d) {
            Document without = new Inside(subgraph, port.output() ? new FormEdit.RemoveOutlet(port.name())
                    : new FormEdit.RemoveField(port.name())).on(d);
            return without == d ? d : everywhere(without, inside -> (port.output() ? withoutReaders(inside) : inside.with(
                    inside.body().mapNodes(n -> isInstance(n, subgraph) && (n.input(port.name()).isPresent() || n.value(port.name()).isPresent())
                            ? n.unfed(port.name()).without(port.name()) : n))).with(form(inside)));
        }

        /** What is around shows the port no more; a line that showed nothing else goes. */
        private Form form(Document around) {
            Predicate<NodeId> stands = id -> around.body().node(id).filter(n -> isInstance(n, subgraph)).isPresent();
            Form form = around.form();
            if (port.output()) {
                return form.withOutlets(form.outlets().stream().filter(o -> !(o.from().output().equals(port.name()) && stands.test(o.from().node()))).toList());
            }
            List<Field> fields = new ArrayList<>();
            for (Field field : form.fields()) {
                List<InputRef> others = field.targets().stream().filter(t -> !(t.input().equals(port.name()) && stands.test(t.node()))).toList();
                if (!others.isEmpty() || field.targets().isEmpty()) {
                    fields.add(others.size() == field.targets().size() ? field : field.setting(others));
                }
            }
            return form.withFields(fields);
        }

        private Document withoutReaders(Document inside) {
            return inside.with(inside.body().mapNodes(n -> {
                LinkedHashMap<String, OutputRef> kept = new LinkedHashMap<>(n.inputs());
                kept.values().removeIf(from -> from.output().equals(port.name()) && inside.body().node(from.node())
                        .filter(i -> isInstance(i, subgraph)).isPresent());
                return kept.size() == n.inputs().size() ? n : n.withInputs(kept);
            }));
        }

        @Override
        public List<Object> arguments() {
            return List.of(port.name());
        }
    }

    /** Gives a port another name, an input or an output; what all instances set, take and give there follows. */
    record RenamePort(SubgraphId subgraph, Port port, String name) implements SubgraphEdit {
        @Override
        public Document on(Document d) {
            Optional<Form> form = d.subgraph(subgraph).map(Subgraph::form);
            Edit rename = port.output()
                    ? form.flatMap(f -> f.outlet(port.name())).map(o -> (Edit) new FormEdit.ChangeOutlet(port.name(), o.called(name))).orElse(null)
                    : form.flatMap(f -> f.field(port.name())).map(f -> (Edit) new FormEdit.ChangeField(port.name(), f.called(name))).orElse(null);
            if (rename == null) {
                return d;
            }
            Document renamed = new Inside(subgraph, rename).on(d);
            return renamed.equals(d) ? d : everywhere(renamed, port.output() ? this::readers : this::setters);
        }

        private Document readers(Document inside) {
            UnaryOperator<OutputRef> follow = from -> from.output().equals(port.name())
                    && inside.body().node(from.node()).filter(n -> isInstance(n, subgraph)).isPresent()
                    ? new OutputRef(from.node(), name) : from;
            return inside.with(inside.body().mapNodes(n -> Wiring.relinked(n, follow))).with(inside.form().mapped(i -> i, follow));
        }

        private Document setters(Document inside) {
            UnaryOperator<InputRef> follow = to -> to.input().equals(port.name())
                    && inside.body().node(to.node()).filter(n -> isInstance(n, subgraph)).isPresent()
                    ? new InputRef(to.node(), name) : to;
            return inside.with(inside.body().mapNodes(n -> isInstance(n, subgraph)
                            ? n.withInputs(renamed(n.inputs())).withValues(renamed(n.values())) : n))
                    .with(inside.form().mapped(follow, o -> o));
        }

        private <V> LinkedHashMap<String, V> renamed(Map<String, V> map) {
            LinkedHashMap<String, V> renamed = new LinkedHashMap<>();
            map.forEach((key, value) -> renamed.put(key.equals(port.name()) ? name : key, value));
            return renamed;
        }

        @Override
        public List<Object> arguments() {
            return List.of(port.name(), name);
        }
    }

    /** Gives nodes subgraphs of their own in place of those that they share with others; one that shares nothing keeps its own. */
    record Separate(Set<NodeId> instances) implements SubgraphEdit {
        public Separate {
            instances = Set.copyOf(instances);
        }

        @Override
        public Document on(Document d) {
            Document separate = d;
            for (NodeId instance : instances.stream().sorted().toList()) {
                separate = SetInside.owning(separate, instance);
            }
            return separate;
        }

        @Override
        public List<Object> arguments() {
            return List.of(instances.size());
        }
    }

    /** A port of a subgraph by its name: an input, or an output. */
    record Port(String name, boolean output) {}

    private static boolean isInstance(Node node, SubgraphId subgraph) {
        return node.type().equals(subgraph.type());
    }

    /** Whether something stands for a subgraph. */
    static boolean isUsed(Document d, SubgraphId subgraph) {
        return d.nodes().stream().anyMatch(n -> isInstance(n, subgraph))
                || d.subgraphs().stream().anyMatch(s -> s.body().nodes().stream().anyMatch(n -> isInstance(n, subgraph)));
    }

    /** The document with every body changed, each as a document of its own. */
    private static Document everywhere(Document d, UnaryOperator<Document> change) {
        Document changed = change.apply(d);
        for (Subgraph subgraph : d.subgraphs()) {
            Document inside = changed.opened(subgraph.id()).orElseThrow();
            Document after = change.apply(inside);
            changed = after.equals(inside) ? changed : changed.closed(subgraph.id(), after);
        }
        return changed;
    }
}
