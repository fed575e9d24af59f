package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_P;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import easel.run.Preset;
import easel.run.Presets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** A workflow kept as a preset: in the pickers, under another title, and away again. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class OwnPresetsTest extends WindowJourney {

    private Path folder() {
        return home.resolve("data/presets");
    }

    private List<String> offered() {
        return onEdt(() -> {
            JComboBox<?> box = window.named("preset", JComboBox.class);
            List<String> titles = new ArrayList<>();
            for (int i = 0; i < box.getItemCount(); i++) {
                titles.add(box.getItemAt(i).toString());
            }
            return titles;
        });
    }

    private String chosen() {
        return onEdt(() -> String.valueOf(window.named("preset", JComboBox.class).getSelectedItem()));
    }

    private void command(String words) {
        window.keys(VK_CONTROL, VK_SHIFT, VK_P);
        until("the list of commands has the keys", () -> onEdt(() -> window.named("search-list", JTextField.class) instanceof JTextField f && f.isFocusOwner()));
        window.type(words);
        until("the words are there", () -> onEdt(() -> window.named("search-list", JTextField.class).getText().equals(words)));
        window.keys(VK_ENTER);
    }

    private void title(String title) {
        until("the title has the keys", () -> onEdt(() -> window.named("preset.title", JTextField.class) instanceof JTextField f && f.isFocusOwner()));
        window.keys(VK_CONTROL, VK_A);
        window.type(title);
        until("it is typed", () -> onEdt(() -> window.named("preset.title", JTextField.class).getText().equals(title)));
        window.keys(VK_ENTER);
    }

    @Test
    void a_workflow_is_kept_chosen_renamed_and_removed() throws Exception {
        open(ScriptedEngine.quick());
        List<String> before = offered();
        typeAtEnd(", a boat");
        String words = prompt();
        command("save as preset");
        title("boats");
        until("it is offered", () -> offered().contains("boats"));
        Preset kept = Presets.in(folder()).getFirst();
        assertThat(kept.document().about().name()).isEqualTo("own-boats");

        int place = offered().indexOf("boats");
        onEdt(() -> {
            window.named("preset", JComboBox.class).setSelectedIndex(place);
            return null;
        });
        until("it is open", () -> chosen().equals("boats") && prompt().equals(words));

        command("rename preset");
        title("ships");
        until("it is called so", () -> offered().contains("ships") && !offered().contains("boats"));
        until("on the disk too", () -> Presets.in(folder()).getFirst().document().about().title().byTag().get("en").equals("ships"));

        command("remove preset");
        until("it is gone", () -> Presets.in(folder()).isEmpty());
        until("and what is open stays", () -> prompt().equals(words) && offered().containsAll(before.subList(before.size() - 1, before.size())));
    }

    @Test
    void a_preset_of_ones_own_is_there_at_the_next_start() throws Exception {
        open(ScriptedEngine.quick());
        command("save as preset");
        title("mine");
        until("it is kept", () -> !Presets.in(folder()).isEmpty());
        window.close();
        open(ScriptedEngine.quick());
        until("it is offered", () -> offered().contains("mine"));
    }
}
