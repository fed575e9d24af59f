package easel.engine.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Home;
import easel.sd.Sd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the library says before it takes its process down can be read by whoever is left. */
class CrashTest {

    @TempDir
    private Path folder;

    /** A process that loads the library and crashes in it. */
    public static final class Crashing {
        public static void main(String[] arguments) throws Exception {
            new NativeEngine(Library.load(Home.library()), Path.of(arguments[0]));
            Sd.easel_crash(Integer.parseInt(arguments[1]));
        }
    }

    @Test
    void an_abort_leaves_its_message() throws Exception {
        assertThat(lastWordsOf(Sd.EASEL_CRASH_ABORT())).contains("asked to crash");
    }

    @Test
    void an_exception_on_a_thread_of_the_library_s_leaves_its_message() throws Exception {
        assertThat(lastWordsOf(Sd.EASEL_CRASH_THROW())).contains("asked to throw");
    }

    @Test
    void no_crash_leaves_a_core_or_report_in_the_folder_it_ran_in() throws Exception {
        lastWordsOf(Sd.EASEL_CRASH_SEGFAULT());
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsOnly("last.words", "state");
        }
    }

    private String lastWordsOf(int how) throws Exception {
        Path words = folder.resolve("last.words");
        Path state = Files.createDirectories(folder.resolve("state"));
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + state.resolve("crash.log"), "-Deasel.library=" + Home.library(),
                "-cp", System.getProperty("java.class.path"), Crashing.class.getName(), words.toString(), Integer.toString(how)))
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        return Files.readString(words);
    }
}
