package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_P;
import static java.awt.event.KeyEvent.VK_SHIFT;

import easel.ui.canvas.CanvasView;
import java.awt.Component;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Everything that can be done, found by words. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class CommandsTest extends WindowJourney {

    private void ask(String words) throws Exception {
        window.keys(VK_CONTROL, VK_SHIFT, VK_P);
        until("the list of commands has the keys", () -> onEdt(() -> {
            JTextField field = window.named("search-list", JTextField.class);
            return field != null && field.isFocusOwner();
        }));
        window.type(words);
        until("the words are there", () -> onEdt(() -> window.named("search-list", JTextField.class).getText().equals(words)));
    }

    private boolean isClosed() {
        return onEdt(() -> window.named("search-list", JTextField.class) == null);
    }

    @Test
    void a_command_of_the_window_is_found_by_words_and_done() throws Exception {
        open(ScriptedEngine.quick());
        ask("graph");
        window.keys(VK_ENTER);
        until("the nodes are shown, and the list is gone", () -> isClosed() && onEdt(() -> {
            Component canvas = window.named("canvas", Component.class);
            return canvas != null && canvas.isShowing();
        }));
    }

    @Test
    void a_command_of_the_canvas_is_done_where_it_had_the_keys() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the canvas has the keys", () -> onEdt(() -> {
            Component canvas = window.named("canvas", Component.class);
            return canvas != null && canvas.isFocusOwner();
        }));
        ask("select all");
        window.keys(VK_ENTER);
        CanvasView canvas = onEdt(() -> (CanvasView) SwingUtilities.getAncestorOfClass(CanvasView.class, window.named("canvas", Component.class)));
        until("every node is selected", () -> isClosed() && onEdt(() -> canvas.selection().size() == canvas.document().size()
                && canvas.sheet().isFocusOwner()));
    }

    @Test
    void escape_closes_the_list_and_leaves_everything_as_it_was() throws Exception {
        open(ScriptedEngine.quick());
        Component before = onEdt(() -> java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
        ask("quit");
        window.keys(VK_ESCAPE);
        until("what had the keys has them again", () -> isClosed() && onEdt(before::isFocusOwner));
    }
}
