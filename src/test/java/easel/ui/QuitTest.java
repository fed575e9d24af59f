package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_S;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import easel.ui.task.Lane;
import easel.ui.task.Task;
import java.awt.EventQueue;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Closing while a workflow is on its way to a slow disk. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class QuitTest extends WindowJourney {

    private final CountDownLatch disk = new CountDownLatch(1);

    @AfterEach
    void free() {
        disk.countDown();
    }

    /** Begins to save; the disk is busy until it is let go. */
    private void saveSlowly(Path file) throws Exception {
        open(ScriptedEngine.quick());
        typeAtEnd(" mine");
        for (int thread = 0; thread < 2; thread++) {
            Task.of(Lane.SAVING, () -> {
                disk.await();
                return "";
            }).start();
        }
        window.keys(VK_CONTROL, VK_SHIFT, VK_S);
        choose(file);
        askToClose();
        until("it says what it waits for", () -> texts().contains("is still being saved"));
        assertThat(isOpen()).isTrue();
        assertThat(file).doesNotExist();
    }

    private void askToClose() {
        EventQueue.invokeLater(() -> window.frame().dispatchEvent(new WindowEvent(window.frame(), WindowEvent.WINDOW_CLOSING)));
    }

    private boolean isOpen() {
        return onEdt(() -> window.frame().isDisplayable());
    }

    @Test
    void a_workflow_that_is_being_saved_is_saved_before_the_window_closes_by_itself() throws Exception {
        Path file = home.resolve("slow.easel.json");
        saveSlowly(file);
        disk.countDown();
        until("it closes", () -> !isOpen());
        assertThat(content(file)).contains(" mine");
    }

    @Test
    void whoever_closes_again_does_not_wait_and_the_workflow_comes_back() throws Exception {
        saveSlowly(home.resolve("slow.easel.json"));
        askToClose();
        until("it closes", () -> !isOpen());
        disk.countDown();
        window.close();
        open(ScriptedEngine.quick());
        assertThat(prompt()).endsWith(" mine");
    }

    @Test
    void where_it_cannot_be_saved_the_window_stays_and_says_so() throws Exception {
        Path folder = Files.createDirectory(home.resolve("stick"));
        saveSlowly(folder.resolve("slow.easel.json"));
        Files.delete(folder);
        Files.writeString(folder, "no folder any more");
        disk.countDown();
        until("it says so", () -> texts().contains("A workflow could not be saved, so Easel stays open."));
        assertThat(isOpen()).isTrue();
        askToClose();
        until("it closes all the same", () -> !isOpen());
    }
}
