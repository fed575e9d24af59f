package easel.nodes;

import easel.graph.Problem;
import java.util.List;

/** Several of what goes through a socket. A node that takes one runs for each of them. */
public record Batch(List<Object> values) {

    /** How many there may be. */
    public static final int MOST = 4096;

    /** What the pictures of one may take, in bytes: half of what Easel itself may; the rest is for what becomes of them. */
    public static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 2;

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

    /**
     * @param input of the running node, where fewer can be asked for
     * @param bytes of all the pictures
     * @param room  how many of them have room
     * @throws Unfoldable if they are too much at once
     */
    public static void ifTooLarge(String input, long bytes, long room) {
        if (bytes > MOST_BYTES) {
            throw Unfoldable.at(input, Problem.Code.BATCH_TOO_LARGE, room, MOST_BYTES >> 20);
        }
    }
}
