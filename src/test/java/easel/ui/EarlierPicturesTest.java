package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_F;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_V;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Versions;
import easel.graph.NodeId;
import easel.run.Key;
import java.awt.Component;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JTextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Pictures in nodes outlive the window. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class EarlierPicturesTest extends GraphJourney {

    private final AtomicInteger asked = new AtomicInteger();

    /** An engine that counts how often somebody wants to know what it is. */
    private ScriptedEngine counting() {
        return new ScriptedEngine(1, 2, _ -> null) {
            @Override
            public Versions versions() {
                asked.incrementAndGet();
                return super.versions();
            }
        };
    }

    private void painted() throws Exception {
        open(ScriptedEngine.quick());
        turn();
        window.keys(VK_CONTROL, VK_ENTER);
        until("it is painted", () -> says("Save Picture", "done") && pictures().size() == 1);
    }

    private void turn() {
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
    }

    private boolean says(String node, String what) {
        return spoken(node).contains(what);
    }

    @Test
    void they_are_there_after_a_restart_and_no_engine_is_started_for_them() throws Exception {
        painted();
        window.close();
        open(counting());
        until("as known", () -> says("Save Picture", "from cache") && says("Sampler", "from cache") && !says("Sampler", "outdated"));
        window.keys(VK_CONTROL, VK_F);
        until("find has the keys", () -> onEdt(() -> window.named("find.field", JTextField.class) != null
                && window.named("find.field", JTextField.class).isFocusOwner()));
        window.type("sampler");
        window.keys(VK_ENTER);
        until("the sampler is found", () -> onEdt(() -> canvas().selection().size() == 1));
        window.keys(VK_ESCAPE);
        until("the canvas has the keys", () -> onEdt(() -> window.named("canvas", Component.class).isFocusOwner()));
        window.keys(VK_V);
        until("its picture can be looked at", () -> onEdt(() -> window.named("closer", Component.class).isShowing()));
        assertThat(asked).hasValue(0);
    }

    private void changed() throws Exception {
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the form is there", () -> onEdt(() -> window.named("prompt", Component.class).isShowing()));
        typeAtEnd(" x");
        turn();
        until("it is outdated", () -> says("Sampler", "outdated"));
    }

    @Test
    void undo_and_redo_bring_back_what_the_nodes_showed() throws Exception {
        painted();
        changed();
        window.keys(VK_CONTROL, VK_ENTER);
        until("the other one is painted", () -> says("Save Picture", "done") && !says("Save Picture", "outdated") && pictures().size() == 2);
        Map<NodeId, Key> second = onEdt(() -> canvas().shownKeys());
        window.keys(VK_CONTROL, VK_Z);
        until("the first one is back", () -> says("Sampler", "from cache") && !says("Sampler", "outdated") && !says("Save Picture", "outdated"));
        assertThat(onEdt(() -> canvas().shownKeys())).isNotEqualTo(second);
        window.keys(VK_CONTROL, VK_SHIFT, VK_Z);
        until("and the other one", () -> onEdt(() -> canvas().shownKeys()).equals(second) && !says("Sampler", "outdated"));
        assertThat(pictures()).as("nothing was painted for it").hasSize(2);
    }

    @Test
    void one_of_a_document_that_was_changed_is_outdated_and_still_there_after_a_restart() throws Exception {
        painted();
        changed();
        window.close();
        open(counting());
        until("and still there", () -> says("Sampler", "from cache") && says("Sampler", "outdated"));
        assertThat(asked).hasValue(0);
    }
}
