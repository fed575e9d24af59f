package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.format.PictureFile;
import easel.format.Recipe;
import easel.platform.Home;
import easel.run.store.HistoryEntry;
import easel.run.store.HistoryQuery;
import easel.run.store.Store;
import easel.support.RealEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A queue of fifty jobs whose process is killed at any moment: none is lost and none is done twice. */
class KillTest {

    private static final int JOBS = 50;
    /** About as long as the fifty take, and the look at what is there before them. */
    private static final int WITHIN_MS = 1_200;

    @TempDir Path folder;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(Path in, String engine, int jobs) throws IOException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m", "-Deasel.library=" + Home.library(), "-Deasel.home=" + Home.folder(),
                "-cp", System.getProperty("java.class.path"), QueueApp.class.getName(), in.toString(), engine, Integer.toString(jobs)))
                .redirectError(in.resolve("errors.txt").toFile()).start();
        started.add(process);
        return process;
    }

    private static void await(Process process, String line) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String said = out.readLine(); !line.equals(said); said = out.readLine()) {
            assertThat(said).as("it says %s", line).isNotNull();
        }
    }

    /** Starts and kills it so often, or until there is nothing left to do; tells how often it was killed. */
    private int kill(Path in, String engine, int times, Random random) throws Exception {
        int kills = 0;
        Process first = start(in, engine, JOBS);
        await(first, "queued");
        for (Process process = first; ; ) {
            if (process != first) {
                await(process, "ready");
            }
            if (process.waitFor(random.nextInt(WITHIN_MS), TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).as(Files.readString(in.resolve("errors.txt"))).isZero();
                return kills;
            }
            process.destroyForcibly().waitFor();
            if (++kills == times) {
                return kills;
            }
            process = start(in, engine, 0);
        }
    }

    private void finish(Path in, String engine) throws Exception {
        Process last = start(in, engine, 0);
        assertThat(last.waitFor(300, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(last.exitValue()).as(Files.readString(in.resolve("errors.txt"))).isZero();
    }

    private static void assertEachOnce(Path in) throws Exception {
        List<Long> wanted = LongStream.range(QueueApp.FIRST_SEED, QueueApp.FIRST_SEED + JOBS).boxed().toList();
        List<Long> painted = new ArrayList<>();
        try (Stream<Path> files = Files.list(in.resolve("pictures"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".png")).toList()) {
                painted.add(Recipe.of(PictureFile.read(file).texts().infotext().orElseThrow()).engineSeed().orElseThrow());
            }
        }
        try (Store store = Store.open(QueueApp.folders(in), failure -> {
            throw new AssertionError(failure);
        })) {
            List<HistoryEntry> entries = store.history().find(HistoryQuery.newest(1000));
            assertThat(entries).allSatisfy(entry -> assertThat(entry.ending()).as("%s", entry.failure()).isEqualTo(HistoryEntry.Kind.DONE));
            assertThat(painted).containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(entries).flatExtracting(HistoryEntry::pictures).extracting(picture -> picture.seed().orElseThrow())
                    .containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(store.queue().rows()).isEmpty();
        }
        // SQLite's library lies in the cache, and nothing of it among the system's temporary files.
        try (Stream<Path> cached = Files.list(in.resolve("cache"))) {
            assertThat(cached.map(f -> f.getFileName().toString())).anyMatch(name -> name.startsWith("sqlite-"));
        }
    }

    private void killed(int times) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int kills = 0;
        for (int round = 1; kills < times; round++) {
            Path in = Files.createDirectories(folder.resolve("round-" + round));
            try {
                kills += kill(in, "fake", times - kills, random);
                finish(in, "fake");
                assertEachOnce(in);
            } catch (AssertionError e) {
                throw new AssertionError("round " + round + " with seed " + seed + ", after " + kills + " kills", e);
            }
        }
    }

    @Test
    @Timeout(180)
    void five_kills_lose_nothing_and_do_nothing_twice() throws Exception {
        killed(5);
    }

    @Test
    @Tag("large")
    @Timeout(1800)
    void two_hundred_kills_lose_nothing_and_do_nothing_twice() throws Exception {
        killed(200);
    }

    @Test
    @Timeout(180)
    void two_processes_share_a_queue_and_the_death_of_one_is_the_other_s_work() throws Exception {
        Process first = start(folder, "fake", JOBS);
        Process second = start(folder, "fake", 0);
        await(first, "queued");
        await(second, "ready");
        Thread.sleep(100);
        first.destroyForcibly().waitFor();
        // It ends when nothing is left, or was left when it began.
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        finish(folder, "fake");
        assertEachOnce(folder);
    }

    @Test
    @Tag("large")
    @Timeout(900)
    void with_the_real_engine_kills_of_program_and_engine_lose_nothing() throws Exception {
        RealEngine.starter();
        Files.createDirectories(folder.resolve("data"));
        Files.createSymbolicLink(folder.resolve("data").resolve("starter"), RealEngine.data().resolve("starter"));
        Random random = new Random();
        Process process = start(folder, "real", JOBS);
        await(process, "queued");
        for (int i = 0; i < 10; i++) {
            Thread.sleep(random.nextInt(2_500));
            if (i % 2 == 0) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
            } else {
                process.destroyForcibly().waitFor();
                process = start(folder, "real", 0);
                await(process, "ready");
            }
        }
        process.destroyForcibly().waitFor();
        finish(folder, "real");
        assertEachOnce(folder);
    }
}
