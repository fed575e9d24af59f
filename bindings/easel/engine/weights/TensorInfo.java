package easel.engine.weights;

import java.util.List;

/**
 * One tensor as the header describes it.
 *
 * @param name   as it stands in the file
 * @param type   the file's own name of the weight type: {@code F16}, {@code BF16}, {@code F8_E4M3}, {@code Q4_K} ...
 * @param shape  in the file's own order: GGUF innermost first, all others outermost first; {@link #axis} hides that
 * @param offset of its first byte in the file; -1 where the bytes are compressed and have no place of their own
 * @param bytes  its weights take in the file
 */
public record TensorInfo(String name, String type, List<Long> shape, long offset, long bytes) {

    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /** How long the {@code n}th axis is, counted from the outermost one whatever the file's order; 1 beyond the last. */
    public long axis(int n, Container in) {
        int index = in == Container.GGUF ? shape.size() - 1 - n : n;
        return index < 0 || index >= shape.size() ? 1 : shape.get(index);
    }

    /** How long the innermost axis is, the one whose values lie side by side; 1 for a single number. */
    public long innermost(Container in) {
        return shape.isEmpty() ? 1 : in == Container.GGUF ? shape.getFirst() : shape.getLast();
    }

    /** How many numbers it holds. */
    public long elements() {
        return Header.product(shape);
    }
}
