package easel.bench;

import java.util.Arrays;

/** Values of the same thing measured several times, in ascending order. */
final class Sample {

    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    static Sample of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    static Sample of(java.util.Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    int size() {
        return sorted.length;
    }

    /** The middle one, or halfway between the middle two. */
    double median() {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /** The smallest one that 95 % of them do not exceed (nearest rank): the largest, below 20 of them. */
    double p95() {
        return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    }
}
