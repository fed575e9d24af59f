package easel.graph;

import java.util.Optional;

/**
 * A node's name within its body; not empty, never shown to people. A path of them, joined by {@code /}, names a node
 * inside a subgraph: {@code outer/inner} is the node {@code inner} of the subgraph that {@code outer} stands for. A
 * name alone has no {@code /}.
 */
public record NodeId(String text) implements Comparable<NodeId> {

    private static final char SEPARATOR = '/';

    public NodeId {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a node needs an id");
        }
    }

    /** Whether it leads into a subgraph. */
    public boolean isPath() {
        return text.indexOf(SEPARATOR) >= 0;
    }

    /** The node of this name in the subgraph that {@code outer} stands for. */
    public NodeId in(NodeId outer) {
        return new NodeId(outer.text + SEPARATOR + text);
    }

    /** The node whose subgraph this one is in; empty for a name alone. */
    public Optional<NodeId> outer() {
        int end = text.lastIndexOf(SEPARATOR);
        return end <= 0 ? Optional.empty() : Optional.of(new NodeId(text.substring(0, end)));
    }

    /** The path that leads from {@code outer} to this node, empty if it is that; nothing if this one is not in it. */
    public Optional<String> within(NodeId outer) {
        if (text.equals(outer.text)) {
            return Optional.of("");
        }
        return text.startsWith(outer.text + SEPARATOR) ? Optional.of(text.substring(outer.text.length() + 1)) : Optional.empty();
    }

    /** The last name of the path. */
    public NodeId inner() {
        int end = text.lastIndexOf(SEPARATOR);
        return end < 0 || end == text.length() - 1 ? this : new NodeId(text.substring(end + 1));
    }

    /** The first name of the path: what of the outermost body shows it. */
    public NodeId outermost() {
        int end = text.indexOf(SEPARATOR);
        return end <= 0 ? this : new NodeId(text.substring(0, end));
    }

    @Override
    public int compareTo(NodeId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
