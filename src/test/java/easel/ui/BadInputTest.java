package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_END;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_HOME;
import static java.awt.event.KeyEvent.VK_RIGHT;
import static java.awt.event.KeyEvent.VK_S;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_TAB;
import static java.awt.event.KeyEvent.VK_V;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.format.WorkflowFile;
import easel.graph.About;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Value;
import easel.support.PlainPreset;
import java.awt.Component;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JLabel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** What nobody would write on purpose is shown calmly, in a sentence, and nothing of it is lost. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class BadInputTest extends GraphJourney {

    private String nodes() {
        return onEdt(() -> window.named("nodes", JLabel.class).getText());
    }

    private void graph() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
    }

    private void keys() {
        onEdt(() -> window.named("canvas", Component.class).requestFocusInWindow());
        focused();
    }

    private void bring(Path file) {
        until("it is taken", () -> SingleWindow.handOver(home.resolve("state"), List.of(file)));
    }

    @Test
    void a_file_with_everything_wrong_in_it_is_shown_with_its_problems_and_saved_as_it_was() throws Exception {
        graph();
        Path file = Files.writeString(home.resolve("wrong.easel.json"), """
                {"easel": 1, "future": {"a": [1, 1e400]}, "nodes": [
                  {"id": "model", "type": "load-checkpoint", "at": [1e300, -1e300], "values": {"checkpoint": "/nowhere/gone.safetensors"}},
                  {"id": "magic", "type": "somebody's-own", "at": [0, 1e308], "size": [-5, 1e200], "values": {"x": {"y": null}}},
                  {"id": "picture", "type": "load-picture", "at": [0, 0], "values": {"file": "/nowhere/gone.png"}},
                  {"id": "words", "type": "prompt", "at": [-0.0, 0], "values": {"text": 7}},
                  {"id": "sampler", "type": "sampler", "at": [300, 0], "values": {"steps": -4, "width": 1e9, "cfg": "much"},
                   "inputs": {"model": ["model", "model"], "positive": ["nobody", "prompt"], "start": ["sampler", "picture"]}}],
                 "groups": [{"id": "g", "title": "G", "at": [1e300, 0], "size": [1, 1e300]}],
                 "form": [{"name": "f", "sets": [["gone", "text"]], "control": "words"}, {"name": "n", "sets": [["sampler", "steps"]], "control": "number", "least": -9e9, "most": 9e99, "step": 1}]}
                """);
        Document wrong = WorkflowFile.read(file);
        bring(file);
        until("its nodes are there", () -> tabs().equals(List.of("[wrong]")) && nodes().startsWith("5 nodes"));
        keys();
        until("each says what is wrong with it", () -> spoken("Load Checkpoint").contains("problem") && spoken("Load Picture").contains("problem")
                && spoken("Sampler").contains("problem"));
        window.keys(VK_HOME);
        window.keys(VK_CONTROL, VK_A);
        until("all are selected", () -> nodes().equals("5 nodes, 5 selected"));
        window.keys(VK_SHIFT, VK_RIGHT);
        until("they are moved", () -> tabs().equals(List.of("[wrong, not saved]")));
        window.keys(VK_CONTROL, VK_Z);
        until("and back", () -> document().equals(wrong));
        window.keys(VK_CONTROL, VK_ENTER);
        until("why nothing runs is said", () -> !spoken("Sampler").contains("running"));
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("it has a form", () -> onEdt(() -> window.named("prompt", Component.class) == null || !window.named("prompt", Component.class).isShowing()));
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        assertThat(WorkflowFile.parse(WorkflowFile.text(document()))).isEqualTo(wrong);
        assertThat(onEdt(WindowJourney::dialog)).isNull();
    }

    @Test
    void ten_thousand_nodes_are_shown_moved_and_taken_back() throws Exception {
        graph();
        Document many = Document.EMPTY;
        for (int i = 0; i < 10_000; i++) {
            many = many.with(Node.of("n" + i, i % 2 == 0 ? "sampler" : "prompt").at(new Position(i % 100 * 300, i / 100 * 500)));
        }
        Path file = home.resolve("many.easel.json");
        WorkflowFile.write(file, many);
        bring(file);
        until("they are there", () -> nodes().startsWith("10000 nodes") || nodes().startsWith("10,000 nodes"));
        keys();
        window.keys(VK_CONTROL, VK_A);
        until("all are selected", () -> nodes().contains("selected"));
        window.keys(VK_SHIFT, VK_RIGHT);
        until("they are moved", () -> tabs().equals(List.of("[many, not saved]")));
        window.keys(VK_CONTROL, VK_Z);
        until("and back", () -> tabs().equals(List.of("[many]")));
        assertThat(onEdt(WindowJourney::dialog)).isNull();
    }

    @Test
    void a_prompt_of_a_megabyte_is_shown_by_its_beginning_on_both_faces_and_saved_whole() throws Exception {
        open(ScriptedEngine.quick());
        String words = "a quiet sea, (sun:1.2), ".repeat(44_000);
        Document document = new Edit.SetParameter(InputRef.of("prompt", "text"), Value.of(words)).on(PlainPreset.document()).about(About.NOTHING);
        Path file = home.resolve("long.easel.json");
        WorkflowFile.write(file, document);
        bring(file);
        until("its beginning is in the form, and a sentence", () -> prompt().startsWith("a quiet sea") && prompt().contains("characters"));
        onEdt(() -> window.named("prompt", Component.class).requestFocusInWindow());
        window.keys(VK_CONTROL, VK_END);
        window.type("x");
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        onEdt(() -> {
            canvas().select(List.of(new NodeId("prompt")));
            return null;
        });
        window.keys(VK_ENTER);
        until("it opens in the node", () -> onEdt(() -> window.named("in-place.field", Component.class) instanceof Component c && c.isFocusOwner()));
        window.type("x");
        window.keys(VK_TAB);
        focused();
        window.keys(VK_SHIFT, VK_RIGHT);
        until("the node is moved", () -> tabs().equals(List.of("[long, not saved]")));
        window.keys(VK_CONTROL, VK_S);
        until("it is saved", () -> tabs().equals(List.of("[long]")));
        assertThat(WorkflowFile.read(file).value(InputRef.of("prompt", "text"))).contains(Value.of(words));
        assertThat(onEdt(WindowJourney::dialog)).isNull();
    }

    @Test
    void a_file_with_two_nodes_of_one_id_is_refused_in_a_sentence_and_stays_as_it_is() throws Exception {
        graph();
        String text = "{\"easel\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"prompt\"}, {\"id\": \"a\", \"type\": \"sampler\"}]}";
        Path file = Files.writeString(home.resolve("twice.easel.json"), text);
        List<String> before = tabs();
        bring(file);
        until("a sentence says so", () -> texts().contains("twice.easel.json"));
        assertThat(tabs()).isEqualTo(before);
        assertThat(file).hasContent(text);
        assertThat(onEdt(WindowJourney::dialog)).isNull();
    }

    /** A clipboard that promises and does not keep it. */
    private record Broken(DataFlavor flavor) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {flavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor wanted) {
            return wanted.equals(flavor);
        }

        @Override
        public Object getTransferData(DataFlavor wanted) throws IOException {
            throw new IOException("the other program is gone");
        }
    }

    @Test
    void garbage_on_the_clipboard_is_nothing_to_paste() throws Exception {
        graph();
        Document before = document();
        List<Transferable> garbage = List.of(new StringSelection(""), new StringSelection("hello \u0000 \uD800"), new StringSelection("{\"easel\":1,\"nodes\":3}"),
                new StringSelection("x".repeat(3_000_000)), new Broken(DataFlavor.stringFlavor), new Broken(DataFlavor.imageFlavor), new Broken(DataFlavor.javaFileListFlavor));
        for (Transferable one : garbage) {
            onEdt(() -> {
                Toolkit.getDefaultToolkit().getSystemClipboard().setContents(one, null);
                return null;
            });
            window.keys(VK_CONTROL, VK_V);
            until("it is said", () -> texts().contains("There are no nodes on the clipboard."));
            assertThat(document()).isEqualTo(before);
        }
        assertThat(onEdt(WindowJourney::dialog)).isNull();
    }

    @Test
    void where_the_tabs_cannot_be_kept_that_is_said_once_and_goes_on_when_there_is_room_again() throws Exception {
        open(ScriptedEngine.quick());
        Path desk = home.resolve("state/desk");
        typeAtEnd(" one");
        until("they are kept", () -> Files.exists(desk.resolve("desk.json")));
        Path aside = home.resolve("aside");
        until("out of the way", () -> {
            try {
                Files.move(desk, aside);
                Files.writeString(desk, "no folder");
                return true;
            } catch (IOException busy) {
                return false;
            }
        });
        typeAtEnd(" two");
        until("it is said", () -> texts().contains("could not be kept on the disk"));
        assertThat(onEdt(WindowJourney::dialog)).isNull();
        Files.delete(desk);
        typeAtEnd(" three");
        until("kept again, by itself", () -> Files.exists(desk.resolve("desk.json")));
        window.close();
        open(ScriptedEngine.quick());
        assertThat(prompt()).endsWith(" one two three");
    }
}
