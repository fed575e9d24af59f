package easel.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change to a document, as a value. One that has nothing to change gives the document back as it is. */
public sealed interface Edit permits Edit.SetParameter, Edit.SetParameters, Edit.ResetParameters, Edit.AddNode, Edit.AddNodes,
        Edit.RemoveNodes, Edit.ReplaceNode, Edit.Paste, Edit.MoveNodes, Edit.Arrange, Edit.Resize, Edit.SetMode, Edit.SetColour,
        Edit.Rename, Edit.SetCollapsed, Edit.SetPinned, Edit.SetCount, Edit.SetAbout, Edit.Together, Edit.Combined,
        Freeze, SetInside, LinkEdit, GroupEdit, FormEdit, SubgraphEdit {

    /** The document after the change. */
    Document on(Document document);

    /** The edit's stable name: the words of an undo step are under it, with {@link #arguments()}. */
    default String code() {
        return getClass().getSimpleName();
    }

    /** What stands for {@code {0}} ... in the words of an undo step. Where the first is 1, the words may be under {@code code.one}. */
    default List<Object> arguments() {
        return List.of();
    }

    /**
     * Links an output to an input, in place of what fed that one.
     *
     * @param conversion how what comes becomes what is wanted, a {@link Conversion}'s id; null as it comes
     */
    record Connect(OutputRef from, InputRef to, @Nullable String conversion) implements LinkEdit {

        /** ... that takes it as it comes. */
        public Connect(OutputRef from, InputRef to) {
            this(from, to, null);
        }

        @Override
        public Document on(Document d) {
            return d.body().has(from.node()) ? d.mapNodes(Set.of(to.node()), n -> n.fedBy(to.input(), from, conversion)) : d;
        }
    }

    /** Takes the link to an input away. */
    record Disconnect(InputRef to) implements LinkEdit {
        @Override
        public Document on(Document d) {
            return d.mapNodes(Set.of(to.node()), n -> n.unfed(to.input()));
        }
    }

    /** Sets a parameter. */
    record SetParameter(InputRef parameter, Value value) implements Edit {
        @Override
        public Document on(Document d) {
            return d.mapNodes(Set.of(parameter.node()), n -> n.with(parameter.input(), value));
        }

        @Override
        public List<Object> arguments() {
            return List.of(parameter.input());
        }
    }

    /** Sets several parameters, of one node or of many. */
    record SetParameters(Map<InputRef, Value> values) implements Edit {
        public SetParameters {
            values = Map.copyOf(values);
        }

        @Override
        public Document on(Document d) {
            Document changed = d;
            for (Map.Entry<InputRef, Value> value : values.entrySet()) {
                changed = new SetParameter(value.getKey(), value.getValue()).on(changed);
            }
            return changed;
        }

        @Override
        public List<Object> arguments() {
            return List.of(values.size());
        }
    }

    /** Puts parameters back to their defaults. */
    record ResetParameters(Set<InputRef> parameters) implements Edit {
        public ResetParameters {
            parameters = Set.copyOf(parameters);
        }

        @Override
        public Document on(Document d) {
            Document changed = d;
            for (InputRef parameter : parameters) {
                changed = changed.mapNodes(Set.of(parameter.node()), n -> n.without(parameter.input()));
            }
            return changed;
        }

        @Override
        public List<Object> arguments() {
            return List.of(parameters.size());
        }
    }

    /** Adds a node; one whose id is taken stays out. */
    record AddNode(Node node) implements Edit {
        @Override
        public Document on(Document d) {
            return d.body().has(node.id()) ? d : d.with(node);
        }
    }

    /** Adds nodes; those whose ids are taken stay out. */
    record AddNodes(List<Node> nodes) implements Edit {
        public AddNodes {
            nodes = List.copyOf(nodes);
        }

        @Override
        public Document on(Document d) {
            Body body = d.body();
            for (Node node : nodes) {
                body = body.has(node.id()) ? body : body.with(node);
            }
            return d.with(body);
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /**
     * Takes nodes away, and the links from and to them. Fields of the form that set them stay: a problem names them.
     *
     * @param instead what feeds inputs that the nodes fed; {@link Wiring#removing} finds it
     */
    record RemoveNodes(Set<NodeId> nodes, Map<InputRef, OutputRef> instead) implements Edit {
        public RemoveNodes {
            nodes = Set.copyOf(nodes);
            // In their order: a file of the same edits must read the same.
            instead = Collections.unmodifiableMap(new LinkedHashMap<>(instead));
        }

        public RemoveNodes(Set<NodeId> nodes) {
            this(nodes, Map.of());
        }

        @Override
        public Document on(Document d) {
            Document fewer = d.without(nodes);
            for (Map.Entry<InputRef, OutputRef> link : instead.entrySet()) {
                String conversion = d.body().node(link.getKey().node()).flatMap(n -> n.conversion(link.getKey().input())).orElse(null);
                fewer = new Connect(link.getValue(), link.getKey(), conversion).on(fewer);
            }
            return fewer;
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /**
     * Puts a node in place of the one that has its id.
     *
     * @param outputs which of its outputs takes over which of the old one's; links from others go. {@link Wiring#replacing} finds them
     */
    record ReplaceNode(Node node, Map<String, String> outputs) implements Edit {
        public ReplaceNode {
            outputs = Map.copyOf(outputs);
        }

        @Override
        public Document on(Document d) {
            if (!d.body().has(node.id())) {
                return d;
            }
            return d.with(d.body().with(node).mapNodes(this::relinked));
        }

        private Node relinked(Node reader) {
            if (reader.inputs().values().stream().noneMatch(from -> from.node().equals(node.id()))) {
                return reader;
            }
            LinkedHashMap<String, OutputRef> inputs = new LinkedHashMap<>();
            reader.inputs().forEach((input, from) -> {
                String output = from.node().equals(node.id()) ? outputs.get(from.output()) : from.output();
                if (output != null) {
                    inputs.put(input, new OutputRef(from.node(), output));
                }
            });
            return reader.withInputs(inputs);
        }
    }

    /** Adds what was copied, as {@link Clipping#into} made it ready: every id is fresh. */
    record Paste(List<Node> nodes, List<Group> groups, List<Subgraph> subgraphs) implements Edit {
        public Paste {
            nodes = List.copyOf(nodes);
            groups = List.copyOf(groups);
            subgraphs = List.copyOf(subgraphs);
        }

        @Override
        public Document on(Document d) {
            Document pasted = new AddNodes(nodes).on(d);
            for (Group group : groups) {
                pasted = new GroupEdit.AddGroup(group).on(pasted);
            }
            for (Subgraph subgraph : subgraphs) {
                pasted = pasted.subgraph(subgraph.id()).isPresent() ? pasted : pasted.with(subgraph);
            }
            return pasted;
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /** Moves nodes on the canvas; pinned ones stay. */
    record MoveNodes(Set<NodeId> nodes, Offset by) implements Edit {
        public MoveNodes {
            nodes = Set.copyOf(nodes);
        }

        @Override
        public Document on(Document d) {
            return d.mapNodes(nodes, n -> n.pinned() ? n : n.at(n.position().plus(by)));
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /** Puts nodes and groups in given places: aligned, spread, laid out. */
    record Arrange(Map<NodeId, Position> nodes, Map<GroupId, Area> groups) implements Edit {
        public Arrange {
            nodes = Map.copyOf(nodes);
            groups = Map.copyOf(groups);
        }

        @Override
        public Document on(Document d) {
            Body body = d.body();
            for (Map.Entry<NodeId, Position> place : nodes.entrySet()) {
                body = body.mapNodes(Set.of(place.getKey()), n -> n.position().equals(place.getValue()) ? n : n.at(place.getValue()));
            }
            for (Map.Entry<GroupId, Area> place : groups.entrySet()) {
                Body before = body;
                body = before.group(place.getKey()).map(g -> before.with(g.at(place.getValue()))).orElse(before);
            }
            return d.with(body);
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /** Gives nodes a size; null is as large as needed. */
    record Resize(Set<NodeId> nodes, @Nullable Size size) implements Edit {
        public Resize {
            nodes = Set.copyOf(nodes);
        }

        @Override
        public Document on(Document d) {
            return d.mapNodes(nodes, n -> n.sized(size));
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /** Puts nodes into a mode. */
    record SetMode(Set<NodeId> nodes, Mode mode) implements Edit {
        public SetMode {
            nodes = Set.copyOf(nodes);
        }

        @Override
        public Document on(Document d) {
            return d.mapNodes(nodes, n -> n.in(mode));
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /** Gives nodes a colour, {@code #rrggbb}; null is their kinds' own. */
    record SetColour(Set<NodeId> nodes, @Nullable String colour) implements Edit {
        public SetColour {
            nodes = Set.copyOf(nodes);
        }

        @Override
        public Document on(Document d) {
            return d.mapNodes(nodes, n -> n.coloured(colour));
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /** Gives a node another title; an empty one shows its type's. */
    record Rename(NodeId node, String title) implements Edit {
        @Override
        public Document on(Document d) {
            return d.mapNodes(Set.of(node), n -> n.titled(title));
        }
    }

    /** Shows nodes small, or not. */
    record SetCollapsed(Set<NodeId> nodes, boolean collapsed) implements Edit {
        public SetCollapsed {
            nodes = Set.copyOf(nodes);
        }

        @Override
        public Document on(Document d) {
            return d.mapNodes(nodes, n -> n.collapsed(collapsed));
        }

        @Override
        public String code() {
            return collapsed ? "Collapse" : "Expand";
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /** Holds nodes in their places, or not. */
    record SetPinned(Set<NodeId> nodes, boolean pinned) implements Edit {
        public SetPinned {
            nodes = Set.copyOf(nodes);
        }

        @Override
        public Document on(Document d) {
            return d.mapNodes(nodes, n -> n.pinned(pinned));
        }

        @Override
        public String code() {
            return pinned ? "Pin" : "Unpin";
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /** Sets how many pictures a run makes. */
    record SetCount(int count) implements Edit {
        @Override
        public Document on(Document d) {
            return d.withCount(count);
        }

        @Override
        public List<Object> arguments() {
            return List.of(count);
        }
    }

    /** Sets what the workflow says of itself. */
    record SetAbout(About about) implements Edit {
        @Override
        public Document on(Document d) {
            return d.about(about);
        }
    }

    /** Several changes as one step, called after the first where all are of one name. */
    record Together(List<Edit> edits) implements Edit {
        public Together {
            edits = List.copyOf(edits);
        }

        @Override
        public Document on(Document d) {
            Document changed = d;
            for (Edit edit : edits) {
                changed = edit.on(changed);
            }
            return changed;
        }

        @Override
        public String code() {
            return isOne() ? edits.getFirst().code() : "Together";
        }

        @Override
        public List<Object> arguments() {
            return isOne() ? edits.getFirst().arguments() : List.of(edits.size());
        }

        private boolean isOne() {
            return !edits.isEmpty() && new LinkedHashSet<>(edits.stream().map(e -> e.code() + e.arguments()).toList()).size() == 1;
        }
    }

    /**
     * Several changes as one step that is called after the one that matters.
     *
     * @param main  one of them, or what they come to
     * @param edits all of them, in their order
     */
    record Combined(Edit main, List<Edit> edits) implements Edit {
        public Combined {
            edits = List.copyOf(edits);
        }

        @Override
        public Document on(Document d) {
            return new Together(edits).on(d);
        }

        @Override
        public String code() {
            return main.code();
        }

        @Override
        public List<Object> arguments() {
            return main.arguments();
        }
    }
}
