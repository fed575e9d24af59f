package easel.ui.form;

import javax.swing.JLabel;

/** What there is to know about what is chosen, in small type below it; gone where there is nothing. */
final class NoteLine extends JLabel {

    private static final long serialVersionUID = 1;

    NoteLine() {
        putClientProperty("FlatLaf.styleClass", "hint");
        setVisible(false);
    }

    /** Says a text, as it is; empty says nothing. */
    void say(String text) {
        setVisible(!text.isEmpty());
        setText(text.isEmpty() ? "" : "<html>" + Markup.plain(text));
    }
}
