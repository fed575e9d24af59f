package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_END;
import static java.awt.event.KeyEvent.VK_ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What journeys through the real window share: what is seen, and the ways people go. */
@ExtendWith(EdtFlight.class)
abstract class WindowJourney {

    @TempDir
    Path home;

    OpenWindow window;

    void open(ScriptedEngine engine) throws Exception {
        window = new OpenWindow(home, engine, "ENGLISH");
    }

    @AfterEach
    void close() throws Exception {
        if (window != null) {
            window.close();
        }
        assertThat(EdtWatch.seen()).isEmpty();
    }

    String prompt() {
        return onEdt(() -> window.named("prompt", JTextComponent.class).getText());
    }

    void typeAtEnd(String words) {
        onEdt(() -> window.named("prompt", Component.class).requestFocusInWindow());
        until("the prompt has the keys", () -> onEdt(() -> window.named("prompt", Component.class).isFocusOwner()));
        window.keys(VK_CONTROL, VK_END);
        String before = prompt();
        window.type(words);
        until("it is typed", () -> prompt().equals(before + words));
    }

    /** The names of the tabs as they are read aloud, the one in front in brackets; none while there is no row of them. */
    List<String> tabs() {
        return onEdt(() -> {
            Container row = window.named("tabs", Container.class);
            List<String> names = new ArrayList<>();
            if (row != null && row.isShowing()) {
                // In their order on the screen.
                Arrays.stream(row.getComponents()).filter(c -> c instanceof javax.swing.JToggleButton && c.isVisible())
                        .sorted(java.util.Comparator.comparingInt(Component::getX)).map(c -> (AbstractButton) c).forEach(b -> {
                    String name = b.getAccessibleContext().getAccessibleName();
                    names.add(b.isSelected() ? "[" + name + "]" : name);
                });
            }
            return names;
        });
    }

    /** Types a path into the system's dialog that is open. */
    void choose(Path file) {
        typeInDialog(file);
        until("the dialog is gone", () -> onEdt(() -> dialog() == null));
    }

    /** The same, whatever the dialog then does. */
    void typeInDialog(Path file) {
        until("the dialog has the keys", () -> onEdt(() -> dialog() != null && dialog().getFocusOwner() != null));
        onEdt(() -> field(dialog()).requestFocusInWindow());
        until("its field has the keys", () -> onEdt(() -> dialog().getFocusOwner() instanceof JTextField));
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_A);
        window.type(file.toString());
        window.keys(VK_ENTER);
    }

    static JTextField field(Container in) {
        for (Component c : in.getComponents()) {
            if (c instanceof JTextField field && field.isShowing() && field.isEditable()) {
                return field;
            }
            if (c instanceof Container inner && field(inner) instanceof JTextField found) {
                return found;
            }
        }
        return null;
    }

    static Dialog dialog() {
        return Arrays.stream(Window.getWindows()).filter(w -> w instanceof Dialog && w.isShowing()).map(w -> (Dialog) w).findFirst().orElse(null);
    }

    String texts() {
        List<String> texts = new ArrayList<>();
        onEdt(() -> {
            gather(window.frame(), texts);
            return null;
        });
        return String.join("|", texts);
    }

    private static void gather(Container in, List<String> texts) {
        for (Component c : in.getComponents()) {
            if (c.isShowing() && c instanceof JLabel label && label.getText() != null) {
                texts.add(label.getText());
            }
            if (c instanceof Container inner) {
                gather(inner, texts);
            }
        }
    }

    static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException notYet) {
            return "";
        }
    }
}
