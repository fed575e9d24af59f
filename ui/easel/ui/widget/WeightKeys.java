package easel.ui.widget;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;

/** Ctrl+Up and Ctrl+Down in a prompt: the words that are selected, or stand at the caret, become heavier or lighter. */
public final class WeightKeys {

    private WeightKeys() {}

    /** Gives them to a prompt. */
    public static void on(JTextComponent prompt) {
        int menu = GraphicsEnvironment.isHeadless() ? InputEvent.CTRL_DOWN_MASK : Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
        bind(prompt, KeyStroke.getKeyStroke(KeyEvent.VK_UP, menu), 1);
        bind(prompt, KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, menu), -1);
    }

    private static void bind(JTextComponent prompt, KeyStroke key, int steps) {
        prompt.getInputMap().put(key, key);
        prompt.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                String before = prompt.getText();
                Weights after = new Weights(before, prompt.getSelectionStart(), prompt.getSelectionEnd()).heavier(steps);
                if (prompt.isEditable() && !after.text().equals(before)) {
                    replace(prompt, before, after.text());
                    prompt.select(after.from(), after.to());
                }
            }
        });
    }

    /** Only what differs is replaced, so that nothing jumps in a long text. */
    private static void replace(JTextComponent prompt, String before, String after) {
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int end = 0;
        while (end < Math.min(before.length(), after.length()) - same
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        prompt.select(same, before.length() - end);
        prompt.replaceSelection(after.substring(same, after.length() - end));
    }
}
