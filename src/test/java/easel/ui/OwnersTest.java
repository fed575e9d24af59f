package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_N;
import static java.awt.event.KeyEvent.VK_PAGE_DOWN;
import static java.awt.event.KeyEvent.VK_PAGE_UP;
import static org.assertj.core.api.Assertions.assertThat;

import javax.swing.JList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Whose a job is that an earlier time has left. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class OwnersTest extends WindowJourney {

    private int inStrip() {
        return onEdt(() -> window.named("strip", JList.class).getModel().getSize());
    }

    @Test
    void a_job_left_on_the_queue_paints_for_the_tab_that_asked_and_not_for_another_of_the_same_preset() throws Exception {
        open(ScriptedEngine.holdingAt(5));
        typeAtEnd(" one");
        window.keys(VK_CONTROL, VK_N);
        until("there are two", () -> tabs().size() == 2 && !prompt().endsWith(" one"));
        typeAtEnd(" two");
        window.keys(VK_CONTROL, VK_ENTER);
        until("it is being painted", () -> texts().contains("Step 4"));
        window.keys(VK_CONTROL, VK_PAGE_UP);
        until("the first is in front", () -> prompt().endsWith(" one"));
        window.close();
        open(ScriptedEngine.quick());
        until("the first is in front again", () -> prompt().endsWith(" one"));
        until("the picture is painted", () -> window.pictures().toFile().list((_, name) -> name.endsWith(".png")) instanceof String[] all && all.length == 1);
        window.keys(VK_CONTROL, VK_PAGE_DOWN);
        until("it is the second's", () -> prompt().endsWith(" two") && inStrip() == 1);
        window.keys(VK_CONTROL, VK_PAGE_UP);
        until("the first is in front once more", () -> prompt().endsWith(" one"));
        assertThat(inStrip()).isZero();
    }
}
