package easel.graph;

/** What goes through a socket. The same type fits; so does what {@link #accepts} says. */
public sealed interface SocketType {

    /** The types known here. */
    enum Known implements SocketType {
        MODEL, CLIP, VAE, CONDITIONING, LATENT, CONTROL, UPSCALER, SIGMAS, GUIDER, NOISE,
        IMAGE, MASK, VIDEO, AUDIO, INT, FLOAT, TEXT, BOOLEAN, SEED
    }

    /** A type that only the file knows. */
    record Foreign(String type) implements SocketType {
        @Override
        public String name() {
            return type;
        }
    }

    /** The type's name as files have it. */
    String name();

    /** Whether a value of type {@code other} may come in here: a whole number is also a number and a seed. */
    default boolean accepts(SocketType other) {
        return equals(other) || other == Known.INT && (this == Known.FLOAT || this == Known.SEED);
    }
}
