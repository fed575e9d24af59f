package easel.graph;

import java.util.Optional;

/** A subgraph's name within its document; never shown to people. */
public record SubgraphId(String text) implements Comparable<SubgraphId> {

    // No catalogue's type has a colon.
    private static final String PREFIX = "subgraph:";

    public SubgraphId {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a subgraph needs an id");
        }
    }

    /** The type that its instances have. */
    public String type() {
        return PREFIX + text;
    }

    /** The subgraph that a node of that type stands for; empty for every other type. */
    public static Optional<SubgraphId> of(String type) {
        return isInstance(type) ? Optional.of(new SubgraphId(type.substring(PREFIX.length()))) : Optional.empty();
    }

    /** Whether nodes of that type stand for a subgraph. */
    public static boolean isInstance(String type) {
        return type.startsWith(PREFIX) && type.length() > PREFIX.length();
    }

    @Override
    public int compareTo(SubgraphId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
