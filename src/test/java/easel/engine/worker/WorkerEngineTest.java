package easel.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import easel.engine.Device;
import easel.engine.EngineException;
import easel.engine.Event;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.engine.VideoRequest;
import easel.platform.Home;
import easel.platform.ProcessMemory;
import easel.support.Captured;
import easel.support.RealEngine;
import easel.support.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkerEngineTest {

    private static final Predicate<Event> SAMPLING = e -> e instanceof Event.Progress p && p.phase() == Phase.SAMPLING && p.step() >= 2;

    @TempDir
    private Path state;
    private WorkerEngine engine;

    @BeforeEach
    void start() {
        engine = new WorkerEngine(options(), new Unexamined());
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private WorkerOptions options() {
        return new WorkerOptions(Home.library(), state, false, false, Duration.ofMinutes(5), Duration.ofSeconds(60));
    }

    @Test
    void the_same_seed_gives_the_same_bytes_warm_cold_after_a_cancel_and_after_a_crash() throws Exception {
        Job job = RealEngine.smallJob(4, 7);
        Picture cold = Captured.start(engine, job).picture();
        assertThat(Captured.start(engine, job).picture()).as("warm").isEqualTo(cold);

        Captured cancelled = Captured.until(engine, RealEngine.smallJob(200, 7), SAMPLING);
        cancelled.running().cancel();
        assertThat(cancelled.failure()).isEqualTo(new Failure.Cancelled());
        assertThat(Captured.start(engine, job).picture()).as("after a cancel").isEqualTo(cold);

        Captured killed = Captured.until(engine, RealEngine.smallJob(4, 7), e -> e instanceof Event.Progress p && p.phase() == Phase.SAMPLING);
        kill("KILL");
        assertThat(killed.picture()).as("after a crash").isEqualTo(cold);
        assertThat(killed.events()).anyMatch(Event.Retried.class::isInstance);
    }

    @Test
    void a_process_that_dies_twice_fails_the_job_with_the_reason_and_not_the_next_one() throws Exception {
        Captured doomed = Captured.until(engine, RealEngine.smallJob(300, 1), SAMPLING);
        kill("SEGV");
        long first = await(() -> doomed.events().stream().filter(Event.Retried.class::isInstance).count() == 1);
        assertThat(first).isPositive();
        int seen = doomed.events().size();
        await(() -> doomed.events().stream().skip(seen).anyMatch(SAMPLING));
        kill("KILL");
        assertThat(doomed.failure()).isInstanceOfSatisfying(Failure.EngineDied.class, f -> assertThat(f.cause()).isNotBlank());
        assertThat(Captured.start(engine, RealEngine.smallJob(2, 1)).picture()).isNotNull();
    }

    /** A graphics card that was lost stays lost to the process; which failure is of that kind only the driver knows. */
    @Test
    void a_failure_without_a_reason_that_we_know_costs_the_process_and_not_the_next_job() throws Exception {
        Job.Paint plain = RealEngine.smallJob(2, 1);
        Picture before = Captured.start(engine, plain).picture();
        long process = engine.processId().orElseThrow();
        Job film = new Job.Film(plain.context(), VideoRequest.text("sea", "", 64, 64, 5, 8, plain.request().sampling(), 1), plain.preview());
        assertThat(Captured.start(engine, film).failure()).isInstanceOf(Failure.EngineFailed.class);
        assertThat(Captured.start(engine, plain).picture()).isEqualTo(before);
        assertThat(engine.processId()).isPresent().get().isNotEqualTo(process);
    }

    @Test
    void a_process_that_dies_while_it_starts_or_is_asked_is_started_again() throws Exception {
        for (int moment = 0; moment < 6; moment++) {
            try (WorkerEngine asked = new WorkerEngine(options(), new Unexamined())) {
                Set<Long> others = ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
                CompletableFuture<List<Device>> answer = CompletableFuture.supplyAsync(() -> {
                    try {
                        return asked.devices();
                    } catch (EngineException e) {
                        throw new CompletionException(e);
                    }
                });
                await(() -> ProcessHandle.current().children().anyMatch(child -> !others.contains(child.pid())));
                Thread.sleep(100L * moment);
                ProcessHandle.current().children().filter(child -> !others.contains(child.pid())).forEach(ProcessHandle::destroyForcibly);
                assertThat(answer.get(60, TimeUnit.SECONDS)).isNotEmpty();
            }
        }
    }

    @Test
    void twenty_kills_at_random_moments_lose_no_job_and_leave_no_orphan() throws Exception {
        Random random = new Random(42);
        List<Long> processes = new ArrayList<>();
        int kills = Boolean.getBoolean("easel.large") ? 200 : 20;
        for (int i = 0; i < kills; i++) {
            Captured job = Captured.start(engine, RealEngine.smallJob(3, i));
            await(() -> engine.processId().isPresent());
            Thread.sleep(random.nextInt(1500));
            engine.processId().ifPresent(pid -> {
                processes.add(pid);
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            });
            // A picture or a failure, never neither.
            assertThat(job.outcome()).isNotNull();
        }
        engine.close();
        await(() -> processes.stream().noneMatch(pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)));
        try (var left = Files.list(state)) {
            assertThat(left.map(f -> f.getFileName().toString())).as("no last words, error outputs or cores are left")
                    .noneMatch(name -> name.endsWith(".words") || name.endsWith(".err") || name.contains("core"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LOADING_MODEL", "READING_TEXT", "SAMPLING", "DECODING"})
    void a_kill_in_any_phase_costs_a_retry_and_the_picture_is_the_same(Phase phase) throws Exception {
        Captured job = Captured.until(engine, RealEngine.smallJob(4, 7), e -> e.equals(new Event.PhaseBegan(phase)));
        kill("KILL");
        Picture picture = job.picture();
        assertThat(job.events()).filteredOn(Event.Retried.class::isInstance).hasSize(1);
        assertThat(picture).isEqualTo(Captured.start(engine, RealEngine.smallJob(4, 7)).picture());
    }

    @Test
    void an_engine_that_hangs_is_ended_and_the_job_done_by_another_one() throws Exception {
        WorkerOptions impatient = new WorkerOptions(Home.library(), state, false, false, Duration.ofMinutes(5), Duration.ofSeconds(6));
        try (WorkerEngine hanging = new WorkerEngine(impatient, new Unexamined())) {
            Captured job = Captured.until(hanging, RealEngine.smallJob(8, 1), SAMPLING);
            long pid = hanging.processId().orElseThrow();
            assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor()).isZero();
            assertThat(job.picture()).isNotNull();
            assertThat(job.events()).anyMatch(e -> e instanceof Event.Retried(Failure reason) && reason instanceof Failure.EngineHung);
            assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive)).isNotEqualTo(Optional.of(true));
        }
    }

    @Test
    void a_hundred_cancels_keep_one_process_and_its_memory() throws Exception {
        int cancels = Boolean.getBoolean("easel.large") ? 100 : 15;
        Picture before = Captured.start(engine, RealEngine.smallJob(2, 1)).picture();
        long pid = engine.processId().orElseThrow();
        long memory = 0;
        for (int i = 0; i < cancels; i++) {
            Captured job = Captured.until(engine, RealEngine.smallJob(200, i), e -> e instanceof Event.Progress p && p.phase() == Phase.SAMPLING && p.step() >= 1);
            job.running().cancel();
            assertThat(job.failure()).isEqualTo(new Failure.Cancelled());
            if (i == 4) {
                memory = ProcessMemory.resident(pid);
            }
        }
        assertThat(engine.processId()).contains(pid);
        assertThat(ProcessMemory.resident(pid)).isLessThan(memory + memory / 20);
        assertThat(Captured.start(engine, RealEngine.smallJob(2, 1)).picture()).isEqualTo(before);
    }

    @Test
    void a_cancel_answers_within_a_step_and_the_process_stays() throws Exception {
        Captured.start(engine, RealEngine.smallJob(1, 1)).picture();
        long pid = engine.processId().orElseThrow();
        Captured job = Captured.until(engine, RealEngine.smallJob(500, 1), SAMPLING);
        job.running().cancel();
        assertThat(job.failure()).isEqualTo(new Failure.Cancelled());
        assertThat(engine.processId()).contains(pid);
    }

    @Test
    void a_cancel_before_the_job_begins_is_remembered() {
        Captured first = Captured.start(engine, RealEngine.smallJob(3, 1));
        Captured second = Captured.start(engine, RealEngine.smallJob(300, 2));
        second.running().cancel();
        assertThat(second.failure()).isEqualTo(new Failure.Cancelled());
        assertThat(second.events()).noneMatch(e -> e instanceof Event.Progress);
        assertThat(first.picture()).isNotNull();
    }

    @Test
    void a_force_stop_ends_a_job_while_its_weights_load() throws Exception {
        Captured job = Captured.until(engine, RealEngine.smallJob(300, 1), e -> e instanceof Event.PhaseBegan(Phase phase) && phase == Phase.LOADING_MODEL);
        long start = System.nanoTime();
        job.running().forceStop();
        assertThat(job.failure()).isEqualTo(new Failure.Cancelled());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(Captured.start(engine, RealEngine.smallJob(1, 1)).picture()).isNotNull();
    }

    @Test
    void closing_ends_the_running_job_and_those_that_wait_as_cancelled() throws Exception {
        Captured running = Captured.until(engine, RealEngine.smallJob(300, 1), SAMPLING);
        Captured waiting = Captured.start(engine, RealEngine.smallJob(300, 2));
        long pid = engine.processId().orElseThrow();
        engine.close();
        assertThat(running.failure()).isEqualTo(new Failure.Cancelled());
        assertThat(waiting.failure()).isEqualTo(new Failure.Cancelled());
        assertThat(Captured.start(engine, RealEngine.smallJob(1, 1)).failure()).isEqualTo(new Failure.Cancelled());
        await(() -> ProcessHandle.of(pid).map(h -> !h.isAlive()).orElse(true));
    }

    @Test
    void jobs_run_in_the_order_they_came() {
        List<Captured> jobs = List.of(Captured.start(engine, RealEngine.smallJob(2, 1)), Captured.start(engine, RealEngine.smallJob(1, 2)),
                Captured.start(engine, RealEngine.smallJob(1, 3)));
        jobs.getLast().picture();
        assertThat(jobs).allMatch(j -> j.running().outcome().isDone());
    }

    @Test
    void an_idle_engine_gives_its_memory_back_and_the_next_job_loads_anew() throws Exception {
        Picture before = Captured.start(engine, RealEngine.smallJob(1, 1)).picture();
        long pid = engine.processId().orElseThrow();
        engine.unload();
        await(() -> ProcessHandle.of(pid).map(h -> !h.isAlive()).orElse(true));
        assertThat(engine.processId()).isEmpty();
        assertThat(Captured.start(engine, RealEngine.smallJob(1, 1)).picture()).isEqualTo(before);
    }

    @Test
    void a_second_program_waits_and_the_idle_holder_lets_go() throws Exception {
        Captured.start(engine, RealEngine.smallJob(1, 1)).picture();
        try (WorkerEngine second = new WorkerEngine(options(), new Unexamined())) {
            Captured busy = Captured.until(engine, RealEngine.smallJob(60, 1), SAMPLING);
            Captured waiting = Captured.until(second, RealEngine.smallJob(1, 2), e -> e.equals(new Event.PhaseBegan(Phase.WAITING_FOR_ENGINE)));
            assertThat(busy.running().outcome()).isNotDone();
            assertThat(busy.picture()).isNotNull();
            assertThat(waiting.picture()).isNotNull();
        }
    }

    @Test
    void a_job_that_waits_for_another_program_can_be_cancelled() throws Exception {
        try (WorkerEngine second = new WorkerEngine(options(), new Unexamined())) {
            Captured busy = Captured.until(engine, RealEngine.smallJob(300, 1), SAMPLING);
            Captured waiting = Captured.until(second, RealEngine.smallJob(1, 2), e -> e.equals(new Event.PhaseBegan(Phase.WAITING_FOR_ENGINE)));
            waiting.running().cancel();
            assertThat(waiting.failure()).isEqualTo(new Failure.Cancelled());
            busy.running().cancel();
        }
    }

    @Test
    void an_engine_beside_another_one_does_not_wait() throws Exception {
        try (WorkerEngine beside = new WorkerEngine(options().beside(), new Unexamined())) {
            Captured busy = Captured.until(engine, RealEngine.smallJob(300, 1), SAMPLING);
            assertThat(Captured.start(beside, RealEngine.smallJob(1, 2)).picture()).isNotNull();
            busy.running().cancel();
        }
    }

    @Test
    void a_missing_library_is_said_before_a_process_starts() {
        Path nowhere = state.resolve("libnothing.so");
        try (WorkerEngine without = new WorkerEngine(WorkerOptions.of(nowhere, state), new Unexamined())) {
            assertThat(Captured.start(without, RealEngine.smallJob(1, 1)).failure()).isEqualTo(new Failure.LibraryMissing(nowhere));
            assertThatThrownBy(without::devices).isInstanceOfSatisfying(EngineException.class,
                    e -> assertThat(e.failure()).isEqualTo(new Failure.LibraryMissing(nowhere)));
        }
    }

    @Test
    void a_library_that_is_not_ours_is_refused() throws IOException {
        Path wrong = Files.write(state.resolve("libeasel-sd.so"), "not a library".getBytes());
        try (WorkerEngine with = new WorkerEngine(WorkerOptions.of(wrong, state), new Unexamined())) {
            assertThat(Captured.start(with, RealEngine.smallJob(1, 1)).failure()).isInstanceOf(Failure.LibraryMismatch.class);
        }
    }

    @Test
    void what_the_check_finds_ends_the_job_before_a_process_starts() {
        Failure found = new Failure.EmptyFile(Path.of("model"));
        try (WorkerEngine checking = new WorkerEngine(options(), new Unexamined(Optional.of(found)))) {
            assertThat(Captured.start(checking, RealEngine.smallJob(1, 1)).failure()).isEqualTo(found);
            assertThat(checking.processId()).isEmpty();
        }
    }

    @Test
    void files_that_a_killed_program_left_are_swept_after_a_week() throws Exception {
        Path old = Files.createFile(state.resolve("engine-1.words"));
        Files.setLastModifiedTime(old, java.nio.file.attribute.FileTime.from(java.time.Instant.now().minus(Duration.ofDays(8))));
        Path recent = Files.createFile(state.resolve("engine-2.err"));
        engine.devices();
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void devices_and_versions_are_told() throws Exception {
        assertThat(engine.devices()).anyMatch(d -> d.name().equals("CPU"));
        assertThat(engine.versions().engine()).isEqualTo("0.1.20");
        assertThat(engine.versions().buildId()).isNotBlank();
    }

    @Test
    void paths_with_spaces_chinese_and_emoji_are_opened() throws Exception {
        Path folder = Files.createDirectories(state.resolve("my models 模型 🎨"));
        Path copy = Files.createSymbolicLink(folder.resolve("风景 ü.safetensors"), RealEngine.starter().get(easel.engine.Part.CHECKPOINT).orElseThrow());
        Job.Paint job = RealEngine.smallJob(1, 1);
        var context = easel.engine.ContextKey.of(RealEngine.starter().with(easel.engine.Part.CHECKPOINT, copy), job.context().execution());
        assertThat(Captured.start(engine, new Job.Paint(context, job.request(), job.preview())).picture())
                .isEqualTo(Captured.start(engine, job).picture());
    }

    private void kill(String signal) throws Exception {
        long pid = engine.processId().orElseThrow();
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor()).isZero();
    }

    private interface Condition {
        boolean holds();
    }

    private static long await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            Thread.sleep(10);
        }
        return 1;
    }
}
