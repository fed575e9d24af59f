package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.InputRef;
import easel.graph.Value;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** A choice between two sets of settings, one of which is for the bundled model only. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class OptionsJourneyTest extends GraphJourney {

    private static final InputRef STEPS = InputRef.of("s", "steps");

    private AbstractButton segment(String text) {
        return onEdt(() -> (AbstractButton) below(window.named("quality", Container.class))
                .filter(c -> c instanceof AbstractButton b && text.equals(b.getText())).findFirst().orElseThrow());
    }

    private String hint() {
        return onEdt(() -> below(window.named("quality", Container.class).getParent())
                .filter(c -> c instanceof JLabel && c.isVisible()).map(c -> ((JLabel) c).getText()).findFirst().orElse(""));
    }

    private static Stream<Component> below(Container in) {
        return Stream.of(in.getComponents()).flatMap(c -> Stream.concat(Stream.of(c), c instanceof Container inner ? below(inner) : Stream.empty()));
    }

    @Test
    void an_option_for_another_model_waits_for_that_model_and_one_click_sets_all_that_it_stands_for() throws Exception {
        open(ScriptedEngine.quick());
        Path model = Files.writeString(home.resolve("mine.safetensors"), "weights");
        Path file = Files.writeString(home.resolve("quality.easel.json"), """
                {"easel": 1, "form": [
                    {"name": "quality", "sets": [["s", "steps"], ["s", "cfg"]], "needs": ["m", "checkpoint"], "label": {"en": "Quality"}, "control": "choice", "options": [
                        {"label": {"en": "Fast"}, "values": [4, 1], "note": {"en": "Four steps."}, "where": "starter"},
                        {"label": {"en": "Fine"}, "values": [20, 5], "note": {"en": "Twenty steps."}}]},
                    {"name": "model", "sets": [["m", "checkpoint"]], "label": {"en": "Model"}, "control": "model"}],
                 "nodes": [{"id": "m", "type": "load-checkpoint", "at": [0, 0], "values": {"checkpoint": "%s"}}, {"id": "p", "type": "prompt", "at": [0, 300]},
                    {"id": "s", "type": "sampler", "at": [400, 0], "values": {"steps": 7, "cfg": 5}, "inputs": {"model": ["m", "model"], "positive": ["p", "prompt"]}}]}
                """.formatted(model.toString().replace("\\", "\\\\")));
        until("it is taken", () -> SingleWindow.handOver(home.resolve("state"), List.of(file)));
        until("the choice is there", () -> onEdt(() -> window.named("quality", Component.class) instanceof Component c && c.isShowing()));
        assertThat(segment("Fast").isEnabled()).isFalse();
        assertThat(hint()).contains("Settings of your own");
        window.click(segment("Fine"));
        until("it is fine", () -> hint().contains("Fast: not with what is chosen under Model"));
        onEdt(() -> {
            window.named("model", JComboBox.class).setSelectedIndex(0);
            return null;
        });
        until("fast is offered", () -> segment("Fast").isEnabled() && hint().contains("Twenty steps."));
        window.click(segment("Fast"));
        until("it is fast", () -> hint().contains("Four steps."));
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("both settings are in their node", () -> canvas() != null && document().value(STEPS).equals(Optional.of(Value.of(4)))
                && document().value(InputRef.of("s", "cfg")).equals(Optional.of(Value.of(1))));
    }
}
