package easel.ui.canvas;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.Rim;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a document's form says of parameters.
 *
 * @param ranges those it gives numbers: narrower than what is allowed, so their bars say more
 * @param ports  those that the node outside shows, seen from inside a subgraph
 */
record FormMarks(Map<InputRef, Control.Number> ranges, Set<InputRef> ports) {

    static final FormMarks NONE = new FormMarks(Map.of(), Set.of());

    static FormMarks of(Document document) {
        Map<InputRef, Control.Number> ranges = new HashMap<>();
        Set<InputRef> ports = new HashSet<>();
        boolean inside = document.nodes().stream().anyMatch(Rim::is);
        for (Field field : document.form().fields()) {
            if (field.control() instanceof Control.Number number) {
                field.targets().forEach(t -> ranges.put(t, number));
            }
            if (inside && !(field.control() instanceof Control.Socket)) {
                ports.addAll(field.targets());
            }
        }
        return new FormMarks(ranges, ports);
    }
}
