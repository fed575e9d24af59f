package easel.ui.canvas;

import easel.ui.action.Keymap;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.ActionMap;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** The keys of the canvas: those of its actions, which people may change, and Space, which is held or tapped. */
final class CanvasKeys {

    private final InputMap inputs;
    private final ActionMap actions;
    private Keymap keymap = Keymap.STANDARD;

    CanvasKeys(CanvasView view, JComponent sheet) {
        inputs = sheet.getInputMap(JComponent.WHEN_FOCUSED);
        actions = sheet.getActionMap();
        set(keymap);
        for (CanvasAction action : CanvasAction.values()) {
            actions.put(action, new AbstractAction() {
                private static final long serialVersionUID = 1;

                @Override
                public boolean isEnabled() {
                    return action.isPossible(view);
                }

                @Override
                public void actionPerformed(ActionEvent e) {
                    view.perform(action);
                }
            });
        }
        bind("pressed SPACE", e -> view.gestures().space(true, e.getWhen()));
        bind("released SPACE", e -> view.gestures().space(false, e.getWhen()));
        sheet.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                view.gestures().forgetSpace();
            }
        });
    }

    private void bind(String key, Consumer<ActionEvent> deed) {
        inputs.put(KeyStroke.getKeyStroke(key), key);
        actions.put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                deed.accept(e);
            }
        });
    }

    /** Lets other keys do what actions do. */
    void set(Keymap other) {
        for (CanvasAction action : CanvasAction.values()) {
            keymap.keys(action).forEach(inputs::remove);
        }
        keymap = other;
        for (CanvasAction action : CanvasAction.values()) {
            other.keys(action).forEach(key -> inputs.put(key, action));
        }
    }

    /** The first of an action's keys; null if it has none. */
    @Nullable KeyStroke first(CanvasAction action) {
        return keymap.first(action);
    }
}
