package easel.ui.widget;

import java.awt.event.InputMethodEvent;
import java.awt.event.InputMethodListener;
import java.text.CharacterIterator;
import javax.swing.text.DefaultCaret;
import javax.swing.text.JTextComponent;

/**
 * Hears what a person types into a text, once it is typed: as long as a character is being composed, Chinese from its
 * sounds for instance, the text holds what nobody meant.
 */
public final class Typed implements InputMethodListener {

    private boolean composing;

    private Typed() {}

    /** Tells {@code changed} of every change of a text that is no composition under way. */
    public static Typed hear(JTextComponent text, Runnable changed) {
        Typed typed = new Typed();
        wearPlainCaret(text);
        text.addInputMethodListener(typed);
        text.getDocument().addDocumentListener(new Typing(() -> {
            if (!typed.composing) {
                changed.run();
            }
        }));
        return typed;
    }

    /**
     * FlatLaf's caret goes back to where it was in the sounds when the shorter character takes their place: behind the
     * end of the text, and the character is lost (3.7.2).
     */
    private static void wearPlainCaret(JTextComponent text) {
        DefaultCaret plain = new DefaultCaret();
        plain.setBlinkRate(text.getCaret().getBlinkRate());
        int dot = text.getCaretPosition();
        text.setCaret(plain);
        plain.setDot(dot);
    }

    /** Whether a character is being composed: the text must not be touched meanwhile. */
    public boolean isComposing() {
        return composing;
    }

    /** Comes before the text itself takes the event over. */
    @Override
    public void inputMethodTextChanged(InputMethodEvent event) {
        CharacterIterator text = event.getText();
        composing = text != null && text.getEndIndex() - text.getBeginIndex() > event.getCommittedCharacterCount();
    }

    @Override
    public void caretPositionChanged(InputMethodEvent event) {
        // The text's business.
    }
}
