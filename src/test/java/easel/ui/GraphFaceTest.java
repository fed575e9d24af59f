package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_ALT;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_DELETE;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_N;
import static java.awt.event.KeyEvent.VK_PAGE_UP;
import static java.awt.event.KeyEvent.VK_PAGE_UP;
import static java.awt.event.KeyEvent.VK_RIGHT;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class GraphFaceTest extends WindowJourney {

    private void turn() {
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
    }

    private boolean isGraph() {
        return onEdt(() -> window.named("canvas", Component.class) instanceof Component canvas && canvas.isShowing());
    }

    private String nodes() {
        return onEdt(() -> window.named("nodes", JLabel.class).getText());
    }

    /** What a screen reader says of the nodes. */
    private List<String> spoken() {
        return onEdt(() -> {
            AccessibleContext canvas = window.named("canvas", Component.class).getAccessibleContext();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < canvas.getAccessibleChildrenCount(); i++) {
                names.add(canvas.getAccessibleChild(i).getAccessibleContext().getAccessibleName());
            }
            return names;
        });
    }

    private void focused() {
        until("the canvas has the keys", () -> onEdt(() -> window.named("canvas", Component.class).isFocusOwner()));
    }

    @Test
    void form_and_nodes_are_two_faces_of_one_document() throws Exception {
        open(ScriptedEngine.quick());
        String words = prompt();
        window.click(onEdt(() -> segment("Graph")));
        until("the nodes are there, and a tab above them", () -> isGraph() && tabs().equals(List.of("[Text to image]")));
        assertThat(onEdt(() -> window.named("prompt", Component.class).isShowing())).isFalse();
        int all = spoken().size();
        assertThat(nodes()).isEqualTo(all + " nodes");
        focused();
        window.keys(VK_CONTROL, VK_A);
        until("all are selected", () -> nodes().equals(all + " nodes, " + all + " selected"));
        window.keys(VK_DELETE);
        until("all are gone", () -> nodes().equals("0 nodes") && tabs().equals(List.of("[Text to image, not saved]")));
        window.keys(VK_CONTROL, VK_Z);
        until("all are back", () -> spoken().size() == all);
        window.click(onEdt(() -> segment("Simple")));
        until("the form is as it was", () -> !isGraph() && prompt().equals(words));
    }

    private AbstractButton segment(String text) {
        return segment(window.frame(), text);
    }

    private static AbstractButton segment(java.awt.Container in, String text) {
        for (Component c : in.getComponents()) {
            if (c instanceof javax.swing.JToggleButton b && text.equals(b.getText())) {
                return b;
            }
            if (c instanceof java.awt.Container inner && segment(inner, text) instanceof AbstractButton found) {
                return found;
            }
        }
        return null;
    }

    @Test
    void a_run_is_followed_in_the_nodes_and_esc_does_not_end_it() throws Exception {
        open(new ScriptedEngine(1, 60, _ -> null));
        turn();
        until("the nodes are there", this::isGraph);
        focused();
        window.keys(VK_CONTROL, VK_ENTER);
        until("the sampler says how far it is", () -> spoken().stream().anyMatch(s -> s.contains("running") && s.contains("of 20")));
        window.keys(VK_ESCAPE);
        until("it is done all the same", () -> spoken().stream().noneMatch(s -> s.contains("running")) && spoken().stream().anyMatch(s -> s.contains("done")));
        window.keys(VK_CONTROL, VK_ENTER);
        until("another run", () -> spoken().stream().anyMatch(s -> s.contains("running") && s.contains("of 20")));
        window.keys(VK_CONTROL, VK_ALT, VK_ENTER);
        until("is ended by its own key", () -> spoken().stream().noneMatch(s -> s.contains("running")));
        turn();
        until("and the form says so", () -> texts().contains("Cancelled"));
    }

    @Test
    void each_tab_keeps_its_face_and_selection_over_a_restart() throws Exception {
        open(ScriptedEngine.quick());
        turn();
        until("the nodes are there", this::isGraph);
        focused();
        window.keys(VK_CONTROL, VK_A);
        until("all are selected", () -> nodes().contains("selected"));
        window.keys(VK_RIGHT);
        until("they are moved", () -> tabs().equals(List.of("[Text to image, not saved]")));
        String said = nodes();
        window.keys(VK_CONTROL, VK_N);
        until("another tab", () -> tabs().size() == 2);
        turn();
        until("as a form", () -> !isGraph());
        window.close();
        open(ScriptedEngine.quick());
        assertThat(isGraph()).isFalse();
        window.keys(VK_CONTROL, VK_PAGE_UP);
        until("the first one as nodes, selected as they were", () -> isGraph() && nodes().equals(said));
    }
}
