package easel.run;

import easel.engine.Rung;
import easel.graph.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a job's steps as they turn out: a picture painted on another rung than was thought has another one, and so has what it feeds. */
final class JobKeys {

    private final List<Step> steps;
    private final Map<NodeId, Key> keys = new HashMap<>();
    /** How sparing with memory each step had its pictures painted, in their order. */
    private final Map<NodeId, List<Rung>> rungs = new HashMap<>();

    /** What was not known when the job was planned: a step's key apart from its rungs, and those it was painted on. */
    record Found(Key step, List<Rung> rungs) {}

    JobKeys(List<Step> steps) {
        this.steps = steps;
        steps.forEach(step -> keys.put(step.id(), step.key()));
    }

    /** A step's key as far as is known now. */
    Key of(Step step) {
        return keys.getOrDefault(step.id(), step.key());
    }

    /** The key it would have if its next picture were painted on that rung. */
    Key on(Step step, Rung next) {
        List<Rung> all = new ArrayList<>(rungs.getOrDefault(step.id(), List.of()));
        all.add(next);
        return step.on(all, keys::get);
    }

    /** Its key apart from rungs. */
    Key apart(Step step) {
        return step.on(List.of(), keys::get);
    }

    /** How many of its pictures were painted so far. */
    int painted(Step step) {
        return rungs.getOrDefault(step.id(), List.of()).size();
    }

    /** One more of its pictures was painted. */
    void painted(Step step, Rung rung) {
        List<Rung> on = rungs.computeIfAbsent(step.id(), _ -> new ArrayList<>());
        on.add(rung);
        if (asAsked(on) && asAsked(step.rungs())) {
            return;   // as thought, and mostly so: no key is another
        }
        for (Step each : steps) {
            keys.put(each.id(), each.on(rungs.getOrDefault(each.id(), each.rungs()), keys::get));
        }
    }

    private static boolean asAsked(List<Rung> rungs) {
        return rungs.stream().allMatch(rung -> rung == Rung.AS_ASKED);
    }

    /** What the next plan is to know: else what was just painted would look outdated. Empty if it was known. */
    Optional<Found> found(Step step) {
        List<Rung> found = rungs.getOrDefault(step.id(), List.of());
        return found.isEmpty() || found.equals(step.rungs()) ? Optional.empty() : Optional.of(new Found(apart(step), found));
    }
}
