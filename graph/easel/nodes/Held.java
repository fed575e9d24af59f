package easel.nodes;

/** What goes through a socket and weighs something, so that who keeps it can tell how much. */
public interface Held {

    /** Bytes of pictures that it holds. */
    long bytes();
}
