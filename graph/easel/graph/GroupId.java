package easel.graph;

/** A group's name within its body; never shown to people. */
public record GroupId(String text) implements Comparable<GroupId> {

    public GroupId {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a group needs an id");
        }
    }

    @Override
    public int compareTo(GroupId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
