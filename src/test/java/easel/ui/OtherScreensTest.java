package easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Journeys once more, on other screens: with two pixels for each, and on a small one. In a process of their own, for the
 * scale is chosen at its start, and a screen cannot be changed.
 */
@Tag("display")
@EnabledOnOs(OS.LINUX)
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class OtherScreensTest {

    @TempDir
    Path folder;

    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    private void travel(String screen, int scale, String... journeys) throws Exception {
        Path number = folder.resolve("display");
        Process server = new ProcessBuilder("sh", "-c", "exec Xvfb -displayfd 3 -screen 0 " + screen + "x24 -nolisten tcp 3>" + number + " >/dev/null 2>&1").start();
        Process manager = null;
        Process travellers = null;
        try {
            OpenWindow.until("the screen is there", () -> !WindowJourney.content(number).isBlank());
            String display = ":" + WindowJourney.content(number).strip();
            ProcessBuilder places = new ProcessBuilder("openbox").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            places.environment().put("DISPLAY", display);
            manager = places.start();
            Path said = folder.resolve("said.txt");
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx600m",
                    "-Dsun.java2d.uiScale=" + scale, "--enable-native-access=ALL-UNNAMED", "-Deasel.home=" + System.getProperty("easel.home", "."),
                    "-cp", System.getProperty("java.class.path"), "easel.ui.Journeys"));
            command.addAll(List.of(journeys));
            ProcessBuilder other = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File(said.toString()));
            other.environment().put("DISPLAY", display);
            other.environment().put("EASEL_HOME", folder.resolve("home").toString());
            travellers = other.start();
            travellers.waitFor(6, TimeUnit.MINUTES);
            assertThat(Files.readAllLines(said).stream().filter(l -> l.startsWith("arrived ")).map(l -> l.substring(8)))
                    .as(Files.readString(said)).containsExactly(journeys);
            assertThat(Files.readAllLines(said)).as("what the event thread did").contains("nothing waited");
        } finally {
            for (Process process : Stream.of(travellers, manager, server).filter(p -> p != null).toList()) {
                end(process);
            }
        }
    }

    @Test
    void six_journeys_at_two_pixels_for_each() throws Exception {
        travel("3200x2000", 2, "BuildJourneyTest#text_to_image_is_built_changed_undone_and_run",
                "KeyboardJourneyTest#text_to_image_is_built_and_run_by_keys_alone",
                "DragOutTest#the_picture_and_its_thumbnail_are_dragged_into_another_program_as_the_file_they_are",
                "TabsTest#each_tab_has_its_own_words_and_its_own_undo",
                "GraphFaceTest#a_run_is_followed_in_the_nodes_and_esc_does_not_end_it",
                "MadeFormJourneyTest#its_prompt_is_typed_a_picture_is_painted_and_the_form_is_kept_and_given_back");
    }

    @Test
    void a_journey_on_a_small_screen() throws Exception {
        travel("1024x700", 1, "KeyboardJourneyTest#text_to_image_is_built_and_run_by_keys_alone");
    }
}
