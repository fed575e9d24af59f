package easel.graph;

/** What goes through a socket. */
public sealed interface SocketType {

    /** Whatever comes: a bend in a link has no type of its own. */
    SocketType ANY = new Foreign("*");

    /** The types known here. */
    enum Known implements SocketType {
        MODEL, CLIP, VAE, CONDITIONING, LATENT, CONTROL, UPSCALER, SIGMAS, GUIDER, NOISE,
        IMAGE, MASK, VIDEO, AUDIO, INT, FLOAT, TEXT, BOOLEAN, SEED
    }

    /** A type that only the file knows; {@code *} takes and gives anything. */
    record Foreign(String type) implements SocketType {
        @Override
        public String name() {
            return type;
        }
    }

    /** The type's name as files have it. */
    String name();

    /** The type of that name. */
    static SocketType named(String name) {
        for (Known known : Known.values()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        return name.equals(ANY.name()) ? ANY : new Foreign(name);
    }

    /** Whether a value of type {@code other} may come in here as it is: the same type, or one that is silently converted. */
    default boolean accepts(SocketType other) {
        return equals(other) || equals(ANY) || other.equals(ANY)
                || Conversion.between(other, this).stream().anyMatch(Conversion::silent);
    }
}
