package easel.bench;

import java.math.BigDecimal;

/** A bound that a value should keep. */
record Goal(boolean upper, double bound) {

    static Goal atMost(double bound) {
        return new Goal(true, bound);
    }

    static Goal atLeast(double bound) {
        return new Goal(false, bound);
    }

    /** Whether {@code value} keeps it; a value that is no number never does. */
    boolean isMetBy(double value) {
        return upper ? value <= bound : value >= bound;
    }

    @Override
    public String toString() {
        return (upper ? "<= " : ">= ") + BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
