package easel.nodes;

import java.util.List;

/** Several of what goes through a socket. A node that takes one runs for each of them. */
public record Batch(List<Object> values) {

    public Batch {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a batch of nothing");
        }
        values = List.copyOf(values);
    }
}
