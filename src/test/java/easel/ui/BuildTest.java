package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_C;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_DELETE;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_N;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_SPACE;
import static java.awt.event.KeyEvent.VK_V;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.ui.canvas.Camera;
import java.awt.Component;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Graphs built by hand in the real window. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class BuildTest extends GraphJourney {

    private void openNodes() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
    }

    private Node only(String type) {
        return document().nodes().stream().filter(n -> n.type().equals(type)).findFirst().orElse(null);
    }

    private void search(String words, String type) {
        until("the search has the keys", () -> onEdt(() -> window.named("node-search.field", Component.class) instanceof Component field && field.isFocusOwner()));
        window.type(words);
        window.keys(VK_ENTER);
        until(type + " is there", () -> only(type) != null);
        focused();
    }

    @Test
    void from_an_empty_canvas_nodes_are_searched_for_and_wired() throws Exception {
        openNodes();
        window.keys(VK_CONTROL, VK_A);
        window.keys(VK_DELETE);
        until("it is empty", () -> document().size() == 0);
        onEdt(() -> {
            canvas().setCamera(Camera.START);
            return null;
        });
        window.point(screen(60, 60));
        window.keys(VK_SPACE);
        search("load check", "load-checkpoint");
        Position at = only("load-checkpoint").position();
        assertThat(Math.hypot(at.x() - 60, at.y() - 60)).isLessThan(2);
        NodeId loader = only("load-checkpoint").id();
        double right = at.x() + onEdt(() -> canvas().size(loader).orElseThrow().width());
        window.drag(screen(right, at.y() + 44), screen(right + 100, at.y() + 20));
        search("sampler", "sampler");
        assertThat(only("sampler").input("model")).contains(new OutputRef(loader, "model"));
        window.keys(VK_CONTROL, VK_Z);
        until("node and wire are one step", () -> only("sampler") == null && document().size() == 1);
        window.close();
        assertThat(Files.readString(home.resolve("config/settings.json"))).as("what is used is remembered").contains("load-checkpoint");
        open(ScriptedEngine.quick());
    }

    @Test
    void nodes_go_by_the_clipboard_to_another_tab_and_anything_else_on_it_is_said() throws Exception {
        openNodes();
        onEdt(() -> {
            canvas().select(List.of(new NodeId("sampler")));
            return null;
        });
        window.keys(VK_CONTROL, VK_C);
        window.keys(VK_CONTROL, VK_N);
        until("another tab", () -> tabs().size() == 2);
        focused();
        int before = document().size();
        window.keys(VK_CONTROL, VK_V);
        until("it is pasted", () -> document().size() == before + 1);
        onEdt(() -> {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection("{\"nodes\": 7, hello"), null);
            return null;
        });
        window.keys(VK_CONTROL, VK_V);
        until("it is said", () -> texts().contains("There are no nodes on the clipboard."));
        assertThat(document().size()).isEqualTo(before + 1);
    }

    @Test
    void a_run_to_a_node_ends_there_and_what_it_gave_is_frozen() throws Exception {
        openNodes();
        onEdt(() -> {
            canvas().select(List.of(new NodeId("sampler")));
            return null;
        });
        window.keys(VK_CONTROL, VK_SHIFT, VK_ENTER);
        until("the sampler is done", () -> spoken("Sampler").contains("done"));
        assertThat(spoken("Save Picture")).doesNotContain("done");
        window.keys(VK_Z);
        until("it is frozen", () -> document().node(new NodeId("sampler")).orElseThrow().mode() == Mode.FROZEN);
        assertThat(document().node(new NodeId("sampler")).orElseThrow().kept()).isNotEmpty();
        assertThat(spoken("Sampler")).contains("frozen").doesNotContain("problem");
    }

    @Test
    void a_title_that_is_typed_while_another_tab_comes_to_the_front_is_its_own_tabs() throws Exception {
        openNodes();
        window.keys(VK_CONTROL, VK_N);
        until("another tab, of the same nodes", () -> tabs().size() == 2);
        focused();
        onEdt(() -> {
            canvas().select(List.of(new NodeId("sampler")));
            return null;
        });
        window.keys(java.awt.event.KeyEvent.VK_F2);
        until("the title has the keys", () -> onEdt(() -> window.named("node-title", Component.class) instanceof Component field && field.isFocusOwner()));
        window.type("mine");
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_PAGE_UP);
        until("the first tab is in front", () -> tabs().getFirst().startsWith("["));
        assertThat(document().node(new NodeId("sampler")).orElseThrow().title()).isEmpty();
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_PAGE_DOWN);
        until("the second has it", () -> document().node(new NodeId("sampler")).orElseThrow().title().equals("mine"));
    }
}
