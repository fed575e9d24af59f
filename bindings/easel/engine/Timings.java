package easel.engine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the time of a job went, in seconds.
 *
 * @param phases seconds per phase
 * @param native_ seconds inside the library call
 * @param total  seconds from the job's start to its end, as the engine's process saw it
 */
public record Timings(Map<Phase, Double> phases, double native_, double total) {
    public Timings {
        Map<Phase, Double> copy = new EnumMap<>(Phase.class);
        copy.putAll(phases);
        phases = Collections.unmodifiableMap(copy);
    }
}
