package easel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {

    private static final Path HOME = Path.of("/home/someone").toAbsolutePath();

    @Test
    void linux_follows_xdg_and_its_defaults() {
        assertThat(Folders.of(Os.LINUX, Map.of(), HOME)).isEqualTo(new Folders(HOME.resolve(".config/easel"),
                HOME.resolve(".local/share/easel"), HOME.resolve(".cache/easel"), HOME.resolve(".local/state/easel")));
        Path data = Path.of("/data").toAbsolutePath();
        assertThat(Folders.of(Os.LINUX, Map.of("XDG_DATA_HOME", data.toString(), "XDG_CACHE_HOME", "relative"), HOME))
                .satisfies(f -> assertThat(f.data()).isEqualTo(data.resolve("easel")))
                .satisfies(f -> assertThat(f.cache()).isEqualTo(HOME.resolve(".cache/easel")));
    }

    @Test
    void easel_home_moves_all_of_them_on_every_system() {
        for (Os os : Os.values()) {
            Folders folders = Folders.of(os, Map.of("EASEL_HOME", "/tmp/one"), HOME);
            assertThat(new Path[] {folders.config(), folders.data(), folders.cache(), folders.state()})
                    .doesNotHaveDuplicates().allMatch(p -> p.startsWith(Path.of("/tmp/one").toAbsolutePath()));
        }
    }

    @Test
    void windows_and_macos_keep_their_own_places() {
        assertThat(Folders.of(Os.MAC, Map.of(), HOME).cache()).isEqualTo(HOME.resolve("Library/Caches/Easel"));
        assertThat(Folders.of(Os.WINDOWS, Map.of(), HOME).config()).isEqualTo(HOME.resolve("AppData/Roaming/Easel"));
    }
}
