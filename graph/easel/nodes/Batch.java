package easel.nodes;

import easel.graph.Problem;
import java.util.List;

/** Several of what goes through a socket. A node that takes one runs for each of them. */
public record Batch(List<Object> values) {

    /** How many there may be. */
    public static final int MOST = 4096;

    public Batch {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a batch of nothing");
        }
        values = List.copyOf(values);
    }

    /** @throws Unfoldable if so many are too many; asked before they are made */
    public static void ifTooLong(long count) {
        if (count > MOST) {
            throw new Unfoldable(Problem.Code.BATCH_TOO_LONG, count, MOST);
        }
    }
}
