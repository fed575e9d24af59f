package easel.nodes;

import java.util.Optional;
import java.util.function.Function;

/**
 * An input of a class of nodes.
 *
 * @param <T> what {@link Run#get(In)} gives
 */
public final class In<T> {

    private final String name;
    private final Function<Optional<Object>, T> reading;

    In(String name, Function<Optional<Object>, T> reading) {
        this.name = name;
        this.reading = reading;
    }

    /** Its name in the schema. */
    public String name() {
        return name;
    }

    /** What came in, as the node wants it; for who runs nodes. */
    public T read(Optional<Object> came) {
        return reading.apply(came);
    }
}
