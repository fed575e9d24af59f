package easel.graph;

import java.util.List;
import java.util.Set;

/** A change to a document, as a value. One that has nothing to change gives the document back as it is. */
public sealed interface Edit {

    /** The document after the change. */
    Document on(Document document);

    /** The edit's stable name: the words of an undo step are under it, with {@link #arguments()}. */
    default String code() {
        return getClass().getSimpleName();
    }

    /** What stands for {@code {0}} ... in the words of an undo step. */
    default List<Object> arguments() {
        return List.of();
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

    /** Adds a node; one whose id is taken stays out. */
    record AddNode(Node node) implements Edit {
        @Override
        public Document on(Document d) {
            return d.node(node.id()).isPresent() ? d : d.with(node);
        }
    }

    /** Takes nodes away, and the links from and to them. */
    record RemoveNodes(Set<NodeId> nodes) implements Edit {
        public RemoveNodes {
            nodes = Set.copyOf(nodes);
        }

        @Override
        public Document on(Document d) {
            return d.without(nodes);
        }

        @Override
        public List<Object> arguments() {
            return List.of(nodes.size());
        }
    }

    /** Links an output to an input, in place of what fed that one. */
    record Connect(OutputRef from, InputRef to) implements Edit {
        @Override
        public Document on(Document d) {
            return d.node(from.node()).isEmpty() ? d : d.mapNodes(Set.of(to.node()), n -> n.fedBy(to.input(), from));
        }
    }

    /** Takes the link to an input away. */
    record Disconnect(InputRef to) implements Edit {
        @Override
        public Document on(Document d) {
            return d.mapNodes(Set.of(to.node()), n -> n.unfed(to.input()));
        }
    }

    /** Moves nodes on the canvas. */
    record MoveNodes(Set<NodeId> nodes, Offset by) implements Edit {
        public MoveNodes {
            nodes = Set.copyOf(nodes);
        }

        @Override
        public Document on(Document d) {
            return d.mapNodes(nodes, n -> n.at(n.position().plus(by)));
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

    /** Gives a node another title. */
    record Rename(NodeId node, String title) implements Edit {
        @Override
        public Document on(Document d) {
            return d.mapNodes(Set.of(node), n -> n.titled(title));
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

    /** Several changes as one step. */
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
    }
}
