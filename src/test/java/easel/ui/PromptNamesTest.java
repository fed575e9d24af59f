package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_DOWN;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_MINUS;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_TAB;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Names that a prompt can have, offered while one writes it, and styles to choose. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class PromptNamesTest extends WindowJourney {

    private void write(String path, String text) throws Exception {
        Path file = home.resolve("data").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private boolean offers(int many) {
        return onEdt(() -> window.named("names.found", JList.class) instanceof JList<?> list && list.isShowing() && list.getModel().getSize() == many);
    }

    private void gone() {
        until("nothing is offered", () -> onEdt(() -> window.named("names.found", Component.class) == null));
    }

    @Test
    void a_wildcard_is_offered_after_two_underscores_and_taken_with_enter() throws Exception {
        write("wildcards/weather.txt", "rain");
        write("wildcards/places/coast.txt", "a beach");
        open(ScriptedEngine.quick());
        String before = prompt();
        typeAtEnd(", ");
        window.keys(VK_SHIFT, VK_MINUS);
        window.keys(VK_SHIFT, VK_MINUS);
        until("both are offered", () -> offers(2));
        window.type("we");
        until("one is left", () -> offers(1));
        window.keys(VK_ENTER);
        until("it stands there", () -> prompt().equals(before + ", __weather__"));
        gone();
    }

    @Test
    void arrows_choose_and_tab_takes_and_escape_goes_on_without() throws Exception {
        write("models/loras/ink.safetensors", "");
        write("models/loras/wet.safetensors", "");
        open(ScriptedEngine.quick());
        String before = prompt();
        typeAtEnd(" <");
        until("both are offered", () -> offers(2));
        window.keys(VK_DOWN);
        window.keys(VK_TAB);
        until("the second stands there", () -> prompt().equals(before + " <lora:wet:1>"));
        window.type(" <");
        until("both are offered again", () -> offers(2));
        window.keys(VK_ESCAPE);
        gone();
        assertThat(prompt()).isEqualTo(before + " <lora:wet:1> <");
    }

    @Test
    void an_embedding_is_offered_where_a_word_begins_like_it() throws Exception {
        write("models/embeddings/EasyNegative.pt", "");
        open(ScriptedEngine.quick());
        String before = prompt();
        typeAtEnd(" ea");
        until("it is offered", () -> offers(1));
        window.keys(VK_ENTER);
        until("it stands there", () -> prompt().equals(before + " EasyNegative"));
    }

    @Test
    void several_styles_can_be_chosen_and_the_form_says_which() throws Exception {
        write("styles.csv", "name,prompt,negative_prompt\nDusk,sunset,\nNight,night,\n");
        open(ScriptedEngine.quick());
        JButton button = onEdt(() -> window.named("styles", JButton.class));
        onEdt(() -> {
            button.doClick(0);
            return null;
        });
        until("they are listed", () -> onEdt(() -> window.named("styles.Dusk", Component.class) != null));
        onEdt(() -> {
            window.named("styles.Dusk", JCheckBox.class).doClick(0);
            window.named("styles.Night", JCheckBox.class).doClick(0);
            return null;
        });
        until("both are chosen", () -> onEdt(() -> button.getText().equals("Dusk, Night")));
        onEdt(() -> {
            window.named("styles.Dusk", JCheckBox.class).doClick(0);
            return null;
        });
        until("one is left", () -> onEdt(() -> button.getText().equals("Night")));
    }
}
