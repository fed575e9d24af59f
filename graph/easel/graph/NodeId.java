package easel.graph;

/** A node's name within its document; not empty, never shown to people, free to be anything a file says. */
public record NodeId(String text) implements Comparable<NodeId> {

    public NodeId {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a node needs an id");
        }
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
