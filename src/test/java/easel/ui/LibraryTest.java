package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_D;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_N;
import static java.awt.event.KeyEvent.VK_RIGHT;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.ui.canvas.Camera;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The panel at the left of the nodes, in the real window. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class LibraryTest extends GraphJourney {

    private void openNodes() throws Exception {
        open(ScriptedEngine.quick());
        assertThat(onEdt(() -> window.named("library", Component.class))).as("none beside the form").isNull();
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the nodes are there", () -> onEdt(() -> window.named("canvas", Component.class) != null
                && window.named("canvas", Component.class).isFocusOwner()));
        until("all of them are seen", () -> onEdt(() -> !canvas().camera().equals(Camera.START)));
    }

    private JTree tree() {
        return window.named("library.tree", JTree.class);
    }

    /** The names of the rows as they are read aloud. */
    private List<String> rows() {
        return onEdt(() -> {
            List<String> names = new ArrayList<>();
            JTree tree = tree();
            for (int row = 0; row < tree.getRowCount(); row++) {
                Object node = tree.getPathForRow(row).getLastPathComponent();
                names.add(tree.getCellRenderer().getTreeCellRendererComponent(tree, node, false, false, true, row,
                        false).getAccessibleContext().getAccessibleName());
            }
            return names;
        });
    }

    private void press(int row, int kind, int clicks) {
        onEdt(() -> {
            JTree tree = tree();
            Rectangle at = tree.getRowBounds(row);
            tree.scrollRowToVisible(row);
            tree.dispatchEvent(new MouseEvent(tree, kind, 0, MouseEvent.BUTTON1_DOWN_MASK, at.x + 20, at.y + 8, clicks, false,
                    MouseEvent.BUTTON1));
            return null;
        });
    }

    @Test
    void a_node_is_found_by_typing_and_added_with_enter_and_undone_in_one_step() throws Exception {
        openNodes();
        Document before = document();
        onEdt(() -> window.named("library.search", Component.class).requestFocusInWindow());
        until("the search has the keys", () -> onEdt(() -> window.named("library.search", Component.class).isFocusOwner()));
        window.type("vaedecode");
        until("what another program calls so is found", () -> rows().getFirst().startsWith("VAE Decode"));
        window.keys(VK_ENTER);
        until("it is there, selected", () -> document().size() == before.size() + 1
                && onEdt(() -> canvas().selection().equals(java.util.Set.of(new NodeId("vae-decode")))));
        Rectangle seen = onEdt(() -> new Rectangle(canvas().getSize()));
        Node node = document().node(new NodeId("vae-decode")).orElseThrow();
        Point at = onEdt(() -> new Point((int) (canvas().camera().x() + node.position().x() * canvas().camera().zoom()),
                (int) (canvas().camera().y() + node.position().y() * canvas().camera().zoom())));
        assertThat(seen.contains(at)).as("where it is seen").isTrue();
        until("the canvas has the keys", () -> onEdt(() -> canvas().sheet().isFocusOwner()));
        window.keys(VK_CONTROL, VK_Z);
        until("it is gone", () -> document().equals(before));
        onEdt(() -> {
            window.named("library.search", JTextField.class).setText("");
            return null;
        });
        assertThat(rows().get(1)).as("the last one added").startsWith("VAE Decode");
        assertThat(rows().getFirst()).isEqualTo("Recent, 1");
    }

    @Test
    void the_classes_of_another_program_stand_folded_at_the_end_and_are_found_all_the_same() throws Exception {
        openNodes();
        assertThat(rows()).contains("Sampler").doesNotContain("KSampler");
        int last = rows().size() - 1;
        assertThat(rows().get(last)).startsWith("As in ComfyUI");
        onEdt(() -> {
            tree().requestFocusInWindow();
            tree().setSelectionRow(last);
            return null;
        });
        until("the tree has the keys", () -> onEdt(() -> tree().isFocusOwner()));
        window.keys(VK_RIGHT);
        until("they are shown", () -> rows().contains("KSampler"));
        onEdt(() -> {
            window.named("library.search", JTextField.class).setText("KSampler");
            return null;
        });
        until("found", () -> rows().stream().anyMatch(row -> row.startsWith("KSampler")));
    }

    @Test
    void a_node_is_added_by_double_click_and_two_do_not_hide_each_other() throws Exception {
        openNodes();
        int before = document().size();
        int row = rows().indexOf("Prompt");
        press(row, MouseEvent.MOUSE_PRESSED, 2);
        until("one", () -> document().size() == before + 1);
        press(rows().lastIndexOf("Prompt"), MouseEvent.MOUSE_PRESSED, 2);
        until("two", () -> document().size() == before + 2);
        List<Node> added = document().nodes().stream().skip(before).toList();
        assertThat(added.getFirst().position()).isNotEqualTo(added.getLast().position());
    }

    @Test
    void a_node_is_dragged_onto_the_canvas() throws Exception {
        openNodes();
        int before = document().size();
        int row = rows().indexOf("Sampler");
        Point from = onEdt(() -> {
            tree().scrollRowToVisible(row);
            Rectangle at = tree().getRowBounds(row);
            Point p = new Point(at.x + 20, at.y + 10);
            SwingUtilities.convertPointToScreen(p, tree());
            return p;
        });
        Point to = onEdt(() -> {
            Point p = new Point(canvas().getWidth() * 9 / 10, canvas().getHeight() * 13 / 20);
            SwingUtilities.convertPointToScreen(p, canvas());
            return p;
        });
        window.drag(from, to);
        until("it is there", () -> document().size() == before + 1);
        Node node = document().nodes().stream().skip(before).findFirst().orElseThrow();
        double x = onEdt(() -> canvas().camera().x() + node.position().x() * canvas().camera().zoom());
        double y = onEdt(() -> canvas().camera().y() + node.position().y() * canvas().camera().zoom());
        Point dropped = onEdt(() -> {
            Point p = new Point(to);
            SwingUtilities.convertPointFromScreen(p, canvas());
            return p;
        });
        assertThat(Math.abs(y
                + 14 * onEdt(() -> canvas().camera().zoom()) - dropped.y)).as("its head under the pointer").isLessThan(12);
        assertThat(x).isLessThan(dropped.x);
        window.drag(from, new Point(from.x, from.y + 40));
        assertThat(document().size()).as("dropped on the library it is none").isEqualTo(before + 1);
    }

    @Test
    void a_click_on_the_star_makes_a_favourite_and_takes_it_back() throws Exception {
        openNodes();
        int before = document().size();
        clickStar("Save Picture");
        until("it is first", () -> rows().getFirst().equals("Favourites, 1") && rows().get(1).equals("Save Picture, favourite"));
        clickStar("Save Picture, favourite");
        until("none any more", () -> rows().stream().noneMatch(r -> r.contains("avourite")));
        assertThat(document().size()).as("nothing is added").isEqualTo(before);
    }

    private void clickStar(String name) {
        int row = rows().indexOf(name);
        window.click(onEdt(() -> {
            tree().scrollRowToVisible(row);
            Rectangle at = tree().getRowBounds(row);
            Point p = new Point((int) tree().getVisibleRect().getMaxX() - 12, at.y + at.height / 2);
            SwingUtilities.convertPointToScreen(p, tree());
            return p;
        }));
    }

    @Test
    void a_favourite_stands_first_and_stays_over_a_restart() throws Exception {
        openNodes();
        int row = rows().indexOf("Save Picture");
        onEdt(() -> {
            tree().requestFocusInWindow();
            tree().setSelectionRow(row);
            return null;
        });
        until("the library has the keys", () -> onEdt(() -> tree().isFocusOwner()));
        window.keys(VK_CONTROL, VK_D);
        until("it is first", () -> rows().getFirst().equals("Favourites, 1") && rows().get(1).equals("Save Picture, favourite"));
        window.close();
        open(ScriptedEngine.quick());
        until("the nodes are there", () -> onEdt(() -> window.named("library.tree", Component.class) != null
                && tree().isShowing()));
        assertThat(rows().getFirst()).isEqualTo("Favourites, 1");
        window.keys(VK_CONTROL, VK_SHIFT, VK_N);
        until("a key hides it", () -> !onEdt(() -> tree().isShowing()));
    }

    @Test
    void another_language_lets_go_of_the_panels_and_canvases_of_before() throws Exception {
        openNodes();
        List<WeakReference<Object>> before = List.of(new WeakReference<>(canvas()), new WeakReference<>(window.named("library", Component.class)));
        window.keys(VK_CONTROL, KeyEvent.VK_COMMA);
        until("the settings are open", () -> onEdt(() -> button(window.frame().getLayeredPane(), "\u4e2d\u6587") != null));
        window.click(onEdt(() -> button(window.frame().getLayeredPane(), "\u4e2d\u6587")));
        until("it speaks Chinese", () -> texts().contains("\u8282\u70b9") && canvas() != before.getFirst().get());
        until("nobody holds what was there", () -> {
            System.gc();
            return before.stream().allMatch(b -> b.get() == null);
        });
    }

    private static AbstractButton button(Container in, String text) {
        for (Component c : in.getComponents()) {
            if (c instanceof AbstractButton b && text.equals(b.getText()) && b.isShowing()) {
                return b;
            }
            if (c instanceof Container inner && button(inner, text) instanceof AbstractButton found) {
                return found;
            }
        }
        return null;
    }
}
