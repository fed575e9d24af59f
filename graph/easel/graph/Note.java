package easel.graph;

import java.util.List;

/** Words on the canvas: a node without sockets, which never runs. */
public final class Note {

    /** The type of these nodes. */
    public static final String TYPE = "note";
    /** The parameter with the words. */
    public static final String TEXT = "text";
    /** The parameter that says how the words are written: {@link #PLAIN} or {@link #MARKDOWN}. */
    public static final String FORMAT = "format";
    /** Words as they are. */
    public static final String PLAIN = "plain";
    /** Words with headings, emphasis, lists and links as Markdown has them. */
    public static final String MARKDOWN = "markdown";

    private static final int LONGEST = 1 << 20;

    static final Schema SCHEMA = new Schema(TYPE, Schema.Kind.WORDS, 1, false, List.of(),
            List.of(new Schema.Parameter(TEXT, new Rule.Words(LONGEST), Value.of("")),
                    new Schema.Parameter(FORMAT, new Rule.Choice(List.of(PLAIN, MARKDOWN)), Value.of(PLAIN))),
            List.of());

    private Note() {}

    /** A note of plain words. */
    public static Node of(String id, String words) {
        return Node.of(id, TYPE).with(TEXT, Value.of(words));
    }

    /** Whether a node is one. */
    public static boolean is(Node node) {
        return node.type().equals(TYPE);
    }
}
