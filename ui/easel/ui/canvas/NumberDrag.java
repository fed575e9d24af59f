package easel.ui.canvas;

import easel.graph.Rule;
import easel.graph.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that changes while the pointer is dragged sideways over it.
 *
 * @param rule what it may become
 * @param from what it was
 */
record NumberDrag(Rule rule, BigDecimal from) {

    /** Logical pixels for a step, and for a fine one. */
    private static final int PIXELS = 2;
    private static final int FINE_PIXELS = 8;

    /** The drag of what a parameter holds; null if that is no number of its rule's kind. */
    static @Nullable NumberDrag of(Rule rule, Value value) {
        return value instanceof Value.Number number && (rule instanceof Rule.Whole || rule instanceof Rule.Real)
                ? new NumberDrag(rule, number.exact()) : null;
    }

    /** What it is {@code pixels} to the right of where it was pressed. */
    Value.Number at(int pixels, boolean fine) {
        int steps = pixels / (fine ? FINE_PIXELS : PIXELS);
        BigDecimal wanted = from.add(step(fine).multiply(BigDecimal.valueOf(steps)));
        return switch (rule) {
            case Rule.Whole whole -> whole.nearest(wanted);
            case Rule.Real real -> real.nearest(wanted);
            default -> new Value.Number(from.toPlainString());
        };
    }

    /** A whole number has no finer step than the next one; it only comes later. */
    private BigDecimal step(boolean fine) {
        if (rule instanceof Rule.Whole whole) {
            return BigDecimal.valueOf(whole.multipleOf()).max(BigDecimal.valueOf(fine || whole.most() - whole.least() <= 1000 ? 1 : 8));
        }
        double range = rule instanceof Rule.Real real ? real.most() - real.least() : 1;
        return new BigDecimal(range <= 2 ? fine ? "0.001" : "0.01" : fine ? "0.01" : range <= 20 ? "0.05" : "0.1");
    }
}
