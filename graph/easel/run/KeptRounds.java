package easel.run;

import easel.engine.Job;
import easel.engine.Outcome;
import easel.engine.Result;
import easel.engine.Rung;
import easel.engine.Timings;
import easel.graph.NodeId;
import easel.nodes.Image;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pictures of a step that has several painted (the regions of a Detailer, variations, a batch), each kept under a key of its
 * own until the step is done: what was cancelled, failed or ended with its process goes on behind them. A picture half done is
 * shown under no key as if it were whole.
 */
final class KeptRounds {

    private static final String PICTURE = "round";

    private final Cache cache;
    private final Map<NodeId, List<Key>> kept = new HashMap<>();

    KeptRounds(Cache cache) {
        this.cache = cache;
    }

    private static Key key(Key step, Round round, int nth, Rung rung) {
        return new KeyMaker().add("round").add(step.hex()).add(Integer.toString(round.place())).add(Integer.toString(round.of())).add(Integer.toString(nth))
                .add(rung.name()).key();
    }

    /**
     * What was painted for this round before.
     *
     * @param step  the key of the step, apart from rungs
     * @param nth   how many pictures the step has had painted before
     * @param build the engine's
     */
    Optional<Outcome> before(Key step, Round round, int nth, Job.Sampled job, Rung rung, String build) {
        if (round.of() < 2 || !(job instanceof Job.Paint paint)) {
            return Optional.empty();
        }
        return cache.get(key(step, round, nth, rung)).map(Outputs::byName).map(values -> values.get(PICTURE)).filter(Image.class::isInstance)
                .map(image -> new Outcome.Done(new Result.Painted(((Image) image).picture(), paint.request().seed(), new Timings(Map.of(), 0, 0), -1, build)));
    }

    /** Keeps what was painted, as long as the step has others to come. */
    void keep(NodeId id, Key step, Round round, int nth, Outcome outcome, Rung rung) {
        if (round.of() > 1 && outcome instanceof Outcome.Done(Result.Painted painted)) {
            Key key = key(step, round, nth, rung);
            cache.put(key, new Outputs(Map.of(PICTURE, new Image(painted.picture(), null)), null, null));
            kept.computeIfAbsent(id, _ -> new ArrayList<>()).add(key);
        }
    }

    /** Lets go of a step's: it is done. */
    void done(NodeId id) {
        kept.getOrDefault(id, List.of()).forEach(cache::drop);
        kept.remove(id);
    }
}
