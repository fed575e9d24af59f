package easel.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void a_write_that_fails_half_way_leaves_the_old_file_and_nothing_beside_it() throws IOException {
        Path file = folder.resolve("settings.json");
        WholeFile.write(file, "old".getBytes());
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
            out.write(new byte[100_000]);
            throw new IOException("disk full");
        })).hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(p -> !p.equals(file));
    }

    @Test
    void a_new_file_never_takes_another_one_s_place() throws IOException {
        Path file = folder.resolve("picture.png");
        WholeFile.writeNew(file, out -> out.write('a'));
        assertThatThrownBy(() -> WholeFile.writeNew(file, out -> out.write('b'))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("a");
        assertThat(folder).isDirectoryNotContaining(p -> !p.equals(file));
    }

    @Test
    void folders_that_are_missing_are_made() throws IOException {
        Path file = folder.resolve("a/b/c 画.txt");
        WholeFile.write(file, "x".getBytes());
        assertThat(Files.readString(file)).isEqualTo("x");
    }
}
