package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Control;
import easel.graph.Field;
import java.awt.Component;
import java.awt.Container;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JTextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The form put together by its user, the live form beside it. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class FormEditorTest extends WindowJourney {

    private void press(String name) {
        window.click(onEdt(() -> window.named(name, Component.class)));
    }

    private List<String> lines() {
        return onEdt(() -> {
            JList<?> list = window.named("form-editor.list", JList.class);
            return java.util.stream.IntStream.range(0, list.getModel().getSize()).mapToObj(i -> ((Field) list.getModel().getElementAt(i)).name()).toList();
        });
    }

    private void edit() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_SHIFT, java.awt.event.KeyEvent.VK_P);
        until("commands", () -> onEdt(() -> window.named("search-list", Component.class) instanceof Component c && c.isFocusOwner()));
        window.type("edit form");
        window.keys(VK_ENTER);
        until("the editor", () -> onEdt(() -> window.named("form-editor.list", Component.class) instanceof Component c && c.isShowing() && c.isFocusOwner()));
    }

    @Test
    void lines_are_added_named_moved_and_taken_away_and_each_is_a_step() throws Exception {
        edit();
        List<String> before = lines();
        press("form-editor.add");
        until("parameters", () -> onEdt(() -> window.named("search-list", Component.class) instanceof Component c && c.isFocusOwner()));
        window.type("small auto");
        window.keys(VK_ENTER);
        until("it is the last line", () -> lines().size() == before.size() + 1);
        String added = lines().getLast();
        until("its details", () -> onEdt(() -> window.named("form-editor.label", JTextField.class) instanceof JTextField f && f.getText().equals("Small autoencoder (TAESD)")));
        onEdt(() -> {
            window.named("form-editor.label", JTextField.class).requestFocusInWindow();
            window.named("form-editor.label", JTextField.class).selectAll();
            return null;
        });
        until("the label has the keys", () -> onEdt(() -> window.named("form-editor.label", Component.class).isFocusOwner()));
        window.type("call it");
        until("the live form says so", () -> texts().contains("call it"));
        press("form-editor.up");
        until("moved", () -> lines().indexOf(added) == before.size() - 1);
        press("form-editor.remove");
        until("gone", () -> lines().equals(before) && !texts().contains("call it|"));
        for (int i = 0; i < 4; i++) {
            window.keys(VK_CONTROL, VK_Z);
        }
        until("as it was", () -> lines().equals(before));
        press("form-editor.done");
        until("the picture is there again", () -> onEdt(() -> window.named("form-editor", Component.class) == null));
    }

    @Test
    void a_preset_that_was_edited_is_a_workflow_of_its_own_and_comes_back_so() throws Exception {
        edit();
        List<String> before = lines();
        onEdt(() -> {
            window.named("form-editor.list", JList.class).setSelectedIndex(before.size() - 1);
            return null;
        });
        press("form-editor.remove");
        until("one less", () -> lines().size() == before.size() - 1);
        List<String> after = lines();
        window.close();
        edit();
        assertThat(lines()).isEqualTo(after);
    }

    private Field line(String name) {
        return onEdt(() -> {
            JList<?> list = window.named("form-editor.list", JList.class);
            return java.util.stream.IntStream.range(0, list.getModel().getSize()).mapToObj(i -> (Field) list.getModel().getElementAt(i))
                    .filter(f -> f.name().equals(name)).findFirst().orElseThrow();
        });
    }

    private void choose(String line) {
        int at = lines().indexOf(line);
        onEdt(() -> {
            window.named("form-editor.list", JList.class).setSelectedIndex(at);
            return null;
        });
        until("its details", () -> onEdt(() -> window.named("form-editor.kind", Component.class) instanceof Component c && c.isShowing()));
    }

    private void shownAs(int kind) {
        until("the kinds", () -> onEdt(() -> window.named("form-editor.kind", Container.class) instanceof Container c && c.isShowing() && c.getComponent(kind).getWidth() > 0));
        window.click(onEdt(() -> window.named("form-editor.kind", Container.class).getComponent(kind)));
    }

    @Test
    void a_number_is_a_slider_a_field_or_a_drop_down_and_each_is_a_step() throws Exception {
        edit();
        Field before = line("steps");
        choose("steps");
        shownAs(1);
        until("it is a field alone", () -> line("steps").control() instanceof Control.Number number && !number.slider());
        until("the live form has no slider there", () -> onEdt(() -> window.named("steps", Component.class).getParent().getComponentCount() == 1));
        shownAs(2);
        until("it is a drop-down", () -> line("steps").control() instanceof Control.Choice);
        until("in the live form too", () -> onEdt(() -> window.named("steps", Component.class) instanceof JComboBox<?> box && box.getItemCount() == 1));
        onEdt(() -> window.named("form-editor.choices", Component.class).requestFocusInWindow());
        until("the choices have the keys", () -> onEdt(() -> window.named("form-editor.choices", Component.class).isFocusOwner()));
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_END);
        window.keys(VK_ENTER);
        window.type("40");
        until("there are two to choose from", () -> onEdt(() -> window.named("steps", JComboBox.class).getItemCount() == 2));
        for (int i = 0; i < 4 && !line("steps").equals(before); i++) {
            window.keys(VK_CONTROL, VK_Z);
        }
        until("all of it is undone", () -> line("steps").equals(before));
    }

    @Test
    void a_picture_may_be_a_plain_file_and_words_a_line() throws Exception {
        edit();
        choose("start");
        shownAs(1);
        until("the live form names a file", () -> onEdt(() -> window.named("start", Component.class) instanceof JComboBox<?>));
        choose("prompt");
        shownAs(0);
        until("one line", () -> line("prompt").control().equals(new Control.Words(false)));
    }

    @Test
    void a_line_whose_node_is_gone_says_so_and_can_be_taken_away() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_SHIFT, java.awt.event.KeyEvent.VK_G);
        until("the nodes", () -> onEdt(() -> window.named("canvas", Component.class) instanceof Component c && c.isFocusOwner()));
        onEdt(() -> {
            ((easel.ui.canvas.CanvasView) javax.swing.SwingUtilities.getAncestorOfClass(easel.ui.canvas.CanvasView.class, window.named("canvas", Component.class)))
                    .select(List.of(new easel.graph.NodeId("prompt")));
            return null;
        });
        window.keys(java.awt.event.KeyEvent.VK_DELETE);
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_SHIFT, java.awt.event.KeyEvent.VK_G);
        until("the form", () -> onEdt(() -> window.named("prompt", Component.class).isShowing()));
        assertThat(onEdt(() -> window.named("prompt", Component.class).isEnabled())).as("greyed").isFalse();
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_SHIFT, java.awt.event.KeyEvent.VK_P);
        until("commands", () -> onEdt(() -> window.named("search-list", Component.class) instanceof Component c && c.isFocusOwner()));
        window.type("edit form");
        window.keys(VK_ENTER);
        until("the mend", () -> onEdt(() -> window.named("remedy.remove-field", Component.class) instanceof AbstractButton c && c.isShowing()));
        int before = lines().size();
        press("remedy.remove-field");
        until("gone", () -> lines().size() == before - 1);
    }
}
