package easel.ui.widget;

import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import javax.swing.text.JTextComponent;

/**
 * A key that opens a field is pressed before the field is there and typed after it is: without this, a field that S opens
 * begins with an s as soon as the system is quick enough.
 */
public final class OpeningKey extends KeyAdapter {

    private boolean pressed;

    private OpeningKey() {}

    /** Keeps what is typed by a key that was pressed elsewhere out of a field. */
    public static void keepOut(JTextComponent field) {
        field.addKeyListener(new OpeningKey());
    }

    @Override
    public void keyPressed(KeyEvent e) {
        pressed = true;
    }

    @Override
    public void keyTyped(KeyEvent e) {
        if (!pressed) {
            e.consume();
        }
    }
}
