package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Device;
import easel.engine.IdleGraphics;
import easel.platform.Graphics;
import easel.ui.desk.Notice;
import easel.ui.status.StatusBar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
@ExtendWith(EdtFlight.class)
class StatusBarTest {

    @TempDir
    Path home;

    private OpenWindow window;

    @AfterEach
    void close() throws Exception {
        window.close();
        assertThat(EdtWatch.seen()).isEmpty();
    }

    private String said(String name) {
        return onEdt(() -> window.named(name, JLabel.class).getText());
    }

    @Test
    void the_device_that_the_engine_took_of_itself_is_named_once_it_runs() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        window = new OpenWindow(home, new ScriptedEngine(1, 1, _ -> null) {
            @Override
            public List<Device> devices() {
                asked.incrementAndGet();
                return List.of(new Device("Vulkan0", "AMD Radeon RX 6700 XT", Device.Kind.GPU, 1, 1), new Device("CPU", "A processor", Device.Kind.CPU, 1, 1));
            }
        }, "ENGLISH");
        assertThat(said("device")).startsWith("CPU");
        assertThat(asked).as("asking would start the engine").hasValue(0);
        window.keys(VK_CONTROL, VK_ENTER);
        until("the card is named", () -> said("device").equals("AMD Radeon RX 6700 XT"));
    }

    @Test
    void a_long_sentence_is_read_whole_in_a_small_window() throws Exception {
        window = new OpenWindow(home, ScriptedEngine.quick(), "ENGLISH");
        onEdt(() -> {
            window.frame().setSize(1000, 700);
            StatusBar bar = (StatusBar) window.named("notice", JLabel.class).getParent();
            bar.showMemory(1_234_000_000);
            bar.showNodes(12, 3);
            bar.say(Notice.of("notice.saving-first"));
            return bar;
        });
        until("there is room for it", () -> onEdt(() -> {
            JLabel notice = window.named("notice", JLabel.class);
            return window.frame().getWidth() == 1000 && notice.getPreferredSize().width > 480 && notice.getWidth() >= notice.getPreferredSize().width;
        }));
    }

    @Test
    void a_card_that_is_not_used_is_named_with_the_command_that_mends_it() throws Exception {
        window = new OpenWindow(home, ScriptedEngine.quick(), "ENGLISH");
        Graphics.Card card = new Graphics.Card(Graphics.Maker.NVIDIA, "NVIDIA GeForce RTX 3060", false);
        StatusBar bar = onEdt(() -> (StatusBar) window.named("notice", JLabel.class).getParent());
        onEdt(() -> {
            bar.showIdle(Optional.of(new IdleGraphics(card, IdleGraphics.Reason.NOT_BUILT, "EASEL_BACKEND=vulkan ./easel")));
            return bar;
        });
        assertThat(said("notice")).startsWith("NVIDIA GeForce RTX 3060 is not used").endsWith("EASEL_BACKEND=vulkan ./easel");
        onEdt(() -> {
            bar.showIdle(Optional.empty());
            return bar;
        });
        assertThat(said("notice")).isEmpty();
    }
}
