package easel.run;

import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SeedMode;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.util.Collection;
import java.util.OptionalLong;
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
        return each(document, document.nodes().stream().map(Node::id).toList(), seed -> seed.number().isPresent() ? seed
                : seed.drawn(seed.mode() == SeedMode.RANDOM ? draw() : 0));
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
        return by == 0 ? document : each(document, document.nodes().stream().map(Node::id).toList(),
                seed -> seed.drawn(plus(seed.number(), by)));
    }

    // 32 bits, though the engine has 63: other tools take no more.
    private long draw() {
        return random.nextLong(1L << 32);
    }

    private static long plus(OptionalLong number, long by) {
        return (number.orElse(0) + by) & Long.MAX_VALUE;
    }

    private static Document each(Document document, Collection<NodeId> nodes, UnaryOperator<Value.Seed> change) {
        Document changed = document;
        for (NodeId id : nodes) {
            Node node = changed.node(id).orElseThrow();
            Schema schema = Catalogue.schema(node.type()).orElse(null);
            if (schema == null) {
                continue;
            }
            for (Schema.Parameter parameter : schema.parameters()) {
                if (parameter.rule() instanceof Rule.Seed
                        && node.value(parameter.name()).orElse(parameter.standard()) instanceof Value.Seed seed) {
                    Value.Seed drawn = change.apply(seed);
                    if (!drawn.number().equals(seed.number())) {
                        node = node.with(parameter.name(), drawn);
                        changed = changed.with(node);
                    }
                }
            }
        }
        return changed;
    }
}
