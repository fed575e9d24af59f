package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_J;
import static java.awt.event.KeyEvent.VK_M;
import static java.awt.event.KeyEvent.VK_RIGHT;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_SPACE;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.graph.Value;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JList;
import javax.swing.JTextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Queue, problems and log at the lower edge, in the real window. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class DrawerTest extends GraphJourney {

    private void openWorkflow(String name, Document document) throws Exception {
        open(ScriptedEngine.quick());
        Path file = Files.writeString(home.resolve(name + ".easel.json"), WorkflowFile.text(document));
        until("it is taken", () -> SingleWindow.handOver(home.resolve("state"), List.of(file)));
        until("its nodes are there", () -> tabs().equals(List.of("[" + name + "]"))
                && onEdt(() -> window.named("canvas", Component.class).isShowing()));
    }

    private static Document undecoded() {
        Document d = Document.EMPTY.with(Node.of("load", "checkpoint-loader-simple")).with(Node.of("empty",
                "empty-latent-image").at(new Position(0, 300)))
                .with(Node.of("good", "clip-text-encode").fedBy("clip", OutputRef.of("load", "clip")).at(new Position(300, 0)))
                .with(Node.of("bad", "clip-text-encode").fedBy("clip", OutputRef.of("load", "clip")).at(new Position(300, 300)));
        return d.with(Node.of("paint", "k-sampler").fedBy("model", OutputRef.of("load", "model")).fedBy("positive",
                OutputRef.of("good", "conditioning"))
                .fedBy("negative", OutputRef.of("bad", "conditioning")).fedBy("latent_image",
                        OutputRef.of("empty", "latent")).at(new Position(600, 0)));
    }

    private List<String> problems() {
        return onEdt(() -> {
            List<String> said = new ArrayList<>();
            gather(window.named("problems", Container.class), said);
            return said;
        });
    }

    private static void gather(Container in, List<String> said) {
        if (in == null) {
            return;
        }
        for (Component c : in.getComponents()) {
            if ("problem".equals(c.getName())) {
                said.add(c.getAccessibleContext().getAccessibleName());
            } else if (c instanceof Container inner) {
                gather(inner, said);
            }
        }
    }

    private String text(String name) {
        return onEdt(() -> window.named(name, AbstractButton.class) == null ? ""
                : window.named(name, AbstractButton.class).getText());
    }

    @Test
    void a_problem_leads_to_its_node_and_its_button_mends_it() throws Exception {
        openWorkflow("latent", undecoded());
        until("the status line counts", () -> onEdt(() -> window.named("problems.toggle", Component.class).isShowing()));
        window.keys(VK_CONTROL, VK_SHIFT, VK_M);
        until("the problems are listed", () -> problems().stream().anyMatch(p -> p.contains("Add VAE Decode")));
        onEdt(() -> window.named("problem", Component.class).requestFocusInWindow());
        until("a line has the keys", () -> onEdt(() -> window.named("problem", Component.class).isFocusOwner()));
        window.keys(VK_SPACE);
        until("its node is selected, and the canvas has the keys", () ->
                onEdt(() -> canvas().selection().size() == 1 && canvas().sheet().isFocusOwner()));
        window.click(onEdt(() -> window.named("remedy.add-decode", Component.class)));
        until("a decoder is there, connected", () -> onEdt(() -> canvas().document().node(new NodeId("vae-decode")))
                .filter(n -> n.input("samples").equals(java.util.Optional.of(OutputRef.of("paint", "latent")))
                        && n.input("vae").equals(java.util.Optional.of(OutputRef.of("load", "vae")))).isPresent());
        until("and nobody complains of the latent", () -> problems().stream().noneMatch(p -> p.contains("VAE Decode")));
        window.keys(VK_CONTROL, VK_Z);
        until("undone in one step", () -> onEdt(() -> canvas().document().node(new NodeId("vae-decode"))).isEmpty());
    }

    @Test
    void in_the_form_the_status_line_counts_what_is_there_now_and_the_keys_never_go_to_the_menu() throws Exception {
        openWorkflow("latent", undecoded());
        until("the status line counts", () -> onEdt(() -> window.named("problems.toggle", Component.class).isShowing()));
        window.keys(VK_CONTROL, VK_A);
        window.keys(VK_SHIFT, VK_RIGHT);
        until("it is edited", () -> tabs().stream().noneMatch(t -> t.equals("[latent]")));
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("its form is there", () -> !onEdt(() -> window.named("canvas", Component.class) != null && window.named("canvas", Component.class).isShowing()));
        Path file = home.resolve("latent.easel.json");
        Files.writeString(file, WorkflowFile.text(Document.EMPTY.with(Node.of("grey", "empty-image")).with(Node.of("shown", "preview-image").fedBy("images", OutputRef.of("grey", "image")).at(new Position(300, 0)))));
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 2000));
        until("it is said", () -> onEdt(() -> window.named("file.reload", Component.class) != null && window.named("file.reload", Component.class).isShowing()));
        window.click(window.named("file.reload", Component.class));
        until("nothing is counted any more", () -> onEdt(() -> !window.named("problems.toggle", Component.class).isShowing()));
        until("what paints has the keys, for there are no words", () -> onEdt(() -> window.named("generate", Component.class).isFocusOwner()));
    }

    @Test
    void a_model_that_two_nodes_miss_is_chosen_once_for_both() throws Exception {
        Document two = undecoded().with(Node.of("again", "checkpoint-loader-simple").at(new Position(0, 600)))
                .with(Node.of("decode", "vae-decode").fedBy("samples", OutputRef.of("paint", "latent")).fedBy("vae",
                        OutputRef.of("again", "vae")).at(new Position(900, 0)))
                .with(Node.of("save", "save-image").fedBy("images", OutputRef.of("decode", "image")).at(new Position(1200, 0)));
        for (String id : List.of("load", "again")) {
            two = two.mapNodes(java.util.Set.of(new NodeId(id)), n ->
                    n.with("ckpt_name", Value.of(home.resolve("gone.safetensors").toString())));
        }
        openWorkflow("models", two);
        window.keys(VK_CONTROL, VK_SHIFT, VK_M);
        until("both are told, and one button is for both", () -> text("remedy.choose-for-all").equals("Choose for all 2…"));
        window.click(onEdt(() -> window.named("remedy.choose-for-all", Component.class)));
        Path model = home.resolve("model.safetensors");
        choose(model);
        until("both have it", () -> onEdt(() -> canvas().document().value(InputRef.of("load",
                "ckpt_name")).equals(java.util.Optional.of(Value.of(model.toString())))
                && canvas().document().value(InputRef.of("again",
                        "ckpt_name")).equals(java.util.Optional.of(Value.of(model.toString())))));
        until("nobody misses it", () -> problems().isEmpty());
        window.keys(VK_CONTROL, VK_Z);
        until("one step", () -> text("remedy.choose-for-all").equals("Choose for all 2…"));
    }

    @Test
    void a_model_that_is_missed_inside_a_subgraph_too_is_chosen_once_for_all_levels() throws Exception {
        Document flat = undecoded().with(Node.of("again", "checkpoint-loader-simple").at(new Position(0, 600)))
                .with(Node.of("decode", "vae-decode").fedBy("samples", OutputRef.of("paint", "latent")).fedBy("vae", OutputRef.of("again", "vae")).at(new Position(900, 0)))
                .with(Node.of("save", "save-image").fedBy("images", OutputRef.of("decode", "image")).at(new Position(1200, 0)));
        Value gone = Value.of(home.resolve("gone.safetensors").toString());
        for (String id : List.of("load", "again")) {
            flat = flat.mapNodes(java.util.Set.of(new NodeId(id)), n -> n.with("ckpt_name", gone));
        }
        Document nested = easel.graph.Packing.of(flat, java.util.Set.of(new NodeId("again"), new NodeId("decode")), easel.graph.Phrase.of("Decoding", "解码"), List.of(), List.of(),
                easel.nodes.Catalogue::schema).orElseThrow().on(flat);
        openWorkflow("levels", nested);
        window.keys(VK_CONTROL, VK_SHIFT, VK_M);
        until("one button is for both levels", () -> text("remedy.choose-for-all").equals("Choose for all 2…"));
        window.click(onEdt(() -> window.named("remedy.choose-for-all", Component.class)));
        choose(home.resolve("model.safetensors"));
        until("nobody misses it", () -> problems().stream().noneMatch(p -> p.contains("gone")));
        until("somebody still has the keys", () -> onEdt(() -> window.frame().getFocusOwner() != null));
        assertThat(onEdt(() -> canvas().document().value(InputRef.of("subgraph/again", "ckpt_name")))).as("inside").contains(Value.of(home.resolve("model.safetensors").toString()));
        window.keys(VK_CONTROL, VK_Z);
        until("one step", () -> onEdt(() -> canvas().document().value(InputRef.of("subgraph/again", "ckpt_name")).equals(java.util.Optional.of(gone))
                && canvas().document().value(InputRef.of("load", "ckpt_name")).equals(java.util.Optional.of(gone))));
    }

    @Test
    void a_model_that_lies_in_another_folder_than_the_workflow_says_is_taken_with_one_press() throws Exception {
        java.nio.file.Files.createDirectories(home.resolve("ComfyUI/models/checkpoints/XL"));
        java.nio.file.Files.writeString(home.resolve("ComfyUI/models/checkpoints/XL/Dream.safetensors"), "weights");
        java.nio.file.Files.createDirectories(home.resolve("config"));
        java.nio.file.Files.writeString(home.resolve("config/model-folders.txt"), home.resolve("ComfyUI") + "\n");
        openWorkflow("theirs", undecoded().mapNodes(java.util.Set.of(new NodeId("load")), n -> n.with("ckpt_name", Value.of("sdxl\\dream.safetensors"))));
        window.keys(VK_CONTROL, VK_SHIFT, VK_M);
        until("it is offered", () -> text("mend.use-namesake").equals("Use XL/Dream.safetensors"));
        window.click(onEdt(() -> window.named("mend.use-namesake", Component.class)));
        until("it is taken", () -> onEdt(() -> canvas().document().value(InputRef.of("load", "ckpt_name")).equals(java.util.Optional.of(Value.of("XL/Dream.safetensors")))));
        until("and nobody misses it", () -> problems().stream().noneMatch(p -> p.contains("is not there")));
    }

    @Test
    void the_log_has_what_was_said_is_searched_and_cleared_and_its_page_comes_back() throws Exception {
        open(new ScriptedEngine(1, 5, _ -> new easel.engine.Failure.EngineDied("scripted end")));
        window.keys(VK_CONTROL, VK_ENTER);
        until("it fails", () -> texts().contains("No picture this time"));
        window.keys(VK_CONTROL, VK_SHIFT, VK_J);
        until("the engine's words are there", () -> log().stream().anyMatch(l -> l.contains("scripted failure at step")));
        int all = log().size();
        onEdt(() -> window.named("log.words", Component.class).requestFocusInWindow());
        until("the search has the keys", () -> onEdt(() -> window.named("log.words", Component.class).isFocusOwner()));
        window.type("failure scripted");
        until("only what fits is left", () -> !log().isEmpty() && log().stream().allMatch(l -> l.contains("scripted failure")));
        assertThat(log().size()).isLessThan(all);
        onEdt(() -> {
            window.named("log.words", JTextField.class).setText("");
            window.named("log.copy", AbstractButton.class).doClick();
            return null;
        });
        String copied = onEdt(() ->
                (String) java.awt.Toolkit.getDefaultToolkit().getSystemClipboard().getData(java.awt.datatransfer.DataFlavor.stringFlavor));
        assertThat(copied.lines().count()).isEqualTo(all);
        window.click(onEdt(() -> window.named("log.clear", Component.class)));
        until("it is empty", () -> log().isEmpty());
        window.close();
        open(ScriptedEngine.quick());
        until("the log is open again", () -> onEdt(() -> window.named("log", Component.class) != null
                && window.named("log", Component.class).isShowing()));
        window.click(onEdt(() -> window.named("drawer.queue", Component.class)));
        until("one press away from the queue", () -> onEdt(() -> window.named("queue-drawer", Component.class).isShowing()
                && !window.named("log", Component.class).isShowing()));
        window.click(onEdt(() -> window.named("drawer.hide", Component.class)));
        until("and one from none", () -> onEdt(() -> !window.named("drawer", Component.class).isShowing()));
    }

    private List<String> log() {
        return onEdt(() -> {
            JList<?> list = window.named("log", JList.class);
            List<String> lines = new ArrayList<>();
            for (int i = 0; list != null && i < list.getModel().getSize(); i++) {
                lines.add(list.getModel().getElementAt(i).toString());
            }
            return lines;
        });
    }
}
