package easel.nodes;

import easel.graph.SocketType;

/**
 * A type of socket together with the Java type of what goes through it.
 *
 * @param <T> the Java type
 */
public record Port<T>(SocketType type, Class<T> carries) {

    /** Descriptions of models. */
    public static final Port<Model> MODEL = new Port<>(SocketType.Known.MODEL, Model.class);
    /** What should be seen, or not be seen. */
    public static final Port<Conditioning> CONDITIONING = new Port<>(SocketType.Known.CONDITIONING, Conditioning.class);
    /** Pictures. */
    public static final Port<Image> IMAGE = new Port<>(SocketType.Known.IMAGE, Image.class);
}
