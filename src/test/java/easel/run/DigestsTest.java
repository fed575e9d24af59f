package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {

    // FIPS 180-2, appendix B.1
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;

    @Test
    void a_settled_file_is_read_once_even_over_a_restart() throws Exception {
        Path file = old(Files.writeString(folder.resolve("f"), "abc"));
        assertThat(new Digests(folder.resolve("memory.json")).of(file)).isEqualTo(ABC);
        old(Files.writeString(file, "xyz"));   // same size, same time: nobody can know
        assertThat(new Digests(folder.resolve("memory.json")).of(file)).isEqualTo(ABC);
    }

    @Test
    void a_file_written_just_now_is_not_taken_on_trust() throws Exception {
        Digests digests = new Digests(folder.resolve("memory.json"));
        Path file = Files.writeString(folder.resolve("f"), "xyz");
        FileTime time = Files.getLastModifiedTime(file);
        assertThat(digests.of(file)).isNotEqualTo(ABC);
        Files.setLastModifiedTime(Files.writeString(file, "abc"), time);
        assertThat(digests.of(file)).isEqualTo(ABC);
    }

    @Test
    void a_damaged_memory_only_costs_time() throws Exception {
        Path memory = Files.writeString(folder.resolve("memory.json"), "{\"/x\":{\"size\":\"many\"}");
        assertThat(new Digests(memory).of(Files.writeString(folder.resolve("f"), "abc"))).isEqualTo(ABC);
        Files.writeString(memory, "[null]");
        assertThat(new Digests(memory).of(folder.resolve("f"))).isEqualTo(ABC);
    }

    private static Path old(Path file) throws Exception {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }
}
