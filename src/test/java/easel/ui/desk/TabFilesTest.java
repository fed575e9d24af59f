package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Language;
import easel.support.PlainPreset;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabFilesTest {

    @TempDir
    Path folder;

    @Test
    void what_is_to_be_saved_elsewhere_is_saved_although_the_place_before_could_not_be_written() throws Exception {
        Tab tab = new Tab(1, "", PlainPreset.document(), null, List.of());
        TabFiles files = new TabFiles(() -> List.of(tab), () -> Language.ENGLISH, _ -> { });
        Path noFolder = Files.writeString(folder.resolve("a-file"), "");
        Path elsewhere = folder.resolve("elsewhere.easel.json");
        CountDownLatch saved = new CountDownLatch(1);
        EventQueue.invokeAndWait(() -> {
            files.save(tab, noFolder.resolve("w.easel.json"), false, () -> { });
            files.save(tab, elsewhere, false, saved::countDown);
        });
        assertThat(saved.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(elsewhere).exists();
        EventQueue.invokeAndWait(() -> {
            assertThat(tab.file()).isEqualTo(elsewhere);
            assertThat(tab.news()).isNull();
        });
    }
}
