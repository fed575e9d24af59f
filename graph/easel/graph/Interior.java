package easel.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a subgraph as it is seen through one of the nodes that stand for it, as a document: its ports are two
 * nodes more ({@link Rim}), and a parameter that is a port holds what is set outside. What is done to that document goes
 * back with {@link #after}: links from the ports become their targets, and what a parameter that is a port is set to is
 * set outside.
 */
final class Interior {

    private final Document whole;
    private final NodeId path;
    private final Subgraph subgraph;
    private final NodeId in;
    private final NodeId out;
    private final Document shown;

    private Interior(Document whole, NodeId path, Subgraph subgraph) {
        this.whole = whole;
        this.path = path;
        this.subgraph = subgraph;
        in = Rim.in(subgraph.body());
        out = Rim.out(subgraph.body());
        shown = shown();
    }

    /** What stands inside the node at a path; empty if that stands for no subgraph. */
    static Optional<Interior> of(Document whole, NodeId path) {
        return whole.node(path).flatMap(n -> SubgraphId.of(n.type())).flatMap(whole::subgraph).map(s -> new Interior(whole, path, s));
    }

    Document document() {
        return shown;
    }

    // ---- what is seen

    private Document shown() {
        Map<NodeId, SequencedMap<String, OutputRef>> links = new HashMap<>();
        Map<NodeId, SequencedMap<String, Value>> values = new HashMap<>();
        for (Field field : subgraph.form().fields()) {
            boolean linked = isSocket(field) || isFed(path, field.name());
            Value value = linked ? null : Optional.ofNullable(set(path, field.name())).orElse(field.standard());
            for (InputRef target : field.targets()) {
                if (linked) {
                    links.computeIfAbsent(target.node(), _ -> new LinkedHashMap<>()).put(target.input(), new OutputRef(in, field.name()));
                } else if (value != null) {
                    values.computeIfAbsent(target.node(), _ -> new LinkedHashMap<>()).put(target.input(), value);
                }
            }
        }
        Rim rim = subgraph.rim() == null ? Rim.round(subgraph.body()) : subgraph.rim();
        Body body = subgraph.body().mapNodes(node -> {
            SequencedMap<String, OutputRef> fed = links.get(node.id());
            SequencedMap<String, Value> set = values.get(node.id());
            Node seen = node;
            if (fed != null) {
                SequencedMap<String, OutputRef> inputs = new LinkedHashMap<>(node.inputs());
                inputs.putAll(fed);
                seen = seen.withInputs(inputs);
                for (String input : fed.keySet()) {
                    InputRef target = new InputRef(node.id(), input);
                    seen = seen.hiding(input, rim.hidden().contains(target)).converting(input, rim.converted().get(target));
                }
            }
            if (set != null && set.entrySet().stream().anyMatch(e -> !e.getValue().equals(node.values().get(e.getKey())))) {
                SequencedMap<String, Value> all = new LinkedHashMap<>(node.values());
                all.putAll(set);
                seen = seen.withValues(all);
            }
            return seen;
        });
        SequencedMap<String, OutputRef> given = new LinkedHashMap<>();
        subgraph.form().outlets().stream().filter(o -> subgraph.body().has(o.from().node())).forEach(o -> given.put(o.name(), o.from()));
        Node outputs = Node.of(out.text(), Rim.OUT).at(rim.outputs()).withInputs(given);
        for (String outlet : rim.unshown()) {
            outputs = outputs.hiding(outlet, true);
        }
        return whole.opened(subgraph.id()).orElseThrow().with(body.with(Node.of(in.text(), Rim.IN).at(rim.inputs())).with(outputs));
    }

    private static boolean isSocket(Field field) {
        return field.control() instanceof Control.Socket;
    }

    /** Whether a link feeds a port of an instance, there or at a port further out that leads to it. */
    private boolean isFed(NodeId instance, String port) {
        if (whole.node(instance).flatMap(n -> n.input(port)).isPresent()) {
            return true;
        }
        Optional<NodeId> outer = instance.outer();
        InputRef target = new InputRef(instance.inner(), port);
        return outer.isPresent() && whole.home(instance).stream().flatMap(s -> s.form().fields().stream())
                .anyMatch(f -> f.targets().contains(target) && isFed(outer.get(), f.name()));
    }

    /** What is set at a port of an instance: the outermost port that leads to it goes first. */
    private @Nullable Value set(NodeId instance, String port) {
        Optional<NodeId> outer = instance.outer();
        InputRef target = new InputRef(instance.inner(), port);
        Optional<Field> further = outer.isEmpty() ? Optional.empty() : whole.home(instance).flatMap(s -> s.form().of(target));
        if (further.isPresent()) {
            Value there = set(outer.get(), further.get().name());
            Value value = there == null ? further.get().standard() : there;
            if (value != null) {
                return value;
            }
        }
        return whole.value(new InputRef(instance, port)).orElse(null);
    }

    // ---- what goes back

    /**
     * The whole document after what was done to the inside.
     *
     * @param fresh what ports become of links to {@link Rim#NEW}, by the inputs they lead to; of others plain sockets
     */
    Document after(Document changed, Map<InputRef, Field> fresh) {
        if (changed == shown) {
            return whole;
        }
        Back back = new Back(changed, fresh);
        return back.document();
    }

    private final class Back {

        private final Document changed;
        private final Map<InputRef, Field> fresh;
        private final Map<String, Set<InputRef>> linked = new LinkedHashMap<>();
        private final Map<String, Set<InputRef>> linkedBefore = new LinkedHashMap<>();
        private final Set<String> gone = new LinkedHashSet<>();
        private final Set<String> goneOutlets = new LinkedHashSet<>();
        private final Map<InputRef, Optional<Value>> setOutside = new LinkedHashMap<>();

        Back(Document changed, Map<InputRef, Field> fresh) {
            this.changed = changed;
            this.fresh = fresh;
            boolean rimmed = changed.body().has(in);
            shown.links().filter(l -> l.from().node().equals(in)).forEach(l -> linkedBefore
                    .computeIfAbsent(l.from().output(), _ -> new LinkedHashSet<>()).add(l.to()));
            // Whoever deletes the ports with all else has not meant them.
            (rimmed ? changed : shown).links().filter(l -> l.from().node().equals(in)).forEach(l -> linked
                    .computeIfAbsent(l.from().output(), _ -> new LinkedHashSet<>()).add(l.to()));
        }

        Document document() {
            Form form = new Form(fields(), outlets());
            Set<NodeId> rims = new HashSet<>(Set.of(in, out));
            changed.nodes().stream().filter(Rim::is).map(Node::id).forEach(rims::add);
            Body plain = changed.body().without(rims);
            Body body = plain.mapNodes(n -> shown.body().node(n.id()).filter(before -> before == changed.body().node(n.id()).orElse(null))
                    .flatMap(_ -> subgraph.body().node(n.id())).orElseGet(() -> settled(n)));
            Rim rim = rim(body);
            Document opened = changed.with(body).with(form);
            Document after = whole.closed(subgraph.id(), opened, rim);
            for (String port : gone) {
                after = new SubgraphEdit.RemovePort(subgraph.id(), new SubgraphEdit.Port(port, false)).on(after);
            }
            for (String port : goneOutlets) {
                after = new SubgraphEdit.RemovePort(subgraph.id(), new SubgraphEdit.Port(port, true)).on(after);
            }
            for (Map.Entry<InputRef, Optional<Value>> set : setOutside.entrySet()) {
                Edit edit = set.getValue().<Edit>map(v -> new Edit.SetParameter(set.getKey(), v))
                        .orElseGet(() -> new Edit.ResetParameters(Set.of(set.getKey())));
                after = edit.on(after);
            }
            return after;
        }

        /** Once something was done inside the ports stay where they are, whatever comes beside them. */
        private @Nullable Rim rim(Body body) {
            Rim now = rim(changed);
            Rim before = rim(shown);
            return now.equals(before) && body.equals(subgraph.body()) ? subgraph.rim() : now;
        }

        private Rim rim(Document of) {
            Set<InputRef> hidden = of.nodes().stream().flatMap(n -> n.hidden().stream().filter(i -> n.input(i).filter(f -> f.node().equals(in)).isPresent())
                    .map(i -> new InputRef(n.id(), i))).collect(Collectors.toSet());
            Map<InputRef, String> converted = new HashMap<>();
            of.links().filter(l -> l.from().node().equals(in)).map(Link::to)
                    .forEach(to -> of.body().node(to.node()).flatMap(n -> n.conversion(to.input())).ifPresent(c -> converted.put(to, c)));
            return new Rim(place(of, in), place(of, out), hidden, of.body().node(out).map(Node::hidden).orElse(Set.of()), converted);
        }

        private Position place(Document of, NodeId id) {
            return of.body().node(id).or(() -> shown.body().node(id)).map(Node::position).orElseThrow();
        }

        private boolean isThere(NodeId id) {
            return changed.body().has(id) && !id.equals(in) && !id.equals(out);
        }

        private List<Field> fields() {
            List<Field> fields = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (Field field : changed.form().fields()) {
                names.add(field.name());
                Set<InputRef> now = linked.getOrDefault(field.name(), Set.of());
                Set<InputRef> before = linkedBefore.getOrDefault(field.name(), Set.of());
                Set<InputRef> targets = new LinkedHashSet<>();
                for (InputRef target : field.targets()) {
                    boolean wentWithNode = shown.body().has(target.node()) && !isThere(target.node());
                    if (now.contains(target) || !before.contains(target) && !wentWithNode && !isFedInside(target) && !isReplaced(target)) {
                        targets.add(target);
                    }
                }
                now.stream().filter(t -> isThere(t.node())).forEach(targets::add);
                if (targets.isEmpty() && !field.targets().isEmpty() && !isSocket(field)) {
                    gone.add(field.name());   // nothing is left that it could set
                }
                fields.add(targets.equals(new LinkedHashSet<>(field.targets())) ? field : field.setting(List.copyOf(targets)));
            }
            // A port is taken away with what instances set there.
            for (Field field : subgraph.form().fields()) {
                if (names.add(field.name())) {
                    gone.add(field.name());
                    fields.add(field);
                }
            }
            Set<InputRef> wanted = linked.getOrDefault(Rim.NEW, Set.of());
            if (!names.contains(Rim.NEW) && !wanted.isEmpty()) {
                InputRef first = wanted.iterator().next();
                Field like = fresh.getOrDefault(first, Field.of(first.input(), new Control.Socket()));
                fields.add(like.called(new FreshIds(names::contains).like(like.name())).setting(List.copyOf(wanted)));
            }
            return fields;
        }

        /** Whether something inside feeds it that did not before. */
        private boolean isFedInside(InputRef target) {
            return changed.body().node(target.node()).flatMap(n -> n.input(target.input())).filter(f -> !f.node().equals(in)).isPresent()
                    && shown.body().node(target.node()).flatMap(n -> n.input(target.input())).isEmpty();
        }

        /** Whether a node of another type stands there, which has not taken its value over. */
        private boolean isReplaced(InputRef target) {
            Optional<Node> before = shown.body().node(target.node());
            Optional<Node> now = changed.body().node(target.node());
            return before.isPresent() && now.isPresent() && !before.get().type().equals(now.get().type()) && now.get().value(target.input()).isEmpty();
        }

        private List<Outlet> outlets() {
            List<Outlet> outlets = new ArrayList<>();
            Optional<Node> rim = changed.body().node(out);
            SequencedMap<String, OutputRef> before = shown.body().node(out).orElseThrow().inputs();
            Set<String> names = new HashSet<>();
            for (Outlet outlet : changed.form().outlets()) {
                names.add(outlet.name());
                Optional<OutputRef> from = rim.flatMap(n -> n.input(outlet.name())).filter(f -> !f.node().equals(in));
                boolean taken = rim.isPresent() && before.containsKey(outlet.name()) && rim.get().input(outlet.name()).isEmpty()
                        && isThere(before.get(outlet.name()).node());
                if (taken) {
                    goneOutlets.add(outlet.name());
                }
                outlets.add(from.map(f -> f.equals(outlet.from()) ? outlet : outlet.of(f)).orElse(outlet));
            }
            for (Outlet outlet : subgraph.form().outlets()) {
                if (names.add(outlet.name())) {
                    goneOutlets.add(outlet.name());
                    outlets.add(outlet);
                }
            }
            rim.flatMap(n -> n.input(Rim.NEW)).filter(f -> !f.node().equals(in) && !names.contains(Rim.NEW))
                    .ifPresent(from -> outlets.add(Outlet.of(new FreshIds(names::contains).like(from.output()), from)));
            return outlets;
        }

        /** A node as it stands inside: what is set outside is not set there. */
        private Node settled(Node node) {
            Node before = subgraph.body().node(node.id()).filter(n -> n.type().equals(node.type())).orElse(null);
            if (before == null) {
                return node;
            }
            Node settled = node;
            for (Field field : subgraph.form().fields()) {
                for (InputRef target : field.targets()) {
                    if (target.node().equals(node.id()) && !linkedBefore.getOrDefault(field.name(), Set.of()).contains(target) && !isSocket(field)) {
                        settled = settled(settled, before, target);
                    }
                }
            }
            return settled;
        }

        private Node settled(Node node, Node before, InputRef target) {
            Optional<Value> seen = shown.value(target);
            Optional<Value> now = node.value(target.input());
            if (!seen.equals(now)) {
                setOutside.put(Expansion.shown(new InputRef(target.node().in(path), target.input()), whole), now);
            }
            return before.value(target.input()).map(v -> node.with(target.input(), v))
                    .orElseGet(() -> now.isEmpty() ? node : node.without(target.input()));
        }
    }
}
