package easel.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured value.
 *
 * @param goal   null where the value is only shown
 * @param sample what the value was taken from, or null if it was measured once
 */
record Reading(String name, double value, String unit, @Nullable Goal goal, @Nullable Sample sample) {

    /** The sample's median. */
    static Reading median(String name, Sample sample, String unit, @Nullable Goal goal) {
        return new Reading(name, sample.median(), unit, goal, sample);
    }

    /** The sample's 95th percentile: for answers that should be quick every time, not every other time. */
    static Reading p95(String name, Sample sample, String unit, @Nullable Goal goal) {
        return new Reading(name, sample.p95(), unit, goal, sample);
    }

    static Reading once(String name, double value, String unit, @Nullable Goal goal) {
        return new Reading(name, value, unit, goal, null);
    }

    /** Whether the goal is met; true where there is none to miss. */
    boolean ok() {
        return goal == null || goal.isMetBy(value);
    }
}
