package easel.nodes;

/** The plain values that a node has and gives. */
public interface Values {

    /** A parameter's value: what a link brought, else what is kept in the node, else its default. */
    <T> T get(Param<T> parameter);

    /** Gives an output its value. */
    <T> void give(Out<T> output, T value);
}
