package easel.ui.form;

import easel.graph.Document;
import javax.swing.JComponent;

/** One line of a form on the screen. */
public interface FieldView {

    /** What is put into the form. */
    JComponent component();

    /** Shows what the document says; must not answer with an edit. */
    void show(Document document);

    /** What takes the keys when the label is pressed. */
    default JComponent focus() {
        return component();
    }

    /** What the field holds, in a word or two, for the summary of a folded section; empty says nothing. */
    default String summary(Document document) {
        return "";
    }

    /** How far the view reaches to the left of its column, so that what one sees of it begins there; pixels. */
    default int overhang() {
        return 0;
    }

    /** Whether the form is to lay it out over the whole width, label above, even among lines with the label beside. */
    default boolean isWide() {
        return false;
    }
}
