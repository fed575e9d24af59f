package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_COMMA;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_L;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Device;
import easel.ui.canvas.Camera;
import easel.ui.canvas.CanvasAction;
import easel.ui.canvas.CanvasView;
import easel.ui.canvas.Habits;
import easel.ui.theme.Motion;
import java.awt.Component;
import java.awt.Container;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.AbstractButton;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class PreferencesTest extends WindowJourney {

    @Test
    void bounds_on_the_disk_are_typed_in_gigabytes_and_kept() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_COMMA);
        until("the settings are there", () -> onEdt(() -> window.named("settings.cache", Component.class) != null));
        onEdt(() -> window.named("settings.cache", Component.class).requestFocusInWindow());
        until("the field has the keys", () -> onEdt(() -> window.named("settings.cache", Component.class).isFocusOwner()));
        window.keys(VK_CONTROL, VK_A);
        window.type("3.5");
        window.keys(VK_ENTER);
        until("it is kept", () -> content(home.resolve("config/settings.json")).contains("\"cache\": 3.5"));
    }

    @Test
    void an_engine_that_paints_and_answers_later_keeps_neither_the_settings_nor_the_tabs_from_the_disk() throws Exception {
        CountDownLatch painted = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        open(new ScriptedEngine(1, 5, _ -> null) {
            @Override
            public List<Device> devices() {
                asked.incrementAndGet();
                try {
                    painted.await();
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
                return super.devices();
            }
        });
        try {
            for (int i = 0; i < 3; i++) {
                window.keys(VK_CONTROL, VK_COMMA);
                until("the settings are there", () -> onEdt(() -> window.named("settings.cache", Component.class) != null));
                window.keys(VK_ESCAPE);
                until("and gone", () -> onEdt(() -> window.named("settings.cache", Component.class) == null));
            }
            typeAtEnd(" kept");
            until("the tab is kept", () -> content(home.resolve("state/desk/tab-1.easel.json")).contains(" kept"));
            window.keys(VK_CONTROL, VK_SHIFT, VK_L);
            until("the settings are kept", () -> content(home.resolve("config/settings.json")).contains("\"LIGHT\""));
            assertThat(asked).as("three want to know, one asks").hasValue(1);
            window.close();
        } finally {
            painted.countDown();
        }
        window = null;
    }

    @Test
    void habits_on_the_canvas_work_at_once() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the nodes are there", () -> onEdt(() -> window.named("canvas", Component.class) != null
                && window.named("canvas", Component.class).isFocusOwner()));
        window.keys(VK_CONTROL, VK_COMMA);
        until("the settings are there", () -> onEdt(() -> button(window.frame(), "Moves it") != null));
        onEdt(() -> {
            button(window.frame(), "Moves it").doClick();
            return null;
        });
        until("dragging pans", () -> onEdt(() -> ((CanvasView) SwingUtilities.getAncestorOfClass(CanvasView.class,
                window.named("canvas", Component.class))).habits().drag() == Habits.Drag.PANS));
    }

    @Test
    void with_reduced_motion_the_canvas_is_where_it_goes_at_once() throws Exception {
        try {
            open(ScriptedEngine.quick());
            window.keys(VK_CONTROL, VK_SHIFT, VK_G);
            until("the nodes are there", () -> onEdt(() -> window.named("canvas", Component.class) != null
                    && window.named("canvas", Component.class).isFocusOwner()));
            window.keys(VK_CONTROL, VK_COMMA);
            until("the settings are there", () -> onEdt(() -> button(window.frame(), "Reduced") != null));
            onEdt(() -> {
                button(window.frame(), "Reduced").doClick();
                return null;
            });
            until("it is kept", () -> content(home.resolve("config/settings.json")).contains("\"still\": true"));
            CanvasView canvas = onEdt(() -> (CanvasView) SwingUtilities.getAncestorOfClass(CanvasView.class, window.named("canvas", Component.class)));
            AtomicInteger moved = new AtomicInteger();
            onEdt(() -> {
                canvas.setCamera(new Camera(0.2, -900, -900));
                canvas.addPropertyChangeListener("camera", _ -> moved.incrementAndGet());
                canvas.perform(CanvasAction.FIND);
                return null;
            });
            until("find has the keys", () -> onEdt(() -> window.named("find.field", Component.class) instanceof Component c && c.isFocusOwner()));
            window.type("sampler");
            window.keys(VK_ENTER);
            until("it is there", () -> onEdt(() -> canvas.camera().zoom() >= 0.75));
            assertThat(moved.get()).as("in one step, or one for each letter").isLessThanOrEqualTo(8);
        } finally {
            Motion.choose(null);
        }
    }

    private static AbstractButton button(Container in, String text) {
        for (Component c : in.getComponents()) {
            if (c instanceof AbstractButton b && text.equals(b.getText())) {
                return b;
            }
            if (c instanceof Container inner && button(inner, text) instanceof AbstractButton found) {
                return found;
            }
        }
        return null;
    }
}
