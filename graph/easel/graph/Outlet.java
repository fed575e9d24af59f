package easel.graph;

import org.jspecify.annotations.Nullable;

/**
 * An output that a body shows to the outside: an output socket of a subgraph, a result of a workflow in app mode.
 *
 * @param name   stable, unique among the outlets
 * @param from   the output inside that it stands for
 * @param type   what the file says comes out, or null; what stands inside knows better if it is known here
 * @param label  what people read beside it; may be empty
 * @param extras unknown fields of the file
 */
public record Outlet(String name, OutputRef from, @Nullable SocketType type, Phrase label, Extras extras) {

    /** An outlet with nothing but what it stands for. */
    public static Outlet of(String name, OutputRef from) {
        return new Outlet(name, from, null, Phrase.NONE, Extras.NONE);
    }

    /** This outlet standing for another output. */
    public Outlet of(OutputRef other) {
        return new Outlet(name, other, type, label, extras);
    }

    /** This outlet under another name. */
    public Outlet called(String other) {
        return new Outlet(other, from, type, label, extras);
    }

    /** This outlet with another label. */
    public Outlet labelled(Phrase other) {
        return new Outlet(name, from, type, other, extras);
    }
}
