package easel.graph;

/**
 * What a workflow says of itself.
 *
 * @param name   stable, such as {@code text-to-image}; empty if nobody named it
 * @param extras unknown fields of the file
 */
public record About(String name, Phrase title, Phrase help, Extras extras) {

    /** Nothing said. */
    public static final About NOTHING = new About("", Phrase.NONE, Phrase.NONE, Extras.NONE);
}
