package easel.nodes;

/**
 * An output of a class of nodes.
 *
 * @param <T> what {@link Run#give} takes
 */
public record Out<T>(String name, Port<T> port) {}
