package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_B;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_DOWN;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_F1;
import static java.awt.event.KeyEvent.VK_F5;
import static java.awt.event.KeyEvent.VK_F7;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_P;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_V;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Value;
import easel.ui.widget.ImageOut;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.dnd.DropTarget;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** What makes the nodes' face quick to live in: live, mends under badges, keys of one's own, panels that give way. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class HabitsTest extends GraphJourney {

    private void openNodes() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
    }

    private boolean isEnabled(String name) {
        return onEdt(() -> window.named(name, Component.class) instanceof Component c && c.isShowing() && c.isEnabled());
    }

    @Test
    void live_runs_after_every_change_saves_nothing_until_it_is_kept_and_says_why_it_waits() throws Exception {
        openNodes();
        window.keys(VK_F5);
        until("the first picture is there", () -> spoken("Sampler").contains("done") && isEnabled("keep"));
        Value seed = node("sampler").value("seed").orElseThrow();
        assertThat(pictures()).isEmpty();
        onEdt(() -> {
            canvas().select(List.of(new NodeId("prompt")));
            return null;
        });
        window.keys(VK_ENTER);
        until("the words are edited", () -> onEdt(() -> window.named("in-place.field", Component.class) instanceof Component c && c.isFocusOwner()));
        window.type("a boat ");
        until("it runs again by itself and shows it", () -> isEnabled("keep") && document().value(InputRef.of("prompt", "text")).orElseThrow().toString().contains("boat"));
        assertThat(node("sampler").value("seed")).as("the seed holds").contains(seed);
        assertThat(pictures()).as("still nothing").isEmpty();
        window.keys(java.awt.event.KeyEvent.VK_TAB);
        focused();
        until("the last word is shown", () -> isEnabled("keep"));
        window.keys(VK_SHIFT, VK_F5);
        until("what is kept is saved", () -> pictures().size() == 1);
        onEdt(() -> {
            canvas().select(List.of(new NodeId("model")));
            return null;
        });
        window.keys(java.awt.event.KeyEvent.VK_DELETE);
        until("it waits and says so", () -> onEdt(() -> "Live, waiting".equals(window.named("live", AbstractButton.class).getText())));
        assertThat(onEdt(() -> window.named("live", AbstractButton.class).getToolTipText())).contains("Model");
        window.keys(VK_CONTROL, VK_Z);
        until("and goes on", () -> onEdt(() -> "Live".equals(window.named("live", AbstractButton.class).getText())));
        window.keys(VK_F5);
        until("off", () -> onEdt(() -> !window.named("live", AbstractButton.class).isSelected()));
    }

    private void deleteTheModel() throws Exception {
        onEdt(() -> {
            canvas().select(List.of(new NodeId("model")));
            return null;
        });
        window.keys(java.awt.event.KeyEvent.VK_DELETE);
        until("the sampler has a problem", () -> spoken("Sampler").contains("problem"));
    }

    @Test
    void a_badge_is_pressed_and_mends() throws Exception {
        openNodes();
        deleteTheModel();
        Node sampler = node("sampler");
        double right = sampler.position().x() + onEdt(() -> canvas().size(sampler.id()).orElseThrow().width());
        window.click(screen(right - 16, sampler.position().y() + 14));
        until("it says what is wrong", () -> onEdt(() -> window.named("problem-popup", Component.class) instanceof Component c && c.isShowing()));
        window.click(onEdt(() -> window.named("remedy.add-node", Component.class)));
        until("a checkpoint feeds it again", () -> node("sampler").input("model").isPresent());
        until("the popup is gone", () -> onEdt(() -> window.named("problem-popup", Component.class) == null));
        until("nothing is wrong", () -> !spoken("Sampler").contains("problem"));
    }

    @Test
    void a_node_from_the_library_is_dropped_into_a_wire() throws Exception {
        openNodes();
        onEdt(() -> {
            window.named("library.search", JTextField.class).requestFocusInWindow();
            return null;
        });
        until("the search has the keys", () -> onEdt(() -> window.named("library.search", Component.class).isFocusOwner()));
        window.type("upscale image by");
        Point from = onEdt(() -> {
            JTree tree = window.named("library.tree", JTree.class);
            Rectangle row = tree.getRowBounds(0);
            Point p = new Point(row.x + 20, row.y + row.height / 2);
            SwingUtilities.convertPointToScreen(p, tree);
            return p;
        });
        Node sampler = node("sampler");
        Node save = document().nodes().stream().filter(n -> n.type().equals("save-picture")).findFirst().orElseThrow();
        double right = sampler.position().x() + onEdt(() -> canvas().size(sampler.id()).orElseThrow().width());
        window.drag(from, screen((right + save.position().x()) / 2, (sampler.position().y() + save.position().y()) / 2 + 44));
        until("it stands in the wire", () -> node(save.id().text()).input("picture").filter(o -> o.node().text().equals("image-scale-by")).isPresent());
        assertThat(node("image-scale-by").input("image")).contains(OutputRef.of("sampler", "picture"));
        window.keys(VK_CONTROL, VK_Z);
        until("one step", () -> document().node(new NodeId("image-scale-by")).isEmpty() && node(save.id().text()).input("picture").isPresent());
    }

    @Test
    void a_pasted_picture_becomes_a_node_that_shows_it() throws Exception {
        openNodes();
        BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        onEdt(() -> {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new ImageOut(picture), null);
            return null;
        });
        int before = document().size();
        window.keys(VK_CONTROL, VK_V);
        until("it is there", () -> document().size() == before + 1);
        Node pasted = document().nodes().stream().filter(n -> n.type().equals("load-picture") && n.value("file").filter(v -> !v.equals(Value.of(""))).isPresent()).findFirst().orElseThrow();
        assertThat(pasted.value("file").map(Object::toString).orElse("")).contains("assets");
        assertThat(onEdt(() -> canvas().selection())).containsExactly(pasted.id());
    }

    private void drop(Path file, double x) {
        HeldFiles.over(window).let(file, x);
    }

    @Test
    void a_dropped_file_becomes_what_it_is_for() throws Exception {
        openNodes();
        int before = document().size();
        Path picture = home.resolve("plain.png");
        javax.imageio.ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        drop(picture, 0.7);
        until("a node loads it", () -> document().nodes().stream().anyMatch(n -> n.value("file").equals(java.util.Optional.of(Value.of(picture.toString())))));
        Path notes = java.nio.file.Files.writeString(home.resolve("notes.txt"), "words");
        drop(notes, 0.7);
        until("it is said", () -> onEdt(() -> window.named("notice", JLabel.class).getText()).equals("notes.txt is no picture, workflow or model."));
        Path flow = home.resolve("other.easel.json");
        easel.format.WorkflowFile.write(flow, Document.EMPTY.with(Node.of("a", "prompt")).with(Node.of("b", "sampler").fedBy("positive", OutputRef.of("a", "prompt"))));
        drop(flow, 0.7);
        until("inserted", () -> document().size() == before + 3);
        assertThat(onEdt(() -> canvas().selection())).hasSize(2);
        HeldFiles.over(window).hold(flow, 0.2, "Open in new tab");
        drop(flow, 0.2);
        until("in a tab", () -> tabs().size() == 2 && document().size() == 2);
    }

    @Test
    void keys_are_found_changed_and_shown_and_come_back_after_a_restart() throws Exception {
        openNodes();
        window.keys(VK_CONTROL, VK_SHIFT, VK_P);
        until("commands", () -> onEdt(() -> window.named("search-list", Component.class) instanceof Component c && c.isFocusOwner()));
        window.type("keys at");
        window.keys(VK_ESCAPE);
        focused();
        window.keys(VK_F1);
        until("the sheet", () -> onEdt(() -> window.named("key-sheet", Component.class) instanceof Component c && c.isShowing()));
        assertThat(texts()).contains("Bypass|Ctrl+B").contains("Generate|Ctrl+Enter");
        window.keys(VK_ESCAPE);
        focused();
        window.keys(VK_CONTROL, VK_SHIFT, VK_P);
        until("commands", () -> onEdt(() -> window.named("search-list", Component.class) instanceof Component c && c.isFocusOwner()));
        window.type("keys");
        window.keys(VK_ENTER);
        until("the editor", () -> onEdt(() -> window.named("keys.search", Component.class) instanceof Component c && c.isFocusOwner()));
        window.type("bypass");
        window.keys(VK_DOWN);
        until("its line", () -> onEdt(() -> window.named("keys.list", JList.class).isFocusOwner()));
        window.keys(VK_ENTER);
        window.keys(VK_F7);
        until("the keys are taken", () -> onEdt(() -> window.named("keys.hint", JLabel.class).getText()).startsWith("Enter changes"));
        window.keys(VK_ESCAPE);
        focused();
        onEdt(() -> {
            canvas().select(List.of(new NodeId("sampler")));
            return null;
        });
        window.keys(VK_CONTROL, VK_B);
        window.keys(VK_F7);
        until("the new key bypasses, the old does nothing", () -> node("sampler").mode() == easel.graph.Mode.BYPASSED);
        window.close();
        open(ScriptedEngine.quick());
        focused();
        onEdt(() -> {
            canvas().select(List.of(new NodeId("sampler")));
            return null;
        });
        window.keys(VK_F7);
        until("still", () -> node("sampler").mode() == easel.graph.Mode.ON);
    }

    @Test
    void a_narrow_window_has_rails_in_the_place_of_panels_and_they_open_them() throws Exception {
        openNodes();
        assertThat(onEdt(() -> window.named("library", Component.class).isShowing() && window.named("inspector", Component.class).isShowing())).isTrue();
        onEdt(() -> {
            window.frame().setSize(new Dimension(900, 700));
            return null;
        });
        until("rails", () -> onEdt(() -> window.named("library.rail", Component.class) instanceof Component c && c.isShowing()
                && window.named("inspector.rail", Component.class).isShowing() && !window.named("library", Component.class).isShowing()));
        window.click(onEdt(() -> ((Container) window.named("library.rail", Component.class)).getComponent(2)));
        until("the library at that shelf", () -> onEdt(() -> window.named("library", Component.class).isShowing()
                && !window.named("library.rail", Component.class).isShowing() && window.named("library.tree", Component.class).isFocusOwner()));
    }

    private String notice() {
        return onEdt(() -> window.named("notice", JLabel.class).getText());
    }

    @Test
    void what_is_dropped_and_is_neither_file_nor_picture_is_said() throws Exception {
        open(ScriptedEngine.quick());
        HeldFiles.Address page = new HeldFiles.Address("https://example.org/a%20page");
        JComponent content = (JComponent) window.frame().getContentPane();
        assertThat(onEdt(() -> content.getTransferHandler().importData(new TransferHandler.TransferSupport(content, page)))).isFalse();
        until("it is said beside the form", () -> notice().startsWith("That is neither a file nor a picture"));
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        drop(home.resolve("gone.txt"), 0.7);
        until("another thing is said", () -> notice().startsWith("gone.txt"));
        onEdt(() -> {
            DropTarget target = window.named("graph", Component.class).getDropTarget();
            target.drop(new HeldFiles.Dropped(target, new Point(300, 200), page));
            return null;
        });
        until("and over the nodes", () -> notice().startsWith("That is neither a file nor a picture"));
    }

    @Test
    void a_locked_canvas_takes_nothing_from_files_mends_and_the_library() throws Exception {
        openNodes();
        deleteTheModel();
        window.keys(java.awt.event.KeyEvent.VK_L);
        until("it is locked", () -> onEdt(() -> canvas().isLocked()));
        Document before = document();
        Path picture = home.resolve("plain.png");
        javax.imageio.ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        drop(picture, 0.7);
        until("it is said", () -> notice().startsWith("The canvas is locked"));
        Node sampler = node("sampler");
        double right = sampler.position().x() + onEdt(() -> canvas().size(sampler.id()).orElseThrow().width());
        window.click(screen(right - 16, sampler.position().y() + 14));
        until("what is wrong is said", () -> onEdt(() -> window.named("remedy.add-node", Component.class) instanceof Component c && c.isShowing()));
        onEdt(() -> {
            window.named("remedy.add-node", AbstractButton.class).doClick();
            JTree tree = window.named("library.tree", JTree.class);
            tree.setSelectionRow(1);
            tree.getActionMap().get(tree.getInputMap().get(KeyStroke.getKeyStroke("ENTER"))).actionPerformed(new ActionEvent(tree, 0, ""));
            return null;
        });
        assertThat(document()).isEqualTo(before);
        window.keys(VK_ESCAPE);
        focused();
        window.keys(java.awt.event.KeyEvent.VK_L);
        until("it is locked no more", () -> onEdt(() -> !canvas().isLocked()));
        drop(picture, 0.7);
        until("now it takes the file", () -> document().size() == before.size() + 1);
    }

    @Test
    void what_lies_over_the_canvas_names_the_keys_that_do_it_now() throws Exception {
        java.nio.file.Files.createDirectories(home.resolve("config"));
        java.nio.file.Files.writeString(home.resolve("config/settings.json"), """
                {"version":1,"look":{"language":"ENGLISH","appearance":"DARK"},"shown":{"tour":true},
                "keys":{"changed":{"canvas.lock":["F9"],"canvas.overview":[]}}}""");
        openNodes();
        assertThat(tip("zoom.lock")).isEqualTo("Lock layout  F9");
        assertThat(tip("zoom.map")).isEqualTo("Overview");
        assertThat(tip("way.leave")).isEqualTo("Go out  PgUp");
        assertThat(tip("minimap")).isEqualTo("Overview");
        assertThat(onEdt(() -> window.named("zoom.lock", Component.class).getAccessibleContext().getAccessibleName()))
                .isEqualTo("Lock layout");
    }

    private String tip(String name) {
        return onEdt(() -> window.named(name, JComponent.class).getToolTipText());
    }
}
