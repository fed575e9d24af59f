package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_DELETE;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_J;
import static java.awt.event.KeyEvent.VK_N;
import static java.awt.event.KeyEvent.VK_PAGE_UP;
import static org.assertj.core.api.Assertions.assertThat;

import easel.ui.desk.JobCard;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class QueueDrawerTest extends WindowJourney {

    /** The cards as kinds of state, in their order. */
    private List<String> cards() {
        return onEdt(() -> {
            JList<?> list = window.named("queue", JList.class);
            List<String> states = new ArrayList<>();
            for (int i = 0; list != null && i < list.getModel().getSize(); i++) {
                states.add(((JobCard) list.getModel().getElementAt(i)).state().getClass().getSimpleName());
            }
            return states;
        });
    }

    private void generate() {
        window.keys(VK_CONTROL, VK_ENTER);
    }

    @Test
    void two_workflows_share_the_queue_and_each_follows_its_own() throws Exception {
        ScriptedEngine engine = ScriptedEngine.holdingAt(3);
        open(engine);
        window.keys(VK_CONTROL, VK_J);
        until("the drawer is open", () -> onEdt(() -> window.named("queue-drawer", Component.class) instanceof Component drawer && drawer.isShowing()));
        typeAtEnd(" one");
        generate();
        until("the first runs", () -> cards().equals(List.of("Running")));
        window.keys(VK_CONTROL, VK_N);
        typeAtEnd(" two");
        generate();
        until("the second waits for its turn", () -> cards().equals(List.of("Running", "Waiting")) && texts().contains("Waiting for its turn"));
        assertThat(onEdt(() -> window.named("queue.summary", JLabel.class).getText())).isEqualTo("1 waiting");
        assertThat(onEdt(() -> window.named("queue.toggle", AbstractButton.class).getText())).isEqualTo("Queue: 1");
        window.keys(VK_CONTROL, VK_PAGE_UP);
        until("the first is followed here", () -> texts().contains("of 20"));
        engine.letGo();
        until("both are done", () -> cards().equals(List.of("Done", "Done")));
        assertThat(onEdt(() -> window.named("strip", JList.class).getModel().getSize())).as("one picture each").isEqualTo(1);
    }

    @Test
    void one_job_is_taken_back_by_keys_and_the_rest_by_one_button() throws Exception {
        ScriptedEngine engine = ScriptedEngine.holdingAt(3);
        open(engine);
        window.keys(VK_CONTROL, VK_J);
        onEdt(() -> {
            ((AbstractButton) four(window.frame())).doClick();
            return null;
        });
        generate();
        until("four are there", () -> cards().equals(List.of("Running", "Waiting", "Waiting", "Waiting")));
        onEdt(() -> {
            JList<?> list = window.named("queue", JList.class);
            list.requestFocusInWindow();
            list.setSelectedIndex(2);
            return null;
        });
        until("the list has the keys", () -> onEdt(() -> window.named("queue", JList.class).isFocusOwner()));
        window.keys(VK_DELETE);
        until("one is taken back", () -> cards().equals(List.of("Running", "Waiting", "Waiting", "Cancelled")));
        window.click(window.named("queue.cancel-all", Component.class));
        engine.letGo();
        until("all are", () -> cards().equals(List.of("Cancelled", "Cancelled", "Cancelled", "Cancelled")));
        assertThat(texts()).contains("Cancelled");
    }

    private static Component four(java.awt.Container in) {
        for (Component c : in.getComponents()) {
            if (c instanceof AbstractButton b && "4".equals(b.getText())) {
                return b;
            }
            if (c instanceof java.awt.Container inner && four(inner) instanceof Component found) {
                return found;
            }
        }
        return null;
    }

    @Test
    void a_paused_queue_finishes_what_runs_and_goes_on_when_told() throws Exception {
        ScriptedEngine engine = ScriptedEngine.holdingAt(3);
        open(engine);
        window.keys(VK_CONTROL, VK_J);
        onEdt(() -> {
            ((AbstractButton) four(window.frame())).doClick();
            return null;
        });
        generate();
        until("four are there", () -> cards().equals(List.of("Running", "Waiting", "Waiting", "Waiting")));
        window.click(window.named("queue.pause", Component.class));
        until("it is paused", () -> onEdt(() -> window.named("queue.summary", JLabel.class).getText()).contains("Paused"));
        engine.letGo();
        until("one is done, three are held", () -> cards().equals(List.of("Waiting", "Waiting", "Waiting", "Done")));
        assertThat(onEdt(() -> window.named("queue.summary", JLabel.class).getText())).isEqualTo("Paused, 3 waiting");
        List<String> before = titles();
        onEdt(() -> {
            JList<?> list = window.named("queue", JList.class);
            list.requestFocusInWindow();
            list.setSelectedIndex(2);
            return null;
        });
        until("the list has the keys", () -> onEdt(() -> window.named("queue", JList.class).isFocusOwner()));
        window.keys(java.awt.event.KeyEvent.VK_ALT, java.awt.event.KeyEvent.VK_LEFT);
        until("the last is the second now", () -> titles().equals(List.of(before.get(0), before.get(2), before.get(1), before.get(3))));
        window.click(window.named("queue.pause", Component.class));
        until("all are done", () -> cards().equals(List.of("Done", "Done", "Done", "Done")));
    }

    private List<String> titles() {
        return onEdt(() -> {
            JList<?> list = window.named("queue", JList.class);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < list.getModel().getSize(); i++) {
                ids.add(((JobCard) list.getModel().getElementAt(i)).job().id().toString());
            }
            return ids;
        });
    }
}
