package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_COMMA;
import static java.awt.event.KeyEvent.VK_CONTROL;

import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Another program's models in the window. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class ModelFoldersJourneyTest extends WindowJourney {

    @Test
    void folders_are_seen_with_what_is_in_them_and_the_model_field_offers_it() throws Exception {
        Path model = home.resolve("ComfyUI/models/checkpoints/XL/dream.safetensors");
        Files.createDirectories(model.getParent());
        Files.writeString(model, "weights");
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/model-folders.txt"), home.resolve("ComfyUI") + "\n" + home.resolve("gone") + "\n");
        open(ScriptedEngine.quick());
        until("the model field offers it", () -> onEdt(() -> offered("XL/dream.safetensors")));
        window.keys(VK_CONTROL, VK_COMMA);
        until("the settings are there", () -> onEdt(() -> window.named("settings.models", AbstractButton.class) != null));
        onEdt(() -> {
            window.named("settings.models", AbstractButton.class).doClick();
            return null;
        });
        until("both folders are there", () -> onEdt(() -> window.named("models.list", JList.class) != null && window.named("models.list", JList.class).getModel().getSize() == 2));
        onEdt(() -> {
            JList<?> list = window.named("models.list", JList.class);
            list.setSelectedIndex(0);
            window.named("models.remove", AbstractButton.class).doClick();
            return null;
        });
        until("it is written down", () -> !content(home.resolve("config/model-folders.txt")).contains("ComfyUI"));
        until("nothing offers its models", () -> onEdt(() -> !offered("XL/dream.safetensors")));
    }

    private boolean offered(String name) {
        JComboBox<?> field = (JComboBox<?>) window.named("model", Component.class);
        for (int i = 0; i < field.getItemCount(); i++) {
            if (String.valueOf(field.getItemAt(i)).equals(name)) {
                return true;
            }
        }
        return false;
    }
}
