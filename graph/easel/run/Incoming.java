package easel.run;

import easel.graph.Conversion;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.nodes.Batch;
import easel.nodes.Converting;
import easel.nodes.Node;
import easel.nodes.Unfoldable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What comes to a step over its links, converted as they say. Where a batch comes to an input that takes one, the step
 * goes once for each; a shorter batch gives its last to the rest.
 *
 * @param batched whether it goes once for each of a batch, of one too
 */
record Incoming(List<Map<String, Object>> goes, boolean batched) {

    /** @throws Unfoldable if a link brings what its conversion does not take */
    static Incoming of(Step step, Node node, Function<OutputRef, Object> results) {
        Map<String, Object> came = new LinkedHashMap<>();
        step.sources().forEach((input, from) -> came.put(input, converted(step, input, results.apply(from))));
        int times = 0;
        for (Map.Entry<String, Object> each : came.entrySet()) {
            if (each.getValue() instanceof Batch batch && !node.takesWhole(each.getKey())) {
                times = Math.max(times, batch.values().size());
            }
        }
        if (times == 0) {
            return new Incoming(List.of(came), false);
        }
        List<Map<String, Object>> goes = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int place = i;
            Map<String, Object> now = new LinkedHashMap<>(came);
            now.replaceAll((input, value) -> value instanceof Batch(var all) && !node.takesWhole(input) ? all.get(Math.min(place, all.size() - 1)) : value);
            goes.add(now);
        }
        return new Incoming(goes, true);
    }

    private static Object converted(Step step, String input, Object value) {
        Optional<Conversion> conversion = step.node().conversion(input).flatMap(Conversion::of);
        return conversion.isEmpty() ? value : Converting.of(value, conversion.get())
                .orElseThrow(() -> Unfoldable.at(input, Problem.Code.WRONG_CONVERSION, input, value.getClass().getSimpleName(),
                        step.schema().typeOf(input).orElseThrow().name(), conversion.get().id()));
    }
}
