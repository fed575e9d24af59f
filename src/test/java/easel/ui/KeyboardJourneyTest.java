package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_DELETE;
import static java.awt.event.KeyEvent.VK_DOWN;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_LEFT;
import static java.awt.event.KeyEvent.VK_RIGHT;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_SPACE;
import static java.awt.event.KeyEvent.VK_TAB;
import static java.awt.event.KeyEvent.VK_W;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.Value;
import java.awt.Component;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Text to image put together from nothing and run, without a pointer. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class KeyboardJourneyTest extends GraphJourney {

    private Optional<Node> only(String type) {
        return document().nodes().stream().filter(n -> n.type().equals(type)).findFirst();
    }

    private String selected() {
        return onEdt(() -> canvas().selection().stream().map(Object::toString).collect(Collectors.joining(",")));
    }

    private void search(String words, String type) {
        until("the search has the keys", () -> onEdt(() -> window.named("node-search.field", Component.class) instanceof Component c && c.isFocusOwner()));
        window.type(words);
        window.keys(VK_ENTER);
        until(type + " is there and selected", () -> only(type).filter(n -> n.id().text().equals(selected())).isPresent());
        focused();
    }

    /** Goes down the menu that is open to a line that begins so. */
    private void line(String begins) {
        until("a menu is open", () -> onEdt(() -> MenuSelectionManager.defaultManager().getSelectedPath().length > 1));
        for (int i = 0; i < 20 && !chosen().startsWith(begins); i++) {
            String before = chosen();
            window.keys(VK_DOWN);
            until("the next line", () -> !chosen().equals(before));
        }
        assertThat(chosen()).startsWith(begins);
    }

    private static String chosen() {
        return onEdt(() -> {
            MenuElement[] path = MenuSelectionManager.defaultManager().getSelectedPath();
            return path.length > 0 && path[path.length - 1].getComponent() instanceof javax.swing.JMenuItem item ? item.getText() : "";
        });
    }

    /** A new node at a socket of the selected one. */
    private void grow(String socket, String words, String type) {
        window.keys(VK_W);
        line(socket);
        window.keys(VK_RIGHT);
        line("New node");
        window.keys(VK_ENTER);
        search(words, type);
    }

    private void edited(String name) {
        until(name + " is edited", () -> onEdt(() -> window.named("in-place.field", Component.class) instanceof Component c && c.isFocusOwner()
                && name.equals(c.getAccessibleContext().getAccessibleName())));
    }

    private void over(String text) {
        onEdt(() -> {
            window.named("in-place.field", JTextComponent.class).selectAll();
            return null;
        });
        window.type(text);
    }

    @Test
    void text_to_image_is_built_and_run_by_keys_alone() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        window.keys(VK_CONTROL, VK_A);
        window.keys(VK_DELETE);
        until("nothing is left", () -> document().size() == 0);
        window.keys(VK_SPACE);
        search("sampler", "sampler");
        grow("Model", "load check", "load-checkpoint");
        window.keys(VK_CONTROL, VK_RIGHT);
        until("back along the wire", () -> selected().equals("sampler"));
        grow("Picture", "save picture", "save-picture");
        window.keys(VK_CONTROL, VK_LEFT);
        until("back again", () -> selected().equals("sampler"));
        grow("Prompt", "prompt", "prompt");
        window.keys(VK_ENTER);
        edited("Text");
        window.type("a quiet sea");
        window.keys(VK_TAB);
        focused();
        until("the words are in", () -> document().value(InputRef.of("prompt", "text")).equals(Optional.of(Value.of("a quiet sea"))));
        window.keys(VK_CONTROL, VK_RIGHT);
        until("at the sampler", () -> selected().equals("sampler"));
        window.keys(VK_ENTER);
        edited("Width");
        over("64");
        window.keys(VK_TAB);
        edited("Height");
        over("64");
        window.keys(VK_ENTER);
        focused();
        window.keys(VK_LEFT);
        until("an arrow goes to what stands there", () -> !selected().equals("sampler"));
        Node sampler = only("sampler").orElseThrow();
        assertThat(sampler.input("model")).isPresent();
        assertThat(sampler.input("positive")).isPresent();
        assertThat(only("save-picture").orElseThrow().input("picture")).isPresent();
        while (!selected().equals("load-checkpoint")) {
            String before = selected();
            window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_UP);
            until("further up", () -> !selected().equals(before));
        }
        window.keys(VK_ENTER);
        edited("Checkpoint");
        window.type("choose a");
        window.keys(VK_ENTER);
        choose(home.resolve("model.safetensors"));
        until("the model is chosen", () -> only("load-checkpoint").orElseThrow().value("checkpoint").equals(Optional.of(Value.of(home.resolve("model.safetensors").toString()))));
        window.keys(VK_CONTROL, VK_ENTER);
        until("a picture is painted and saved", () -> pictures().size() == 1);
    }

}
