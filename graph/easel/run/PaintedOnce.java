package easel.run;

import easel.engine.Job;
import easel.engine.Outcome;
import easel.engine.Rung;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one job has painted: two decodes of one latent ask the engine once. Of much, such as the regions of a Detailer, the
 * oldest is forgotten.
 */
final class PaintedOnce {

    /** Some 20 pictures of 1024x1024; each is held with what it began from. */
    private static final long MOST_PIXELS = 20L << 20;

    private final Map<Job.Sampled, Painted> painted = new LinkedHashMap<>();
    private long pixels;

    /** What came of it, and on which rung of the memory ladder. */
    record Painted(Outcome outcome, Rung rung) {}

    /** What came of the same before; null if nothing did, or it is forgotten. */
    @Nullable Painted get(Job.Sampled job) {
        return painted.get(job);
    }

    /** Keeps the last one, however large it is. */
    void keep(Job.Sampled job, Painted now) {
        if (painted.put(job, now) == null) {
            pixels += pixels(job);
        }
        Iterator<Job.Sampled> oldest = painted.keySet().iterator();
        while (pixels > MOST_PIXELS && painted.size() > 1) {
            pixels -= pixels(oldest.next());
            oldest.remove();
        }
    }

    private static long pixels(Job.Sampled job) {
        Ladder.Size size = Ladder.Size.of(job);
        return (long) size.width() * size.height() * size.frames();
    }
}
