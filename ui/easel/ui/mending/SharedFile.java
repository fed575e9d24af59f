package easel.ui.mending;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Level;
import easel.graph.Node;
import easel.graph.Rim;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SubgraphId;
import easel.graph.Types;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every parameter of a workflow that names one file: at its top and inside subgraphs, however deep. */
final class SharedFile {

    private final Document whole;
    private final Value file;

    private SharedFile(Document whole, Value file) {
        this.whole = whole;
        this.file = file;
    }

    static SharedFile in(Document whole, Value file) {
        return new SharedFile(whole, file);
    }

    static Optional<Schema.Parameter> parameter(Document document, InputRef input) {
        return document.node(input.node()).flatMap(n -> new Types(document, Catalogue::schema).apply(n.type())).flatMap(s -> s.parameter(input.input()));
    }

    /** How many name it; what a port shows outside and sets inside is one. */
    int size() {
        return steps(Value.of(file + "'")).values().stream().mapToInt(Map::size).sum();
    }

    /** The edit that has all of them name another; empty if there are none. */
    Optional<Edit> becoming(Value other) {
        Map<Edit, Map<InputRef, Value>> steps = steps(other);
        if (steps.size() <= 1) {
            return steps.keySet().stream().findFirst();
        }
        Map<InputRef, Value> all = new LinkedHashMap<>();
        steps.values().forEach(all::putAll);
        return Optional.of(new Edit.Combined(new Edit.SetParameters(all), List.copyOf(steps.keySet())));
    }

    /** One edit for each level, with what it sets by ids of the whole document. Each finds what those before it have left. */
    private Map<Edit, Map<InputRef, Value>> steps(Value other) {
        Map<Edit, Map<InputRef, Value>> steps = new LinkedHashMap<>();
        Document now = whole;
        Set<SubgraphId> entered = new HashSet<>();
        Deque<Level> levels = new ArrayDeque<>(List.of(Level.TOP));
        while (!levels.isEmpty()) {
            Level level = levels.poll();
            Document seen = level.of(now);
            List<InputRef> here = naming(seen);
            if (!here.isEmpty()) {
                Edit edit = level.edit(new Edit.SetParameters(here.stream().collect(Collectors.toMap(i -> i, _ -> other))), now, Catalogue::schema);
                now = edit.on(now);
                steps.put(edit, here.stream().collect(Collectors.toMap(i -> new InputRef(level.whole(i.node()), i.input()), _ -> other)));
            }
            // What is inside is the same wherever it stands; only what its ports are set to differs from node to node.
            if (level.subgraph(now).map(s -> entered.add(s.id())).orElse(true)) {
                levels.addAll(inside(level, seen));
            }
        }
        return steps;
    }

    private List<Level> inside(Level level, Document seen) {
        return seen.nodes().stream().filter(n -> SubgraphId.of(n.type()).filter(id -> !Level.isCircular(whole, id)).isPresent()).map(n -> level.into(n.id())).toList();
    }

    private List<InputRef> naming(Document seen) {
        List<InputRef> all = new ArrayList<>();
        for (Node node : seen.nodes()) {
            if (!Rim.is(node)) {
                node.values().forEach((name, value) -> {
                    InputRef input = new InputRef(node.id(), name);
                    if (value.equals(file) && parameter(seen, input).map(Schema.Parameter::rule).filter(Rule.File.class::isInstance).isPresent()) {
                        all.add(input);
                    }
                });
            }
        }
        return all;
    }
}
