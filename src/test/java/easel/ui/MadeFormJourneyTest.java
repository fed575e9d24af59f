package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.format.WorkflowFile;
import easel.graph.About;
import easel.graph.Document;
import easel.graph.Form;
import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** A workflow that brings no form is used from the simple face all the same. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class MadeFormJourneyTest extends GraphJourney {

    private boolean isShowing(String name) {
        return onEdt(() -> window.named(name, Component.class) instanceof Component c && c.isShowing());
    }

    @Test
    void its_prompt_is_typed_a_picture_is_painted_and_the_form_is_kept_and_given_back() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        Path file = home.resolve("bare.easel.json");
        Document bare = document().with(Form.NONE).about(About.NOTHING);
        WorkflowFile.write(file, bare);
        until("it is taken", () -> SingleWindow.handOver(home.resolve("state"), List.of(file)));
        until("its nodes are there", () -> tabs().equals(List.of("[bare]")) && document().equals(bare));
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("a form that was made", () -> isShowing("form.made") && isShowing("prompt"));
        typeAtEnd(" at dusk");
        assertThat(isShowing("form.made")).isTrue();
        window.keys(VK_CONTROL, VK_ENTER);
        until("a picture", () -> pictures().size() == 1);
        window.click(onEdt(() -> window.named("form.made.keep", Component.class)));
        until("the form is the workflow's own", () -> !isShowing("form.made") && isShowing("prompt") && prompt().endsWith(" at dusk"));
        onEdt(() -> window.named("generate", Component.class).requestFocusInWindow());
        window.keys(VK_CONTROL, VK_Z);
        until("and not any more", () -> isShowing("form.made"));
    }

    @Test
    void a_picture_dropped_on_the_second_of_two_picture_fields_stands_there_and_not_in_the_first() throws Exception {
        open(ScriptedEngine.quick());
        Path picture = home.resolve("mine.png");
        new PictureFile(Picture.of(8, 8, 3, new byte[8 * 8 * 3]), PictureTexts.none()).write(picture);
        Path file = Files.writeString(home.resolve("two.easel.json"), """
                {"easel": 1, "form": [
                    {"name": "under", "sets": [["a", "file"]], "label": {"en": "Under"}, "control": "picture"},
                    {"name": "over", "sets": [["b", "file"]], "label": {"en": "Over"}, "control": "picture"}],
                 "nodes": [{"id": "a", "type": "load-picture", "at": [0, 0]}, {"id": "b", "type": "load-picture", "at": [0, 200]},
                    {"id": "mix", "type": "blend", "at": [300, 0], "inputs": {"under": ["a", "picture"], "over": ["b", "picture"]}}]}
                """);
        until("it is taken", () -> SingleWindow.handOver(home.resolve("state"), List.of(file)));
        until("both fields are there", () -> isShowing("under") && isShowing("over"));
        assertThat(OpenWindow.dropOn(onEdt(() -> window.named("over", JComponent.class)), picture)).isTrue();
        until("it stands in the second", () -> isShowing("over.remove") && !isShowing("over"));
        assertThat(isShowing("under")).as("the first still asks for one").isTrue();
    }
}
