package easel.run;

import easel.engine.Rung;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One node of a plan.
 *
 * @param sources by input, where its values really come from; inputs that get nothing are not in it
 * @param own     what its key depends on beside what feeds it, or null if it gives a kept result
 * @param rungs   how sparing with memory its pictures are painted, as far as that was known
 */
record Step(Node node, Schema schema, Map<String, OutputRef> sources, @Nullable Key own, List<Rung> rungs, Key key) {

    NodeId id() {
        return node.id();
    }

    /** The nodes it needs. */
    Set<NodeId> feeders() {
        Collection<OutputRef> outputs = sources.values();
        return outputs.stream().map(OutputRef::node).collect(Collectors.toSet());
    }

    /** Whether it only says what is wanted. */
    boolean describes() {
        easel.nodes.Node.Work work = work();
        return work == easel.nodes.Node.Work.DESCRIBES || work == easel.nodes.Node.Work.DESCRIBES_PAINTING;
    }

    /** What running it means. */
    easel.nodes.Node.Work work() {
        return Catalogue.node(node.type()).orElseThrow().work();
    }

    /** What it has, for people: values as they would be typed, for a link where it comes from. */
    Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        schema.inputs().stream().map(Schema.Input::name).filter(sources::containsKey).forEach(name -> inputs.put(name, sources.get(name).toString()));
        for (Schema.Parameter parameter : schema.parameters()) {
            OutputRef from = sources.get(parameter.name());
            String text = from != null ? from.toString() : Value.shown(node.value(parameter.name()).orElse(parameter.standard()));
            inputs.put(parameter.name(), text);
        }
        return inputs;
    }

    /** Its key if it paints on other rungs, or what feeds it has other keys. */
    Key on(List<Rung> other, Function<NodeId, Key> keys) {
        return own == null ? key : key(own, node, schema, sources, other, keys);
    }

    static Key key(Key own, Node node, Schema schema, Map<String, OutputRef> sources, List<Rung> rungs, Function<NodeId, Key> keys) {
        KeyMaker maker = new KeyMaker().add(own.hex());
        if (rungs.stream().anyMatch(rung -> rung != Rung.AS_ASKED)) {
            rungs.forEach(rung -> maker.add(rung.name()));
        }
        for (Schema.Input input : schema.inputs()) {
            source(maker, node, input.name(), sources.get(input.name()), keys);
        }
        for (Schema.Parameter parameter : schema.parameters()) {
            source(maker, node, parameter.name(), sources.get(parameter.name()), keys);
        }
        return maker.key();
    }

    private static void source(KeyMaker maker, Node node, String input, @Nullable OutputRef from, Function<NodeId, Key> keys) {
        if (from != null) {
            maker.add(input).add(keys.apply(from.node()).hex()).add(from.output());
            node.conversion(input).ifPresent(conversion -> maker.add("by").add(conversion));
        }
    }
}
