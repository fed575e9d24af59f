package easel.ui.desk;

/** Hears what changes on the desk, on the EDT. */
public interface DeskListener {

    /** Another document, or another preset with another form. */
    void documentChanged(boolean otherForm);

    /** The run went on, began or ended. */
    void runChanged();

    /** The strip has other pictures, or another one is looked at. */
    void shotsChanged();

    /** One calm line is to be said: a code of the window's words with arguments. */
    void said(Notice notice);
}
