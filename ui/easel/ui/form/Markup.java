package easel.ui.form;

/** Text made safe for labels that wrap, which Swing does for HTML only. */
public final class Markup {

    private Markup() {}

    /** The text, each of its lines on one of its own. */
    public static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
    }
}
