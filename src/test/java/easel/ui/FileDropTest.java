package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.OutputRef;
import easel.graph.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JLabel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Files dropped on the canvas: two halves for a workflow, one place for everything else. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class FileDropTest extends GraphJourney {

    @BeforeEach
    void openNodes() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
    }

    private Path flow() throws Exception {
        Path flow = home.resolve("other.easel.json");
        WorkflowFile.write(flow, Document.EMPTY.with(Node.of("a", "prompt")).with(Node.of("b", "sampler").fedBy("positive", OutputRef.of("a", "prompt"))));
        return flow;
    }

    @Test
    void a_held_workflow_shows_two_halves_and_each_does_what_it_says() throws Exception {
        Path flow = flow();
        int before = document().size();
        HeldFiles.over(window).hold(flow, 0.7, "Insert here");
        assertThat(HeldFiles.over(window).move(flow, 0.2)).isEqualTo("Open in new tab");
        assertThat(HeldFiles.over(window).move(flow, 0.8)).isEqualTo("Insert here");
        HeldFiles.over(window).let(flow, 0.8);
        until("inserted", () -> document().size() == before + 2);
        assertThat(tabs()).hasSizeLessThan(2);
        HeldFiles.over(window).hold(flow, 0.2, "Open in new tab");
        HeldFiles.over(window).let(flow, 0.2);
        until("in a tab", () -> tabs().size() == 2 && document().size() == 2);
    }

    @Test
    void files_that_are_told_only_when_they_are_let_go_open_no_tab_because_none_was_offered() throws Exception {
        int before = document().size();
        HeldFiles.over(window).letUnknown(flow(), 0.2);
        until("inserted, as it said", () -> document().size() == before + 2);
        assertThat(tabs()).hasSizeLessThan(2);
    }

    @Test
    void a_picture_of_ours_is_opened_or_inserted_with_its_workflow() throws Exception {
        window.keys(VK_CONTROL, VK_ENTER);
        until("a picture is saved", () -> pictures().size() == 1);
        Document painted = document();
        Path picture = window.pictures().resolve(pictures().getFirst());
        HeldFiles.over(window).hold(picture, 0.8, "Insert here");
        HeldFiles.over(window).let(picture, 0.8);
        until("inserted", () -> document().size() == 2 * painted.size());
        focused();
        window.keys(VK_CONTROL, VK_Z);
        until("in one step", () -> document().size() == painted.size());
        HeldFiles.over(window).hold(picture, 0.2, "Open in new tab");
        HeldFiles.over(window).let(picture, 0.2);
        until("in a tab", () -> tabs().size() == 2);
        until("with its nodes", () -> onEdt(() -> canvas() != null) && document().nodes().size() == painted.size());
    }

    /** A model file of one tensor with a name that tells its kind. */
    private Path model(String file, String tensor) throws Exception {
        byte[] header = ("{\"" + tensor + "\":{\"dtype\":\"F16\",\"shape\":[2,2],\"data_offsets\":[0,8]}}").getBytes(StandardCharsets.UTF_8);
        return Files.write(home.resolve(file), ByteBuffer.allocate(8 + header.length + 8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header).array());
    }

    private Optional<Node> loading(String type, Path file) {
        return document().nodes().stream().filter(n -> n.type().equals(type) && n.values().containsValue(Value.of(file.toString()))).findFirst();
    }

    @Test
    void a_model_becomes_the_node_that_loads_its_kind_as_its_header_says_whatever_half_it_falls_on() throws Exception {
        Path lora = model("style.safetensors", "lora_unet_a.lora_up.weight");
        Path control = model("pose.safetensors", "control_model.input_hint_block.0.weight");
        HeldFiles.over(window).hold(lora, 0.2, "Add here");
        HeldFiles.over(window).let(lora, 0.2);
        until("a LoRA", () -> loading("lora-loader", lora).isPresent());
        HeldFiles.over(window).hold(control, 0.8, "Add here");
        HeldFiles.over(window).let(control, 0.8);
        until("a ControlNet", () -> loading("control-net-loader", control).isPresent());
        assertThat(tabs()).hasSizeLessThan(2);
        assertThat(onEdt(() -> canvas().selection())).containsExactly(loading("control-net-loader", control).orElseThrow().id());
    }

    @Test
    void a_folder_adds_nothing_and_is_said_in_a_sentence() throws Exception {
        Document before = document();
        Path folder = Files.createDirectory(home.resolve("holidays"));
        HeldFiles.over(window).hold(folder, 0.2, "Add here");
        HeldFiles.over(window).let(folder, 0.2);
        until("it is said", () -> onEdt(() -> window.named("notice", JLabel.class).getText()).equals("holidays is a folder. Drop the files in it."));
        assertThat(document()).isEqualTo(before);
    }
}
