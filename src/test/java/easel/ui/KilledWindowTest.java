package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_END;
import static java.awt.event.KeyEvent.VK_J;
import static java.awt.event.KeyEvent.VK_N;
import static java.awt.event.KeyEvent.VK_PAGE_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Robot;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class KilledWindowTest extends WindowJourney {

    private static void press(Robot robot, int... codes) {
        for (int code : codes) {
            robot.keyPress(code);
        }
        for (int i = codes.length - 1; i >= 0; i--) {
            robot.keyRelease(codes[i]);
        }
    }

    private static void type(Robot robot, String letters) {
        letters.chars().forEach(c -> press(robot, java.awt.event.KeyEvent.getExtendedKeyCodeForChar(c)));
    }

    @Test
    void a_killed_window_comes_back_with_its_tabs_and_every_word_that_is_two_seconds_old() throws Exception {
        Path settings = home.resolve("config/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"version\":1,\"look\":{\"language\":\"ENGLISH\",\"appearance\":\"DARK\"}}");
        Path said = home.resolve("said.txt");
        ProcessBuilder other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "easel.ui.ScriptedWindow", "1", "5");
        other.environment().put("EASEL_HOME", home.toString());
        Process process = other.redirectErrorStream(true).redirectOutput(new File(said.toString())).start();
        try {
            until("the other window has the keys", () -> content(said).contains("keys reach the window"));
            Robot robot = new Robot();
            robot.setAutoDelay(15);
            press(robot, VK_CONTROL, VK_END);
            type(robot, "first");
            press(robot, VK_CONTROL, VK_N);
            press(robot, VK_CONTROL, VK_J);
            Thread.sleep(300);   // the new form has the keys
            press(robot, VK_CONTROL, VK_END);
            type(robot, "second");
            press(robot, VK_CONTROL, VK_PAGE_UP);
            Thread.sleep(2000);   // what was promised
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(home.resolve("state/desk/desk.json")).exists();

        open(ScriptedEngine.quick());
        assertThat(prompt()).endsWith("first");
        assertThat(tabs()).isEqualTo(List.of("[Text to image, not saved]", "Text to image 2, not saved"));
        assertThat(onEdt(() -> window.named("queue-drawer", java.awt.Component.class).isShowing())).as("the queue is open as it was").isTrue();
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_PAGE_DOWN);
        until("the other is there too", () -> prompt().endsWith("second"));
    }
}
