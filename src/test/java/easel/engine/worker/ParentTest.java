package easel.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Event;
import easel.engine.Phase;
import easel.platform.Home;
import easel.support.RealEngine;
import easel.support.Unexamined;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentTest {

    @TempDir
    private Path state;

    /** A program that paints without end and tells its engine's process number. */
    public static final class Painter {
        public static void main(String[] arguments) throws Exception {
            WorkerEngine engine = new WorkerEngine(WorkerOptions.of(Home.library(), Path.of(arguments[0])), new Unexamined());
            engine.start(RealEngine.smallJob(1000, 1), event -> {
                if (event instanceof Event.Progress p && p.phase() == Phase.SAMPLING && p.step() == 1) {
                    System.out.println(engine.processId().orElseThrow());
                }
            }).outcome().join();
        }
    }

    @Test
    void an_engine_whose_parent_is_killed_ends_itself() throws Exception {
        Process parent = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Deasel.home=" + System.getProperty("easel.home"),
                "-Deasel.library=" + System.getProperty("easel.library"), "-Deasel.test.data=" + RealEngine.data(),
                "-cp", System.getProperty("java.class.path"), Painter.class.getName(), state.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long engine;
        try (BufferedReader out = new BufferedReader(new InputStreamReader(parent.getInputStream()))) {
            engine = Long.parseLong(out.readLine());
            assertThat(ProcessHandle.of(engine)).isPresent();
            parent.destroyForcibly().waitFor();
        }
        ProcessHandle.of(engine).ifPresent(h -> assertThat(h.onExit()).succeedsWithin(5, TimeUnit.SECONDS));
    }
}
