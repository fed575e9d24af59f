package easel.ui.widget;

import java.awt.Window;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;

/**
 * Tells when a person stops typing into a text for a moment: what stands there then is worth keeping, though nobody has
 * pressed Enter, for the program may be killed before.
 */
public final class TypingPause {

    /** With the time the journal takes this is well under the two seconds that may be lost. */
    private static final int MS = 700;

    private final JTextComponent text;
    private final Timer timer;

    /** @param rested run on the EDT if the text still has its window's keys then */
    public TypingPause(JTextComponent text, Runnable rested) {
        this.text = text;
        timer = new Timer(MS, _ -> {
            Window window = SwingUtilities.getWindowAncestor(text);
            // Also where another program's window came in front meanwhile.
            if (window != null && window.getMostRecentFocusOwner() == text) {
                rested.run();
            }
        });
        timer.setRepeats(false);
    }

    /** The text is another; by the person's hand if it has the keys. */
    public void typed() {
        if (text.isFocusOwner()) {
            timer.restart();
        }
    }
}
