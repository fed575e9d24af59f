package easel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemWordTest {

    @Test
    void a_path_is_never_the_reason() {
        assertThat(SystemWord.of(new NoSuchFileException("/proc/.easel-1.tmp"))).isEqualTo("no such file or folder");
        assertThat(SystemWord.of(new AccessDeniedException("/root/a"))).isEqualTo("access denied");
        assertThat(SystemWord.of(new FileSystemException("/a", null, "No space left on device"))).isEqualTo("No space left on device");
    }

    @Test
    void the_innermost_failure_speaks(@TempDir Path folder) {
        try {
            Files.readAllBytes(folder);
        } catch (IOException e) {
            assertThat(SystemWord.of(new UncheckedIOException(e))).isEqualTo("Is a directory");
        }
        assertThat(SystemWord.of(new IOException())).isEqualTo("IOException");
    }
}
