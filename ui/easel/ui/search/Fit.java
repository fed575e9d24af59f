package easel.ui.search;

import easel.graph.Schema;
import easel.graph.SocketType;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a wire that was let go over nothing needs of a node.
 *
 * @param type  what flows in it; {@link SocketType#ANY} if that is unknown
 * @param input whether the node must take it, else it must give it
 */
public record Fit(SocketType type, boolean input) {

    /**
     * A socket or parameter that it fits.
     *
     * @param rank how special it is, 0 for the most
     */
    public record Port(String name, int rank) {}

    /** The port of a node that the wire belongs to: of its very type before a converting one, required before optional. */
    public Optional<Port> of(Schema schema) {
        Stream<Port> ports = input
                ? Stream.concat(schema.inputs().stream().filter(i -> i.type().accepts(type)).map(i -> new Port(i.name(), rank(i.type(), i.required() ? 0 : 1))),
                        schema.parameters().stream().filter(p -> p.type().accepts(type)).map(p -> new Port(p.name(), rank(p.type(), 2))))
                : schema.outputs().stream().filter(o -> type.accepts(o.type())).map(o -> new Port(o.name(), rank(o.type(), 0)));
        return ports.min(Comparator.comparingInt(Port::rank));
    }

    private int rank(SocketType other, int within) {
        return within + (other.equals(SocketType.ANY) ? 8 : other.equals(type) || type.equals(SocketType.ANY) ? 0 : 4);
    }
}
