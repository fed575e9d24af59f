package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import easel.nodes.PlugIns;
import easel.platform.Language;
import easel.platform.Words;
import easel.ui.EaselWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlugInNewsTest {

    @TempDir Path folder;
    private final LogBook log = new LogBook();
    private final List<Notice> told = new ArrayList<>();

    private void tell() {
        PlugInNews.tell(PlugIns.in(folder, Set.of()).faults(), log, Language.ENGLISH, told::add);
    }

    private String said() {
        return Words.of(EaselWindow.class, Language.ENGLISH).say(told.getFirst().code(), told.getFirst().arguments());
    }

    @Test void a_jar_that_is_none_is_told_in_the_log_and_in_the_status_bar() throws Exception {
        Files.writeString(folder.resolve("broken.jar"), "no jar");
        tell();
        assertThat(log.after(0)).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo(LogBook.Level.WARNING);
            assertThat(line.text()).contains("broken.jar");
        });
        assertThat(said()).isEqualTo(log.after(0).getFirst().text());
    }

    @Test void of_several_the_status_bar_tells_the_first_and_how_many_there_are() throws Exception {
        Files.writeString(folder.resolve("one.jar"), "no jar");
        Files.writeString(folder.resolve("two.jar"), "no jar");
        tell();
        assertThat(log.after(0)).extracting(LogBook.Line::text).hasSize(2);
        assertThat(told).hasSize(1);
        assertThat(said()).contains("one.jar").contains("2");
    }

    @Test void without_a_fault_nothing_is_said() {
        tell();
        assertThat(told).isEmpty();
        assertThat(log.after(0)).isEmpty();
    }
}
