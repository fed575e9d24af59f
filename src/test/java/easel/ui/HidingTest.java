package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_ALT;
import static java.awt.event.KeyEvent.VK_B;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_F10;
import static java.awt.event.KeyEvent.VK_F11;
import static java.awt.event.KeyEvent.VK_F7;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_I;
import static java.awt.event.KeyEvent.VK_P;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_T;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.MenuSelectionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Everything round the picture and the nodes can be hidden, and is found again. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class HidingTest extends GraphJourney {

    private boolean shows(String name) {
        return onEdt(() -> window.named(name, Component.class) instanceof Component c && c.isShowing());
    }

    @Test
    void the_top_bar_is_hidden_by_its_key_and_found_again_among_the_commands_also_after_a_restart() throws Exception {
        open(ScriptedEngine.quick());
        assertThat(shows("faces")).isTrue();
        window.keys(VK_CONTROL, VK_ALT, VK_T);
        until("it is hidden, and the way back is said", () -> !shows("faces") && texts().contains("The top bar is hidden. Ctrl+Alt+T"));
        window.close();
        open(ScriptedEngine.quick());
        assertThat(shows("faces")).as("after a restart").isFalse();
        window.keys(VK_F10);
        until("the menu opens nevertheless", () -> onEdt(() -> MenuSelectionManager.defaultManager().getSelectedPath().length > 0));
        window.keys(VK_ESCAPE);
        until("and closes", () -> onEdt(() -> MenuSelectionManager.defaultManager().getSelectedPath().length == 0));
        window.keys(VK_CONTROL, VK_SHIFT, VK_P);
        until("the commands are listed", () -> shows("search-list"));
        window.type("top bar");
        window.keys(VK_ENTER);
        until("it is there again", () -> shows("faces"));
    }

    @Test
    void the_status_line_is_hidden_and_shown() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_ALT, VK_B);
        until("it is hidden, and the way back is said elsewhere", () -> !shows("folder") && hint().contains("Ctrl+Alt+B"));
        window.keys(VK_CONTROL, VK_ALT, VK_B);
        until("it is there again", () -> shows("folder"));
    }

    @Test
    void a_bar_that_is_hidden_is_brought_back_from_the_menu() throws Exception {
        open(ScriptedEngine.quick());
        for (String bar : List.of("status line", "top bar")) {
            String part = bar.equals("top bar") ? "faces" : "folder";
            for (boolean there : new boolean[] {false, true}) {
                window.keys(VK_F10);
                until("the menu is open", () -> onEdt(() -> MenuSelectionManager.defaultManager().getSelectedPath().length > 0));
                window.click(onEdt(() -> item("Show or hide")));
                until("its lines are open", () -> onEdt(() -> item(bar) != null));
                window.click(onEdt(() -> item(bar)));
                until(bar + (there ? " is there again" : " is hidden"), () -> shows(part) == there);
            }
        }
    }

    /** A line of the menus that are open; null if there is none of these words. */
    private static @Nullable Component item(String words) {
        return Arrays.stream(MenuSelectionManager.defaultManager().getSelectedPath()).filter(JPopupMenu.class::isInstance).map(JPopupMenu.class::cast)
                .flatMap(menu -> Arrays.stream(menu.getComponents())).filter(c -> c instanceof JMenuItem line && line.isShowing() && line.getText().contains(words))
                .findFirst().orElse(null);
    }

    @Test
    void the_whole_menu_is_to_be_seen_on_a_laptop_s_screen() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_F10);
        until("the menu is open", () -> onEdt(() -> MenuSelectionManager.defaultManager().getSelectedPath().length > 0));
        assertThat(onEdt(() -> ((JPopupMenu) MenuSelectionManager.defaultManager().getSelectedPath()[0]).getHeight())).isLessThan(680);
    }

    private String hint() {
        return onEdt(() -> window.named("hint", JLabel.class) instanceof JLabel hint && hint.isShowing() ? hint.getText() : "");
    }

    @Test
    void with_all_hidden_the_way_back_is_said_by_the_key_that_it_has_and_what_is_asked_for_comes_back_with_the_rest() throws Exception {
        Path settings = home.resolve("config/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, """
                {"version":1,"look":{"language":"ENGLISH","appearance":"DARK"},"shown":{"tour":true},"keys":{"changed":{"alone":["F7"]}}}""");
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        window.keys(VK_F7);
        until("the way back is said", () -> !shows("folder") && hint().contains("F7 brings it back"));
        window.keys(VK_CONTROL, VK_ALT, VK_B);
        until("the status line comes with the rest, and nothing is said any more", () -> shows("folder") && shows("faces") && hint().isEmpty());
        window.keys(VK_F7);
        until("hidden again", () -> !shows("folder") && !hint().isEmpty());
        window.keys(VK_CONTROL, VK_I);
        until("the inspector was wanted before", () -> shows("inspector") && shows("folder"));
    }

    @Test
    void one_key_leaves_nothing_but_the_nodes_or_the_picture_and_brings_all_of_it_back() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        window.keys(VK_F11);
        until("the way back is said", () -> hint().contains("F11 brings it back"));
        until("the canvas fills the window", () -> onEdt(() -> {
            Component canvas = window.named("canvas", Component.class);
            return canvas.isFocusOwner() && canvas.getWidth() == window.frame().getContentPane().getWidth()
                    && canvas.getHeight() == window.frame().getContentPane().getHeight();
        }));
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the form is hidden too", () -> !shows("canvas") && !shows("prompt") && !shows("faces"));
        window.keys(VK_CONTROL, VK_ENTER);
        until("a picture is painted all the same", () -> pictures().size() == 1);
        window.keys(VK_F11);
        until("all of it is there again", () -> shows("prompt") && shows("faces") && shows("folder"));
    }
}
