package easel.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A part of a document as a value: nodes with all their links, groups, and the subgraphs that they stand for.
 *
 * @param document it as a document of its own; links from what was not copied lead out of it
 */
public record Clipping(Document document) {

    /** Some nodes and groups of a document. */
    public static Clipping of(Document document, Set<NodeId> nodes, Set<GroupId> groups) {
        Body body = Body.EMPTY;
        for (Node node : document.nodes()) {
            body = nodes.contains(node.id()) && !Rim.is(node) ? body.with(node) : body;
        }
        for (Group group : document.groups()) {
            body = groups.contains(group.id()) ? body.with(group) : body;
        }
        Document part = Document.EMPTY.with(body);
        Set<SubgraphId> met = new HashSet<>();
        Deque<Body> open = new ArrayDeque<>(List.of(body));
        while (!open.isEmpty()) {
            for (Node node : open.remove().nodes()) {
                Optional<Subgraph> subgraph = SubgraphId.of(node.type()).filter(met::add).flatMap(document::subgraph);
                if (subgraph.isPresent()) {
                    part = part.with(subgraph.get());
                    open.add(subgraph.get().body());
                }
            }
        }
        return new Clipping(part);
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return document.nodes().isEmpty() && document.groups().isEmpty();
    }

    /** The rectangle around its nodes' upper left corners and its groups. */
    public Optional<Area> area() {
        List<Area> areas = new ArrayList<>();
        document.nodes().forEach(n -> areas.add(new Area(n.position(), new Size(0, 0))));
        document.groups().forEach(g -> areas.add(g.area()));
        return areas.stream().reduce(Area::with);
    }

    /**
     * The edit that puts a copy into a document: under fresh ids, moved, links among the copies kept.
     *
     * @param incoming whether links from nodes that were not copied are kept where those are there
     */
    public Edit.Paste into(Document target, Offset by, boolean incoming) {
        return new Pasting(target, by, incoming).paste();
    }

    private final class Pasting {

        private final Document target;
        private final Offset by;
        private final boolean incoming;
        private final Map<NodeId, NodeId> names = new HashMap<>();
        private final Map<String, String> types = new HashMap<>();

        Pasting(Document target, Offset by, boolean incoming) {
            this.target = target;
            this.by = by;
            this.incoming = incoming;
            FreshIds fresh = new FreshIds(name -> target.body().has(new NodeId(name)));
            document.nodes().forEach(n -> names.put(n.id(), new NodeId(fresh.like(n.id().text()))));
        }

        Edit.Paste paste() {
            List<Subgraph> subgraphs = subgraphs();
            List<Node> nodes = document.nodes().stream().map(this::pasted).toList();
            FreshIds fresh = new FreshIds(name -> target.body().group(new GroupId(name)).isPresent());
            List<Group> groups = document.groups().stream()
                    .map(g -> g.called(new GroupId(fresh.like(g.id().text()))).at(g.area().plus(by))).toList();
            return new Edit.Paste(nodes, groups, subgraphs);
        }

        /** One that the target has already is not brought again; another one of the same id is called otherwise. */
        private List<Subgraph> subgraphs() {
            FreshIds fresh = new FreshIds(name -> target.subgraph(new SubgraphId(name)).isPresent()
                    || document.subgraph(new SubgraphId(name)).isPresent());
            Set<SubgraphId> other = other();
            List<Subgraph> brought = new ArrayList<>();
            for (Subgraph subgraph : document.subgraphs()) {
                if (other.contains(subgraph.id())) {
                    SubgraphId name = new SubgraphId(fresh.like(subgraph.id().text()));
                    types.put(subgraph.id().type(), name.type());
                    brought.add(subgraph.called(name));
                } else if (target.subgraph(subgraph.id()).isEmpty()) {
                    brought.add(subgraph);
                }
            }
            // Those inside others are called otherwise too.
            return types.isEmpty() ? brought : brought.stream().map(s -> s.with(s.body().mapNodes(this::retyped))).toList();
        }

        /** Those that the target has another one of, and those that it has with such a one inside. */
        private Set<SubgraphId> other() {
            Set<SubgraphId> other = new HashSet<>();
            boolean more = true;
            // What is nested deeper than that does not run anyway.
            for (int depth = 0; more && depth <= Types.DEEPEST; depth++) {
                more = false;
                for (Subgraph subgraph : document.subgraphs()) {
                    Optional<Subgraph> there = target.subgraph(subgraph.id());
                    more |= there.isPresent() && (!there.get().equals(subgraph) || subgraph.body().nodes().stream()
                            .anyMatch(n -> SubgraphId.of(n.type()).filter(other::contains).isPresent())) && other.add(subgraph.id());
                }
            }
            return other;
        }

        private Node retyped(Node node) {
            String type = types.get(node.type());
            return type == null ? node : node.typed(type);
        }

        private Node pasted(Node node) {
            SequencedMap<String, OutputRef> inputs = new LinkedHashMap<>();
            node.inputs().forEach((input, from) -> {
                NodeId name = names.get(from.node());
                if (name != null) {
                    inputs.put(input, new OutputRef(name, from.output()));
                } else if (incoming && target.body().has(from.node())) {
                    inputs.put(input, from);
                }
            });
            return retyped(node).called(names.get(node.id())).withInputs(inputs).at(node.position().plus(by));
        }
    }
}
