package easel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir Path folder;

    private Path left(String name, int secondsAgo) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "half a picture");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(secondsAgo)));
        return file;
    }

    @Test
    void what_a_killed_process_was_writing_goes_and_nothing_else_does() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        long pid = other.pid();
        long began = other.info().startInstant().orElseThrow().toEpochMilli();
        Path mine = left(Leftovers.name(), 60);
        Path theirs = left(".easel-" + pid + "-" + began + "-" + UUID.randomUUID() + ".tmp", 60);
        Path earlier = left(".easel-" + pid + "-" + (began - 5_000) + "-" + UUID.randomUUID() + ".tmp", 60);
        List<Path> foreign = List.of(left("a.tmp", 60), left(".easel-notes.tmp", 60), left("picture.png", 60));
        Leftovers.clear(folder);
        assertThat(earlier).as("another process had that number").doesNotExist();
        assertThat(theirs).exists();
        other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        Path fresh = left(".easel-" + pid + "-" + began + "-" + UUID.randomUUID() + ".tmp", 0);
        Leftovers.clear(folder);
        assertThat(theirs).doesNotExist();
        assertThat(List.of(mine, fresh)).allSatisfy(file -> assertThat(file).exists());
        assertThat(foreign).allSatisfy(file -> assertThat(file).exists());
        Leftovers.clear(folder.resolve("nowhere"));
    }
}
