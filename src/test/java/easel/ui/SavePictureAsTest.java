package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_ALT;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_S;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class SavePictureAsTest extends WindowJourney {

    @TempDir Path elsewhere;

    @Test
    void a_name_without_its_ending_does_not_write_over_a_picture_unasked() throws Exception {
        Path there = Files.writeString(elsewhere.resolve("hills.png"), "somebody's picture");
        open(new ScriptedEngine(1, 10, _ -> null));
        window.keys(VK_CONTROL, VK_ENTER);
        until("it is painted", () -> onEdt(() -> window.named("strip", JList.class).getModel().getSize()) == 1 && texts().contains("seed"));
        window.keys(VK_CONTROL, VK_ALT, VK_S);
        typeInDialog(elsewhere.resolve("hills"));
        until("it asks again, with the whole name", () -> onEdt(() -> dialog() != null && field(dialog()) != null && field(dialog()).getText().endsWith("hills.png")));
        assertThat(there).hasContent("somebody's picture");
        until("it has the keys", () -> onEdt(() -> dialog().getFocusOwner() != null));
        window.keys(VK_ESCAPE);
        until("the dialog is gone", () -> onEdt(() -> dialog() == null));
        assertThat(there).hasContent("somebody's picture");
        window.keys(VK_CONTROL, VK_ALT, VK_S);
        choose(elsewhere.resolve("lakes"));
        until("it is saved", () -> Files.exists(elsewhere.resolve("lakes.png")));
    }
}
