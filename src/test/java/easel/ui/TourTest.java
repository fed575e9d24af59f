package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_P;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_TAB;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.NodeId;
import java.awt.Component;
import java.nio.file.Files;
import java.util.List;
import javax.swing.JLabel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The first minute among nodes. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class TourTest extends GraphJourney {

    private String said() {
        return onEdt(() -> window.named("tour.sentence", JLabel.class) instanceof JLabel l && l.isShowing() ? l.getText() : "");
    }

    private void select(String id) {
        onEdt(() -> {
            canvas().select(List.of(new NodeId(id)));
            return null;
        });
    }

    private void edited() {
        until("it is edited", () -> onEdt(() -> window.named("in-place.field", Component.class) instanceof Component c && c.isFocusOwner()));
    }

    @Test
    void two_pictures_are_painted_one_is_changed_and_the_other_comes_from_the_cache() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_P);
        until("commands", () -> onEdt(() -> window.named("search-list", Component.class) instanceof Component c && c.isFocusOwner()));
        window.type("tour");
        window.keys(VK_ENTER);
        until("the first step", () -> said().startsWith("1 of 3"));
        focused();
        select("model");
        window.keys(VK_ENTER);
        edited();
        window.type("choose a");
        window.keys(VK_ENTER);
        choose(home.resolve("model.safetensors"));
        until("the model is chosen", () -> onEdt(() -> canvas().document().value(easel.graph.InputRef.of("model", "checkpoint"))
                .filter(v -> !v.equals(easel.graph.Value.of("starter"))).isPresent()));
        focused();
        window.keys(VK_CONTROL, VK_ENTER);
        until("both are painted", () -> said().startsWith("2 of 3"));
        select("second-prompt");
        window.keys(VK_ENTER);
        edited();
        window.type("a boat ");
        window.keys(VK_TAB);
        focused();
        window.keys(VK_CONTROL, VK_ENTER);
        until("one of them again", () -> said().startsWith("3 of 3"));
        assertThat(window.pictures().toFile().list()).as("it saves nothing").isNullOrEmpty();
        window.click(onEdt(() -> window.named("tour.skip", Component.class)));
        until("done", () -> said().isEmpty());
    }

    @Test
    void it_is_offered_once_and_can_be_sent_away() throws Exception {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/settings.json"), "{\"version\":1,\"look\":{\"language\":\"ENGLISH\"}}");
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, java.awt.event.KeyEvent.VK_G);
        until("it is offered", () -> said().startsWith("New to nodes?"));
        focused();
        window.click(onEdt(() -> window.named("tour.skip", Component.class)));
        until("sent away", () -> said().isEmpty());
        focused();
        window.close();
        open(ScriptedEngine.quick());
        focused();
        assertThat(said()).as("never again").isEmpty();
    }
}
