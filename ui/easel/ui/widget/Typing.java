package easel.ui.widget;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Hears every change of a text, whichever it is. */
public record Typing(Runnable changed) implements DocumentListener {

    @Override
    public void insertUpdate(DocumentEvent e) {
        changed.run();
    }

    @Override
    public void removeUpdate(DocumentEvent e) {
        changed.run();
    }

    @Override
    public void changedUpdate(DocumentEvent e) {
        // Attributes only: the text is the same.
    }
}
