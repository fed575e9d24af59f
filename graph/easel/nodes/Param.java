package easel.nodes;

import easel.graph.Value;
import java.util.function.Function;

/**
 * A parameter of a class of nodes.
 *
 * @param <T> what {@link Run#get(Param)} gives
 */
public final class Param<T> {

    private final String name;
    private final Function<Value, T> reading;

    Param(String name, Function<Value, T> reading) {
        this.name = name;
        this.reading = reading;
    }

    /** Its name in the schema. */
    public String name() {
        return name;
    }

    /** A value that its rule allows, as the node wants it; for who runs nodes. */
    public T read(Value value) {
        return reading.apply(value);
    }
}
