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
import static java.awt.event.KeyEvent.VK_RIGHT;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.format.WorkflowFile;
import easel.graph.NodeId;
import easel.support.PlainPreset;
import easel.ui.canvas.Camera;
import java.awt.Component;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class GraphFaceTest extends GraphJourney {

    private void turn() {
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
    }

    private boolean isGraph() {
        return onEdt(() -> window.named("canvas", Component.class) instanceof Component canvas && canvas.isShowing());
    }

    @Test
    void at_the_first_look_at_the_nodes_all_of_them_are_seen_beside_the_panels() throws Exception {
        open(ScriptedEngine.quick());
        turn();
        until("the nodes are there", this::isGraph);
        focused();
        Camera first = onEdt(() -> canvas().camera());
        window.keys(java.awt.event.KeyEvent.VK_HOME);
        assertThat(onEdt(() -> canvas().camera())).as("as if one asked for all of them").isEqualTo(first);
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
    void a_node_that_is_deleted_while_it_runs_still_gives_its_picture() throws Exception {
        ScriptedEngine engine = ScriptedEngine.holdingAt(5);
        open(engine);
        turn();
        focused();
        window.keys(VK_CONTROL, VK_ENTER);
        until("it samples", () -> spoken("Sampler").contains("running"));
        onEdt(() -> {
            canvas().select(List.of(new NodeId("sampler")));
            return null;
        });
        window.keys(VK_DELETE);
        until("it is gone", () -> document().node(new NodeId("sampler")).isEmpty());
        assertThat(pictures()).isEmpty();
        engine.letGo();
        until("its picture is saved all the same", () -> pictures().size() == 1);
        until("and stands in the history", () -> onEdt(() -> window.named("strip", JList.class).getModel().getSize()) == 1);
        assertThat(document().node(new NodeId("sampler"))).as("the document is left alone").isEmpty();
    }

    @Test
    void a_run_is_followed_in_the_nodes_and_esc_does_not_end_it() throws Exception {
        ScriptedEngine engine = ScriptedEngine.holdingAt(5);
        open(engine);
        turn();
        until("the nodes are there", this::isGraph);
        focused();
        window.keys(VK_CONTROL, VK_ENTER);
        until("the sampler says how far it is", () -> spoken().stream().anyMatch(s -> s.contains("running") && s.contains("of 20")));
        window.keys(VK_ESCAPE);
        engine.letGo();
        until("it is done all the same", () -> spoken().stream().anyMatch(s -> s.contains("Save Picture") && s.contains("done")));
        engine.holdAt(5);
        window.keys(VK_CONTROL, VK_ENTER);
        until("another run", () -> spoken().stream().anyMatch(s -> s.contains("running") && s.contains("of 20")));
        window.keys(VK_CONTROL, VK_ALT, VK_ENTER);
        engine.letGo();
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
        window.keys(VK_SHIFT, VK_RIGHT);
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

    @Test
    void a_file_that_is_opened_at_the_start_leaves_the_keys_with_the_nodes() throws Exception {
        open(ScriptedEngine.quick());
        turn();
        until("the nodes are there", this::isGraph);
        Path file = home.resolve("given.easel.json");
        WorkflowFile.write(file, easel.run.Presets.bundled("variations").orElseThrow().document());
        window.close();
        window = new OpenWindow(home, ScriptedEngine.quick(), "ENGLISH", List.of(file));
        until("it is open as nodes", () -> tabs().toString().contains("given"));
        until("as nodes", this::isGraph);
        until("they have the keys", () -> onEdt(() -> window.named("canvas", Component.class).isFocusOwner()));
    }

    @Test
    void among_nodes_everything_has_a_name_that_can_be_read_aloud_and_follows_the_theme() throws Exception {
        open(ScriptedEngine.quick());
        turn();
        until("the nodes are there", this::isGraph);
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_J);
        until("the queue is there", () -> onEdt(() -> window.named("queue", Component.class) != null));
        List<String> nameless = new ArrayList<>();
        onEdt(() -> {
            EaselWindowTest.nameless(window.frame().getContentPane(), nameless);
            return null;
        });
        assertThat(nameless).isEmpty();
        window.keys(VK_CONTROL, VK_SHIFT, java.awt.event.KeyEvent.VK_L);
        until("it is light", () -> !onEdt(easel.ui.theme.Appearance::isDark));
        turn();
        until("the form is there", () -> !isGraph());
        assertThat(onEdt(() -> window.named("picture", Component.class).getParent().getBackground())).as("the stage was out of sight, and is light all the same")
                .isEqualTo(onEdt(() -> javax.swing.UIManager.getColor("Easel.stage")));
    }

    @Test
    void buttons_that_come_with_the_nodes_wear_the_theme_that_was_chosen_before() throws Exception {
        open(ScriptedEngine.quick());
        boolean dark = onEdt(easel.ui.theme.Appearance::isDark);
        window.keys(VK_CONTROL, VK_SHIFT, java.awt.event.KeyEvent.VK_L);
        until("it is the other theme", () -> onEdt(easel.ui.theme.Appearance::isDark) != dark);
        turn();
        until("the nodes are there", this::isGraph);
        assertThat(onEdt(() -> window.named("count", Component.class).getBackground()))
                .isEqualTo(onEdt(() -> window.named("stop", Component.class).getBackground()));
    }

    @Test
    void a_workflow_without_a_form_opens_as_nodes_with_its_problems_on_them() throws Exception {
        open(ScriptedEngine.quick());
        java.nio.file.Path file = home.resolve("bare.easel.json");
        java.nio.file.Files.writeString(file, easel.format.WorkflowFile.text(
                PlainPreset.document().without(Set.of(new easel.graph.NodeId("model"))).with(easel.graph.Form.NONE).about(easel.graph.About.NOTHING)));
        until("it is taken", () -> SingleWindow.handOver(home.resolve("state"), List.of(file)));
        until("its nodes are there", () -> isGraph() && tabs().equals(List.of("[bare]")));
        until("what is wrong is on the node", () -> spoken().stream().anyMatch(n -> n.contains("Sampler") && n.contains("problem")));
    }

    @Test
    void a_picture_that_was_just_painted_with_another_seed_is_never_called_outdated() throws Exception {
        open(ScriptedEngine.quick());
        turn();
        until("the nodes are there", this::isGraph);
        List<String> old = new ArrayList<>();
        for (int run = 1; run <= 3; run++) {
            int painted = run;
            window.keys(VK_CONTROL, VK_ENTER);
            until("picture " + run, () -> {
                spoken().stream().filter(s -> s.contains("outdated")).forEach(old::add);
                return window.pictures().toFile().list() instanceof String[] files && files.length == painted && !onEdt(() -> window.named("stop", Component.class).isEnabled());
            });
            for (int look = 0; look < 200; look++) {
                spoken().stream().filter(s -> s.contains("outdated")).forEach(old::add);   // between any two things that the window does
            }
        }
        assertThat(old).isEmpty();
    }

    @Test
    void words_that_are_told_without_a_run_stand_in_their_node_and_are_read_by_key() throws Exception {
        open(ScriptedEngine.quick());
        java.nio.file.Path file = home.resolve("words.easel.json");
        java.nio.file.Files.writeString(file, easel.format.WorkflowFile.text(easel.graph.Document.EMPTY.with(
                easel.graph.Node.of("joined", "join-text").with("string_a", easel.graph.Value.of("sea ")).with("string_b", easel.graph.Value.of("and sky")))));
        until("it is taken", () -> SingleWindow.handOver(home.resolve("state"), List.of(file)));
        until("its words are in the node", () -> isGraph() && tabs().equals(List.of("[words]")) && "sea and sky".equals(onEdt(() -> window.named("canvas", Component.class)
                .getAccessibleContext().getAccessibleChild(0).getAccessibleContext().getAccessibleDescription())));
        onEdt(() -> window.named("canvas", Component.class).requestFocusInWindow());
        focused();
        window.keys(VK_CONTROL, VK_A);
        window.keys(java.awt.event.KeyEvent.VK_V);
        until("they are read", () -> onEdt(() -> window.named("read-words.text", javax.swing.JTextArea.class) instanceof javax.swing.JTextArea area
                && area.isShowing() && area.getText().equals("sea and sky")));
        window.keys(VK_ESCAPE);
        until("and away", () -> onEdt(() -> window.named("read-words.text", Component.class)) == null);
    }

    @Test
    void what_is_changed_after_a_run_marks_its_results_outdated_until_it_is_undone() throws Exception {
        open(ScriptedEngine.quick());
        turn();
        until("the nodes are there", this::isGraph);
        window.keys(VK_CONTROL, VK_ENTER);
        until("a picture is done", () -> spoken().stream().anyMatch(s -> s.contains("Save Picture") && s.contains("done")));
        // The seed that was drawn comes into the document after the picture is done.
        until("its results are those of now", () -> spoken().stream().noneMatch(s -> s.contains("outdated")));
        turn();
        until("the form is there", () -> !isGraph());
        typeAtEnd(" now");
        turn();
        until("the results are old", () -> spoken().stream().anyMatch(s -> s.contains("Sampler") && s.contains("outdated")));
        window.keys(VK_CONTROL, VK_Z);
        until("and are not", () -> spoken().stream().noneMatch(s -> s.contains("outdated")));
    }
}
