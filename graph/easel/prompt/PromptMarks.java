package easel.prompt;

/** Where in a prompt something is drawn. */
public final class PromptMarks {

    private PromptMarks() {}

    /** Which characters belong to choices and wildcards. */
    public static boolean[] of(String text) {
        return Template.marks(text);
    }
}
