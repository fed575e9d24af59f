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
        assertThat(SystemWord.of(new NoSuchFileException("/proc/.easel-1.tmp"))).hasToString("no such file or folder");
        assertThat(SystemWord.of(new AccessDeniedException("/root/a"))).hasToString("access denied");
    }

    @Test
    void what_the_system_says_in_its_language_is_said_in_the_readers() {
        SystemWord full = SystemWord.of(new FileSystemException("/a", null, "No space left on device"));
        assertThat(full).isEqualTo(SystemWord.of(SystemWord.Why.FULL)).isEqualTo(SystemWord.of(new IOException("There is not enough space on the disk")));
        assertThat(full.sentence(Language.CHINESE)).isEqualTo("\u78c1\u76d8\u7a7a\u95f4\u4e0d\u8db3");
        for (SystemWord.Why why : SystemWord.Why.values()) {
            for (Language language : Language.values()) {
                assertThat(new SystemWord(why, "as it is").sentence(language)).as("%s in %s", why, language).isNotBlank();
            }
        }
    }

    @Test
    void what_nobody_knows_is_said_as_the_system_says_it() {
        assertThat(SystemWord.of(new IOException("Level 2 halted")).sentence(Language.CHINESE)).isEqualTo("Level 2 halted");
        assertThat(SystemWord.said("bell\u0007")).hasToString("bell\ufffd");
        assertThat(SystemWord.of(new IOException())).hasToString("IOException");
    }

    @Test
    void the_innermost_failure_speaks(@TempDir Path folder) {
        try {
            Files.readAllBytes(folder);
        } catch (IOException e) {
            assertThat(SystemWord.of(new UncheckedIOException(e)).why()).isEqualTo(SystemWord.Why.FOLDER);
        }
    }
}
