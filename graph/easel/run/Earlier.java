package easel.run;

import easel.graph.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What nodes gave before and is still to be had, in this session or an earlier one; nothing runs for it.
 *
 * @param keys  the key each node has now; none as long as nobody knows what the engine is
 * @param known of the nodes that were asked for, as a job would tell it that found it known
 */
public record Earlier(Map<NodeId, Key> keys, List<RunEvent.NodeChanged> known) {

    /** The job in whose name it is told: one that never was. */
    private static final JobId NONE = new JobId(0);

    public Earlier {
        keys = Map.copyOf(keys);
        known = List.copyOf(known);
    }

    /**
     * @param plan    of the document as it is, or null if there can be none
     * @param besides nodes whose state is known
     * @param under   for those of them whose state may give way, the key they had when it came: they have another now
     * @param left    under which keys nodes showed results when they were last seen
     */
    static Earlier of(@Nullable Plan plan, Set<NodeId> besides, Map<NodeId, Key> under, Map<NodeId, Key> left, Function<Key, Optional<Outputs>> cache) {
        Map<NodeId, Key> keys = new HashMap<>();
        Map<NodeId, RunEvent.NodeChanged> known = new HashMap<>();
        Set<NodeId> settled = new HashSet<>(besides);
        if (plan != null) {
            plan.steps().forEach(step -> keys.put(step.id(), step.key()));
            settled.removeIf(node -> under.containsKey(node) && keys.containsKey(node) && !under.get(node).equals(keys.get(node)));
            List<Step> describing = new ArrayList<>();
            for (Step step : plan.steps()) {
                List<Step> shown = plan.painters(step);
                if (step.describes()) {
                    describing.add(step);
                    continue;
                }
                if (settled.contains(step.id()) && shown.stream().allMatch(p -> settled.contains(p.id()))) {
                    continue;
                }
                cache.apply(step.key()).ifPresent(outputs -> {
                    shown.forEach(painter -> known.put(painter.id(), new RunEvent.NodeChanged(NONE, painter.id(), painter.key(),
                            new NodeState.Done(0, true, outputs.images(), null))));
                    known.put(step.id(), new RunEvent.NodeChanged(NONE, step.id(), step.key(), outputs.done(0, true)));
                });
            }
            if (!known.keySet().stream().allMatch(settled::contains)) {
                // What was said for pictures that are shown again is no longer outdated either.
                describing.stream().filter(step -> besides.contains(step.id()) && !settled.contains(step.id()))
                        .forEach(step -> known.put(step.id(), new RunEvent.NodeChanged(NONE, step.id(), step.key(), new NodeState.Done(0, true, List.of(), null))));
            }
        }
        left.forEach((node, key) -> {
            if (!known.containsKey(node) && !besides.contains(node)) {
                cache.apply(key).ifPresent(outputs -> known.put(node, new RunEvent.NodeChanged(NONE, node, key, outputs.done(0, true))));
            }
        });
        known.keySet().removeAll(settled);
        return new Earlier(keys, List.copyOf(known.values()));
    }
}
