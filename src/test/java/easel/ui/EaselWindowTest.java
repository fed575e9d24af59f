package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_END;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_TAB;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Failure;
import easel.engine.Rung;
import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JSlider;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
@ExtendWith(EdtFlight.class)
class EaselWindowTest {

    @TempDir
    Path home;

    private OpenWindow window;

    private void open(ScriptedEngine engine, String language) throws Exception {
        window = new OpenWindow(home, engine, language);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        assertThat(EdtWatch.seen()).isEmpty();
    }

    private List<Path> painted() {
        try (Stream<Path> files = Files.list(window.pictures())) {
            return files.filter(f -> f.toString().endsWith(".png")).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private int inStrip() {
        return onEdt(() -> window.named("strip", JList.class).getModel().getSize());
    }

    private String texts() {
        List<String> texts = new ArrayList<>();
        onEdt(() -> {
            gather(window.frame(), texts);
            return null;
        });
        return String.join("|", texts);
    }

    private static void gather(Container in, List<String> texts) {
        for (Component c : in.getComponents()) {
            if (c.isShowing()) {
                switch (c) {
                    case JLabel label when label.getText() != null -> texts.add(label.getText());
                    case JTextComponent text -> texts.add(text.getText());
                    default -> { }
                }
            }
            if (c instanceof Container inner) {
                gather(inner, texts);
            }
        }
    }

    @Test
    void words_typed_and_ctrl_enter_become_a_picture_in_the_folder_that_the_window_names() throws Exception {
        open(ScriptedEngine.quick(), "ENGLISH");
        window.keys(VK_CONTROL, VK_END);
        window.type(" with snow");
        window.keys(VK_CONTROL, VK_ENTER);
        until("the picture is there", () -> painted().size() == 1 && inStrip() == 1 && texts().contains("128 \u00D7 128"));
        String parameters = easel.format.PictureFile.head(painted().getFirst()).texts().get("parameters").orElseThrow();
        assertThat(parameters).startsWith("mountains at sunset, purple sky, sun, clouds with snow");
        assertThat(onEdt(() -> window.named("folder", AbstractButton.class).getText())).contains("pictures");
    }

    @Test
    void cancel_answers_at_once_and_keeps_the_window_usable() throws Exception {
        ScriptedEngine engine = ScriptedEngine.holdingAt(4);
        open(engine, "ENGLISH");
        window.keys(VK_CONTROL, VK_ENTER);
        until("it paints", () -> texts().contains("Step 3 of 20"));
        window.keys(VK_ESCAPE);
        until("it answers before the engine does", () -> texts().contains("Stopping"));
        engine.letGo();
        until("it is cancelled", () -> texts().contains("Cancelled"));
        assertThat(painted()).isEmpty();
        engine.holdAt(4);
        window.keys(VK_CONTROL, VK_ENTER);
        until("it paints again", () -> texts().contains("Step 3 of 20"));
        window.click(window.named("cancel", Component.class));
        engine.letGo();
        until("it is cancelled again", () -> texts().contains("Cancelled"));
    }

    @Test
    void four_variations_are_four_pictures_with_seeds_counting_up() throws Exception {
        open(ScriptedEngine.quick(), "ENGLISH");
        Component four = onEdt(() -> button(window.frame(), "4"));
        window.click(four);
        window.click(window.named("generate", Component.class));
        until("all are there", () -> painted().size() == 4 && inStrip() == 4);
        List<Long> seeds = painted().stream().map(f -> {
            try {
                return easel.format.PictureFile.head(f).texts().infotext().orElseThrow();
            } catch (easel.format.PictureException e) {
                throw new IllegalStateException(e);
            }
        }).map(t -> Long.parseLong(t.toString().replaceAll("(?s).*[Ss]eed[^0-9]{1,12}(\\d+).*", "$1"))).sorted().toList();
        assertThat(seeds.get(3) - seeds.get(0)).isEqualTo(3);
    }

    private static Component button(Container in, String text) {
        for (Component c : in.getComponents()) {
            if (c instanceof AbstractButton b && text.equals(b.getText())) {
                return b;
            }
            if (c instanceof Container inner && button(inner, text) instanceof Component found) {
                return found;
            }
        }
        return null;
    }

    @Test
    void a_failure_says_what_and_offers_to_mend_it() throws Exception {
        open(new ScriptedEngine(1, 5, r -> r.width() > 128 ? new Failure.OutOfMemory(Rung.CPU, "5 GB") : null), "ENGLISH");
        onEdt(() -> {
            window.named("size", JComboBox.class).setSelectedIndex(1);
            return null;
        });
        window.keys(VK_CONTROL, VK_ENTER);
        until("the failure is said", () -> texts().contains("There was not enough memory"));
        window.click(window.named("mend", Component.class));
        until("it is mended and painted", () -> painted().size() == 1);
        assertThat(onEdt(() -> String.valueOf(window.named("size", JComboBox.class).getSelectedItem()))).startsWith("128");
    }

    @Test
    void everything_is_back_after_a_restart() throws Exception {
        open(ScriptedEngine.quick(), "ENGLISH");
        window.keys(VK_CONTROL, VK_END);
        window.type(", kept");
        onEdt(() -> {
            window.named("steps", JTextComponent.class).setText("7");
            window.named("steps", javax.swing.JTextField.class).postActionEvent();
            return null;
        });
        window.keys(VK_CONTROL, VK_ENTER);
        until("the picture is there", () -> painted().size() == 1 && inStrip() == 1 && texts().contains("128 \u00D7 128"));
        String seed = Stream.of(texts().split("\\s{2,}|\\|")).filter(t -> t.startsWith("seed ")).findFirst().orElseThrow();
        window.close();
        open(ScriptedEngine.quick(), "ENGLISH");
        assertThat(onEdt(() -> window.named("prompt", JTextComponent.class).getText())).endsWith(", kept");
        assertThat(onEdt(() -> window.named("steps", JTextComponent.class).getText())).isEqualTo("7");
        until("the picture is looked at", () -> inStrip() == 1 && texts().contains("128 \u00D7 128") && texts().contains(seed));
    }

    @Test
    void undo_takes_what_was_typed_back_in_one_step() throws Exception {
        open(ScriptedEngine.quick(), "ENGLISH");
        String before = onEdt(() -> window.named("prompt", JTextComponent.class).getText());
        window.keys(VK_CONTROL, VK_END);
        window.type("xyz");
        until("it is typed", () -> onEdt(() -> window.named("prompt", JTextComponent.class).getText()).equals(before + "xyz"));
        window.keys(VK_CONTROL, VK_Z);
        until("it is back", () -> onEdt(() -> window.named("prompt", JTextComponent.class).getText()).equals(before));
        window.keys(VK_CONTROL, VK_SHIFT, VK_Z);
        until("it is there again", () -> onEdt(() -> window.named("prompt", JTextComponent.class).getText()).equals(before + "xyz"));
    }

    @Test
    void tab_comes_to_every_control_and_back_to_the_prompt() throws Exception {
        open(ScriptedEngine.quick(), "ENGLISH");
        Set<Component> visited = new LinkedHashSet<>();
        Component prompt = window.named("prompt", Component.class);
        for (int i = 0; i < 60; i++) {
            Component before = onEdt(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
            window.keys(VK_TAB);
            until("the focus moves on", () -> onEdt(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner()) != before);
            Component now = onEdt(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
            visited.add(now);
            if (now == prompt) {
                break;
            }
        }
        assertThat(visited).contains(prompt);
        assertThat(visited.stream().map(Component::getName)).contains("negative.ask", "start", "size", "steps", "sampler", "scheduler", "seed", "seed.dice",
                "seed.lock", "model", "generate", "preset", "folder");
    }

    private boolean drop(Path file) {
        return OpenWindow.dropOn((JComponent) window.frame().getContentPane(), file);
    }

    @Test
    void a_dropped_picture_of_ours_brings_its_settings_back_and_another_one_is_started_from() throws Exception {
        open(ScriptedEngine.quick(), "ENGLISH");
        window.keys(VK_CONTROL, VK_ENTER);
        until("the picture is there", () -> painted().size() == 1 && texts().contains("128 \u00D7 128"));
        String before = onEdt(() -> window.named("prompt", JTextComponent.class).getText());
        onEdt(() -> {
            window.named("prompt", JTextComponent.class).setText("something else");
            return null;
        });
        assertThat(drop(painted().getFirst())).isTrue();
        until("the prompt is back", () -> onEdt(() -> window.named("prompt", JTextComponent.class).getText()).equals(before));
        assertThat(onEdt(() -> window.named("seed.lock", AbstractButton.class).isSelected())).isTrue();

        Path foreign = home.resolve("Foto 1 风景.png");
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", foreign.toFile());
        assertThat(OpenWindow.dropOn(window.named("prompt", JComponent.class), foreign)).isTrue();
        until("it is the start picture", () -> texts().contains("Foto 1 风景.png"));
        assertThat(texts()).contains("Denoising");
        window.click(window.named("start.remove", Component.class));
        until("it is gone", () -> !texts().contains("Foto 1 风景.png"));
    }

    @Test
    void text_is_still_copied_and_pasted_in_the_prompt() throws Exception {
        open(ScriptedEngine.quick(), "ENGLISH");
        String before = onEdt(() -> window.named("prompt", JTextComponent.class).getText());
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_A);
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_C);
        window.keys(VK_CONTROL, VK_END);
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_V);
        until("it is there twice", () -> onEdt(() -> window.named("prompt", JTextComponent.class).getText()).equals(before + before));
    }

    @Test
    void typing_into_a_prompt_of_a_hundred_thousand_characters_does_not_stall() throws Exception {
        open(ScriptedEngine.quick(), "ENGLISH");
        JTextComponent prompt = window.named("prompt", JTextComponent.class);
        onEdt(() -> {
            prompt.setText("a red fox, 狐狸 ".repeat(7000));
            return null;
        });
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            times.add(onEdt(() -> {
                long began = System.nanoTime();
                prompt.getDocument().insertString(prompt.getDocument().getLength() / 2, "x", null);
                prompt.paintImmediately(prompt.getVisibleRect());
                return (System.nanoTime() - began) / 1_000_000;
            }));
        }
        // Half of the keys within what nobody feels; the machine may be busy.
        assertThat(times.stream().sorted().toList().get(15)).isLessThan(100);
    }

    @Test
    void another_language_is_spoken_at_once_and_nothing_is_lost() throws Exception {
        open(ScriptedEngine.quick(), "ENGLISH");
        window.keys(VK_CONTROL, VK_END);
        window.type(" kept");
        window.keys(VK_CONTROL, VK_ENTER);
        until("the picture is there", () -> painted().size() == 1 && texts().contains("128 \u00D7 128"));
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_COMMA);
        until("the settings are open", () -> onEdt(() -> button(window.frame().getLayeredPane(), "中文") != null));
        window.click(onEdt(() -> button(window.frame().getLayeredPane(), "中文")));
        until("it speaks Chinese", () -> texts().contains("生成"));
        assertThat(onEdt(() -> window.named("prompt", JTextComponent.class).getText())).endsWith(" kept");
        assertThat(inStrip()).isEqualTo(1);
    }

    @Test
    void everything_has_a_name_that_can_be_read_aloud() throws Exception {
        open(ScriptedEngine.quick(), "CHINESE");
        List<String> nameless = new ArrayList<>();
        onEdt(() -> {
            nameless(window.frame().getContentPane(), nameless);
            return null;
        });
        assertThat(nameless).isEmpty();
    }

    static void nameless(Container in, List<String> found) {
        for (Component c : in.getComponents()) {
            boolean speaks = c instanceof AbstractButton || c instanceof JTextComponent || c instanceof JComboBox<?> || c instanceof JSlider || c instanceof JList<?>;
            // Arrows of drop-downs are parts of them.
            if (speaks && c.isShowing() && c.isFocusable() && !(in instanceof JComboBox<?>)) {
                AccessibleContext context = c.getAccessibleContext();
                if (context.getAccessibleName() == null || context.getAccessibleName().isBlank()) {
                    found.add(c.getClass().getSimpleName() + " " + c.getName());
                }
            }
            if (c instanceof Container inner) {
                nameless(inner, found);
            }
        }
    }
}
