package easel.ui.form;

/** Text made safe for labels that wrap, which Swing does for HTML only. */
final class Markup {

    private Markup() {}

    static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
    }
}
