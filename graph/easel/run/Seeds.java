package easel.run;

import easel.graph.Body;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SeedMode;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.graph.Types;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Draws seeds. What is drawn goes beside the seed's rule and leaves the rule as it is. */
final class Seeds {

    private final RandomGenerator random;

    Seeds(RandomGenerator random) {
        this.random = random;
    }

    /** The document with a number for every seed that had none. */
    Document first(Document document) {
        return everywhere(document, seed -> seed.number().isPresent() ? seed
                : seed.drawn(seed.mode() == SeedMode.RANDOM ? draw() : 0));
    }

    /** The document with the numbers that seeds had before, for those that have none. */
    static Document remembering(Document document, Document before) {
        Document remembering = document.with(remembering(document.body(), before.body()));
        for (Subgraph subgraph : document.subgraphs()) {
            Optional<Subgraph> then = before.subgraph(subgraph.id());
            if (then.isPresent()) {
                remembering = remembering.with(subgraph.with(remembering(subgraph.body(), then.get().body())));
            }
        }
        return remembering;
    }

    private static Body remembering(Body body, Body before) {
        return body.mapNodes(node -> {
            Node remembering = node;
            for (Map.Entry<String, Value> then : before.node(node.id()).map(Node::values).orElseGet(LinkedHashMap::new).entrySet()) {
                boolean hasNone = node.value(then.getKey()).isEmpty() || node.values().get(then.getKey()) instanceof Value.Seed now && now.number().isEmpty();
                if (hasNone && then.getValue() instanceof Value.Seed seed && seed.number().isPresent() && seed.mode() == SeedMode.RANDOM) {
                    remembering = remembering.with(then.getKey(), seed);
                }
            }
            return remembering;
        });
    }

    /** The document with every seed fixed at the number it has; one that has none is drawn. */
    Document held(Document document) {
        return everywhere(document, this::held);
    }

    /** The seed fixed at the number it has, or at one that is drawn. */
    Value.Seed held(Value.Seed seed) {
        return Value.Seed.fixed(seed.number().orElseGet(() -> seed.mode() == SeedMode.RANDOM ? draw() : 0));
    }

    /** The document with other numbers for those seeds of some nodes that are not fixed. */
    Document next(Document document, Collection<NodeId> nodes) {
        long count = document.count();
        return each(document, nodes, seed -> switch (seed.mode()) {
            case FIXED -> seed;
            case RANDOM -> seed.drawn(draw());
            case UP -> seed.drawn(plus(seed.number(), count));
            case DOWN -> seed.drawn(plus(seed.number(), -count));
        });
    }

    /** The document that paints the picture so many places after the first: every seed is that much higher. */
    static Document higher(Document document, int by) {
        return by == 0 ? document : everywhere(document, seed -> seed.drawn(plus(seed.number(), by)));
    }

    // 32 bits, though the engine has 63: other tools take no more.
    private long draw() {
        return random.nextLong(1L << 32);
    }

    private static long plus(OptionalLong number, long by) {
        return (number.orElse(0) + by) & Long.MAX_VALUE;
    }

    private static Document everywhere(Document document, UnaryOperator<Value.Seed> change) {
        Types types = new Types(document, Catalogue::schema);
        return document.mapEverywhere(node -> drawn(node, types, change));
    }

    /** Also the instances that some nodes are inside of: the seed may be theirs. */
    private static Document each(Document document, Collection<NodeId> nodes, UnaryOperator<Value.Seed> change) {
        Set<NodeId> all = new LinkedHashSet<>(nodes);
        for (NodeId node : nodes) {
            for (Optional<NodeId> outer = node.outer(); outer.isPresent(); outer = outer.get().outer()) {
                all.add(outer.get());
            }
        }
        Types types = new Types(document, Catalogue::schema);
        return document.mapNodes(all, node -> drawn(node, types, change));
    }

    private static Node drawn(Node node, Types types, UnaryOperator<Value.Seed> change) {
        Node changed = node;
        for (Schema.Parameter parameter : types.apply(node.type()).map(Schema::parameters).orElse(List.of())) {
            // An instance that holds no seed of its own has that of the node inside.
            Optional<Value> held = SubgraphId.isInstance(node.type()) ? node.value(parameter.name())
                    : Optional.of(node.value(parameter.name()).orElse(parameter.standard()));
            if (parameter.rule() instanceof Rule.Seed && held.isPresent() && held.get() instanceof Value.Seed seed) {
                Value.Seed drawn = change.apply(seed);
                changed = drawn.mode() == seed.mode() && drawn.number().equals(seed.number()) ? changed : changed.with(parameter.name(), drawn);
            }
        }
        return changed;
    }
}
