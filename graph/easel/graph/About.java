package easel.graph;

/**
 * What a workflow says of itself.
 *
 * @param name stable, such as {@code text-to-image}; empty if nobody named it
 */
public record About(String name, Phrase title, Phrase help) {

    /** Nothing said. */
    public static final About NOTHING = new About("", Phrase.NONE, Phrase.NONE);
}
