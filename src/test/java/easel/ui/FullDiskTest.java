package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static org.assertj.core.api.Assertions.assertThat;

import easel.support.TinyDisk;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Closing on a disk without room, a real one. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class FullDiskTest extends WindowJourney {

    private static final String SAID = "What is open could not be kept (no space left on the disk)";

    /** As the system asks for it, with the cross in the window's corner. */
    private void askToClose() {
        EventQueue.invokeLater(() -> window.frame().dispatchEvent(new WindowEvent(window.frame(), WindowEvent.WINDOW_CLOSING)));
    }

    private boolean isOpen() {
        return onEdt(() -> window.frame().isDisplayable());
    }

    private void openOn(TinyDisk disk, String words) throws Exception {
        open(ScriptedEngine.quick());
        typeAtEnd(words);
        until("it is kept", () -> content(disk.folder().resolve("desk/desk.json")).contains("\"edited\": true"));
    }

    @Test
    void the_window_stays_says_so_in_a_sentence_and_closes_once_there_is_room() throws Exception {
        try (TinyDisk disk = TinyDisk.in(home.resolve("state"), 2000)) {
            openOn(disk, " one");
            disk.fill();
            typeAtEnd(" two");
            askToClose();
            until("it says so", () -> texts().contains(SAID));
            assertThat(isOpen()).isTrue();
            assertThat(onEdt(WindowJourney::dialog)).as("nothing to be answered first").isNull();
            disk.free();
            askToClose();
            until("it closes", () -> !isOpen());
            window.close();
            open(ScriptedEngine.quick());
            assertThat(prompt()).endsWith(" one two");
            window.close();
        }
    }

    @Test
    void whoever_goes_on_after_it_was_said_is_told_again_and_whoever_closes_twice_has_what_was_kept_last() throws Exception {
        try (TinyDisk disk = TinyDisk.in(home.resolve("state"), 2000)) {
            openOn(disk, " one");
            disk.fill();
            askToClose();
            until("it says so", () -> texts().contains(SAID));
            typeAtEnd(" two");
            until("what was said is gone", () -> !texts().contains(SAID));
            askToClose();
            until("it says so again", () -> texts().contains(SAID));
            assertThat(isOpen()).isTrue();
            askToClose();
            until("it closes all the same", () -> !isOpen());
            disk.free();
            window.close();
            open(ScriptedEngine.quick());
            assertThat(prompt()).endsWith(" one");
            window.close();
        }
    }

    @Test
    void a_number_that_was_being_typed_when_there_was_room_again_is_kept() throws Exception {
        try (TinyDisk disk = TinyDisk.in(home.resolve("state"), 2000)) {
            openOn(disk, " one");
            disk.fill();
            askToClose();
            until("it says so", () -> texts().contains(SAID));
            onEdt(() -> window.named("steps", Component.class).requestFocusInWindow());
            until("the number has the keys", () -> onEdt(() -> window.named("steps", Component.class).isFocusOwner()));
            window.keys(VK_CONTROL, VK_A);
            window.type("7");
            until("it is typed", () -> steps().equals("7"));
            disk.free();
            askToClose();
            until("it closes", () -> !isOpen());
            window.close();
            open(ScriptedEngine.quick());
            assertThat(steps()).isEqualTo("7");
            window.close();
        }
    }

    private String steps() {
        return onEdt(() -> window.named("steps", JTextComponent.class).getText());
    }

    @Test
    void settings_that_find_no_room_cost_no_word() throws Exception {
        try (TinyDisk disk = TinyDisk.in(home.resolve("config"), 2000)) {
            open(ScriptedEngine.quick());
            disk.fill();
            onEdt(() -> {
                window.frame().setSize(1100, 720);   // the size is a setting
                return null;
            });
            typeAtEnd(" one");
            askToClose();
            until("it says so", () -> texts().contains(SAID));
            askToClose();
            until("it closes", () -> !isOpen());
            disk.free();
            assertThat(Files.list(home.resolve("state/desk"))).isNotEmpty();
            window.close();
            open(ScriptedEngine.quick());
            assertThat(prompt()).endsWith(" one");
            window.close();
        }
    }
}
