package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.Preview;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Mode;
import easel.graph.NodeId;
import easel.graph.Value;
import easel.platform.Folders;
import easel.platform.SystemWord;
import easel.run.store.FullDisk;
import easel.run.store.HistoryEntry;
import easel.run.store.HistoryQuery;
import easel.run.store.JobHistory;
import easel.run.store.Store;
import easel.run.store.StoreException;
import easel.run.store.StoreFailure;
import easel.support.PlainPreset;
import easel.support.TinyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The queue that stays: two windows' worth of studios on one set of folders, with a fake engine each. */
@Timeout(60)
class KeptQueueTest {

    @TempDir Path folder;
    private final List<Window> windows = new ArrayList<>();
    private RunOptions options;
    private Document preset;

    /** A studio as the window has it. */
    private final class Window implements AutoCloseable {
        final FakeEngine engine = new FakeEngine();
        final List<RunEvent> events = new CopyOnWriteArrayList<>();
        final List<StudioEvent> news = new CopyOnWriteArrayList<>();
        final Studio studio;

        Window(Studio.Limits limits) {
            studio = new Studio(engine, folders(), folder.resolve("home"), new Random(windows.size()), 64 << 20, limits, true);
            studio.listen(events::add);
            studio.follow(news::add);
            windows.add(this);
        }

        QueuedJob submit(long seed) throws Exception {
            return studio.submit(seeded(seed), options).jobs().getFirst();
        }

        @Override
        public void close() {
            engine.gate.countDown();
            studio.close();
            engine.close();
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        Path model = Files.writeString(folder.resolve("model.safetensors"), "weights");
        options = new RunOptions(Execution.cpu(2), Preview.LINEAR, folder.resolve("pictures"));
        preset = Bench.set(PlainPreset.document(), "model.checkpoint", Value.of(model.toString()));
    }

    @AfterEach
    void close() {
        windows.forEach(Window::close);
    }

    private Folders folders() {
        return new Folders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"), folder.resolve("state"));
    }

    private Window window() {
        return new Window(Studio.Limits.STANDARD);
    }

    private Document seeded(long seed) {
        return Bench.set(preset, "sampler.seed", Value.Seed.fixed(seed));
    }

    private List<Path> pictures() throws IOException {
        Path pictures = folder.resolve("pictures");
        if (!Files.exists(pictures)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(pictures)) {
            return files.filter(f -> f.toString().endsWith(".png")).toList();
        }
    }

    private static void until(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static Ending ending(QueuedJob job) throws Exception {
        return job.ending().get(20, TimeUnit.SECONDS);
    }

    private List<HistoryEntry> history() throws Exception {
        try (Store store = Store.open(folders(), failure -> { })) {
            return store.history().find(HistoryQuery.newest(100));
        }
    }

    @Test
    void what_waits_and_what_runs_when_the_window_closes_is_there_again_and_done() throws Exception {
        Window first = window();
        first.engine.gate = new CountDownLatch(1);
        List<QueuedJob> jobs = first.studio.submit(seeded(10).withCount(3), options).jobs();
        until("it paints", () -> !first.engine.painted.isEmpty());
        first.studio.close();
        assertThat(ending(jobs.get(2))).isEqualTo(new Ending.Cancelled());
        assertThat(pictures()).isEmpty();
        Window second = window();
        until("all are done", () -> second.events.stream().filter(RunEvent.Ended.class::isInstance).count() == 3);
        assertThat(second.engine.painted).extracting(r -> r.seed()).containsExactly(10L, 11L, 12L);
        assertThat(pictures()).hasSize(3);
        assertThat(history()).hasSize(3).allSatisfy(entry -> assertThat(entry.ending()).isEqualTo(HistoryEntry.Kind.DONE));
        assertThat(second.studio.queue()).isEmpty();
    }

    @Test
    void a_paused_queue_begins_nothing_over_a_restart_until_it_is_resumed() throws Exception {
        Window first = window();
        first.studio.pause();
        first.submit(1);
        first.submit(2);
        first.close();
        Window second = window();
        until("they are back", () -> second.studio.queue().size() == 2);
        assertThat(second.studio.isPaused()).isTrue();
        assertThat(second.engine.painted).isEmpty();
        until("it is told", () -> second.news.contains(new StudioEvent.QueueChanged(true)));
        second.studio.resume();
        until("they run", () -> second.studio.queue().isEmpty());
        assertThat(pictures()).hasSize(2);
    }

    @Test
    void the_order_is_the_one_the_person_made_also_next_time() throws Exception {
        Window first = window();
        first.studio.pause();
        List<QueuedJob> jobs = List.of(first.submit(1), first.submit(2), first.submit(3));
        first.studio.move(jobs.get(2).id(), 0);
        assertThat(first.studio.queue()).extracting(QueuedJob::id).containsExactly(jobs.get(2).id(), jobs.get(0).id(), jobs.get(1).id());
        first.studio.cancel(jobs.get(0).id());
        first.close();
        Window second = window();
        until("they are back", () -> second.studio.queue().size() == 2);
        second.studio.resume();
        until("they run", () -> second.studio.queue().isEmpty());
        assertThat(second.engine.painted).extracting(r -> r.seed()).containsExactly(3L, 2L);
    }

    @Test
    void clear_takes_back_what_waits_and_leaves_what_runs() throws Exception {
        Window window = window();
        window.engine.gate = new CountDownLatch(1);
        List<QueuedJob> jobs = window.studio.submit(seeded(1).withCount(3), options).jobs();
        until("it paints", () -> !window.engine.painted.isEmpty());
        window.studio.clear();
        assertThat(ending(jobs.get(1))).isEqualTo(new Ending.Cancelled());
        window.engine.gate.countDown();
        assertThat(ending(jobs.get(0))).isEqualTo(new Ending.Done());
        assertThat(history()).hasSize(1);
        Window next = window();
        Thread.sleep(2_200);   // past its first look
        assertThat(next.engine.painted).isEmpty();
    }

    @Test
    void two_windows_share_the_work_and_both_hear_of_every_end() throws Exception {
        Window first = window();
        Window second = window();
        List<QueuedJob> jobs = first.studio.submit(seeded(100).withCount(20), options).jobs();
        for (QueuedJob job : jobs) {
            assertThat(ending(job)).isEqualTo(new Ending.Done());
        }
        List<Long> painted = Stream.concat(first.engine.painted.stream(), second.engine.painted.stream()).map(r -> r.seed()).toList();
        assertThat(painted).hasSize(20).doesNotHaveDuplicates();
        assertThat(pictures()).hasSize(20);
        assertThat(history()).hasSize(20);
        until("the other heard too", () -> second.studio.queue().isEmpty());
    }

    @Test
    void another_process_pauses_cancels_and_clears() throws Exception {
        Window window = window();
        window.engine.gate = new CountDownLatch(1);
        List<QueuedJob> jobs = window.studio.submit(seeded(1).withCount(3), options).jobs();
        until("it paints", () -> !window.engine.painted.isEmpty());
        try (Store store = Store.open(folders(), failure -> { })) {
            store.queue().cancel(jobs.get(1).id().number());
            assertThat(ending(jobs.get(1))).isEqualTo(new Ending.Cancelled());
            store.queue().setPaused(true);
            until("it pauses", window.studio::isPaused);
            store.queue().cancel(jobs.get(0).id().number());
            assertThat(ending(jobs.get(0))).isEqualTo(new Ending.Cancelled());
            store.queue().clear();
            assertThat(ending(jobs.get(2))).isEqualTo(new Ending.Cancelled());
        }
        assertThat(pictures()).isEmpty();
        assertThat(window.engine.painted).hasSize(1);
    }

    @Test
    void a_failed_job_is_in_the_history_with_its_words_and_its_reason() throws Exception {
        Window window = window();
        window.engine.failing = _ -> new Failure.OutOfMemory(easel.engine.Rung.AS_ASKED, "2 GB");
        assertThat(ending(window.submit(1))).isInstanceOf(Ending.Failed.class);
        assertThat(history()).singleElement().satisfies(entry -> {
            assertThat(entry.ending()).isEqualTo(HistoryEntry.Kind.FAILED);
            assertThat(entry.failure().code()).isEqualTo("OutOfMemory");
            assertThat(entry.prompt()).isEqualTo("mountains at sunset, purple sky, sun, clouds");
            assertThat(entry.model()).isEqualTo("model");
        });
    }

    @Test
    void a_done_job_is_in_the_history_with_its_picture_its_workflow_and_a_small_picture() throws Exception {
        Window window = window();
        ending(window.submit(7));
        HistoryEntry entry = history().getFirst();
        assertThat(entry.model()).isEqualTo("model");
        assertThat(entry.inside()).isEqualTo(0.9);
        assertThat(entry.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.file()).isEqualTo(pictures().getFirst().toAbsolutePath());
            assertThat(picture.seed()).hasValue(7);
            assertThat(picture.kept()).isFalse();
        });
        byte[] jpeg = window.studio.thumbnail(entry).orElseThrow();
        assertThat(javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(128);
        assertThat(easel.format.WorkflowFile.parse(window.studio.history().orElseThrow().document(entry.id()).orElseThrow())).isEqualTo(seeded(7));
    }

    @Test
    void a_run_that_found_everything_known_is_no_new_entry() throws Exception {
        Window window = window();
        ending(window.submit(7));
        ending(window.submit(7));
        assertThat(history()).hasSize(1);
    }

    @Test
    void a_picture_that_nobody_saves_is_kept_within_bounds_and_the_starred_one_stays() throws Exception {
        Document unsaved = new Edit.SetMode(Set.of(new NodeId("save")), Mode.MUTED).on(preset);
        Window window = new Window(new Studio.Limits(1 << 30, 1));
        ending(window.studio.submit(Bench.set(unsaved, "sampler.seed", Value.Seed.fixed(1)), options).jobs().getFirst());
        HistoryEntry first = history().getFirst();
        assertThat(first.pictures()).singleElement().satisfies(picture -> assertThat(picture.kept()).isTrue());
        // Only one that comes later is a reason to look; by then the star is there.
        window.studio.history().orElseThrow().setStarred(first.id(), true);
        window.studio.limit(new Studio.Limits(1 << 30, 1));
        ending(window.studio.submit(Bench.set(unsaved, "sampler.seed", Value.Seed.fixed(2)), options).jobs().getFirst());
        ending(window.studio.submit(Bench.set(unsaved, "sampler.seed", Value.Seed.fixed(3)), options).jobs().getFirst());
        until("the second went", () -> {
            try (Stream<Path> files = Files.list(folder.resolve("data").resolve("results"))) {
                return files.noneMatch(f -> f.toString().contains("-2.png"));
            } catch (IOException e) {
                return false;
            }
        });
        assertThat(pictures()).isEmpty();
    }

    @Test
    void a_job_whose_picture_lies_there_already_when_it_begins_again_writes_no_second_one() throws Exception {
        Window first = window();
        first.studio.pause();
        QueuedJob job = first.submit(5);
        first.close();
        // The moment after the move and before the end: the file is there, and the intention to write it.
        Path file = folder.resolve("pictures").resolve("mine.png");
        Files.createDirectories(file.getParent());
        byte[] png = new easel.format.PictureFile(easel.engine.Picture.of(2, 2, 3, new byte[12]), easel.format.PictureTexts.none()).png();
        Files.write(file, png);
        try (Store store = Store.open(folders(), failure -> { })) {
            store.queue().intend(job.id().number(), "save", new easel.run.store.JobQueue.Save(file,
                    java.util.HexFormat.of().formatHex(Sha256.fresh().digest(png))));
            store.queue().setPaused(false);
        }
        Window second = window();
        until("it is done", () -> second.events.stream().anyMatch(RunEvent.Ended.class::isInstance));
        assertThat(second.engine.painted).isEmpty();
        assertThat(pictures()).containsExactly(file);
        assertThat(history()).singleElement().satisfies(entry -> assertThat(entry.pictures().getFirst().file()).isEqualTo(file));
    }

    @Test
    void a_store_that_cannot_be_opened_is_told_once_and_pictures_come_all_the_same() throws Exception {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        Window window = window();
        assertThat(ending(window.submit(1))).isEqualTo(new Ending.Done());
        assertThat(ending(window.submit(2))).isEqualTo(new Ending.Done());
        assertThat(pictures()).hasSize(2);
        assertThat(window.news).singleElement().isInstanceOfSatisfying(StudioEvent.StoreTrouble.class,
                trouble -> assertThat(trouble.failure()).isInstanceOf(StoreFailure.NotOpened.class));
    }

    @Test
    void a_damaged_history_is_made_again_from_the_pictures() throws Exception {
        Window first = window();
        ending(first.submit(1));
        ending(first.submit(2));
        first.close();
        List<HistoryEntry> before = history();
        Files.writeString(folder.resolve("data").resolve("easel.db"), "no database".repeat(1000));
        Window second = window();
        until("they are back", () -> second.studio.history().map(history -> {
            try {
                return history.size() == 2;
            } catch (StoreException e) {
                return false;
            }
        }).orElse(false));
        assertThat(history()).extracting(HistoryEntry::prompt).containsExactlyElementsOf(before.stream().map(HistoryEntry::prompt).toList());
        assertThat(history()).flatExtracting(HistoryEntry::pictures).containsExactlyInAnyOrderElementsOf(before.stream().flatMap(e -> e.pictures().stream()).toList());
    }

    @Test
    void a_full_disk_is_told_once_and_what_could_not_be_written_is_written_once_there_is_room() throws Exception {
        Window window = window();
        ending(window.submit(1));
        JobHistory history = window.studio.history().orElseThrow();
        FullDisk.fill(history);
        // Some still fit into what is free of the pages there are.
        List<QueuedJob> jobs = window.studio.submit(Bench.set(seeded(100), "prompt.text", Value.of("sea ".repeat(3000))).withCount(5), options).jobs();
        for (QueuedJob job : jobs) {
            assertThat(ending(job)).isEqualTo(new Ending.Done());
        }
        assertThat(pictures()).hasSize(6);
        until("it is told", () -> window.news.stream().anyMatch(StudioEvent.StoreTrouble.class::isInstance));
        assertThat(window.news.stream().filter(StudioEvent.StoreTrouble.class::isInstance)).singleElement().isInstanceOfSatisfying(StudioEvent.StoreTrouble.class,
                trouble -> assertThat(trouble.failure()).isInstanceOfSatisfying(StoreFailure.NotWritten.class,
                        failure -> assertThat(failure.cause()).isEqualTo(SystemWord.of(SystemWord.Why.FULL))));
        FullDisk.free(history);
        until("all of it is there", () -> {
            try {
                return history.size() == 6;
            } catch (StoreException e) {
                return false;
            }
        });
        assertThat(history()).flatExtracting(HistoryEntry::pictures).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void a_disk_that_is_full_of_other_things_costs_no_picture_and_no_entry() throws Exception {
        try (TinyDisk disk = TinyDisk.in(folder.resolve("data"), 16_000)) {
            Window window = window();
            ending(window.submit(1));
            disk.fill();
            List<QueuedJob> jobs = window.studio.submit(Bench.set(seeded(100), "prompt.text", Value.of("sea ".repeat(3000))).withCount(40), options).jobs();
            for (QueuedJob job : jobs) {
                assertThat(ending(job)).isEqualTo(new Ending.Done());
            }
            assertThat(pictures()).hasSize(41);
            until("it is told", () -> window.news.stream().anyMatch(StudioEvent.StoreTrouble.class::isInstance));
            assertThat(window.news.stream().filter(StudioEvent.StoreTrouble.class::isInstance)).singleElement().isInstanceOfSatisfying(StudioEvent.StoreTrouble.class,
                    trouble -> assertThat(trouble.failure().sentence(easel.platform.Language.ENGLISH)).contains("no space left on the disk"));
            disk.free();
            window.close();
            assertThat(history()).hasSize(41).flatExtracting(HistoryEntry::pictures).doesNotHaveDuplicates().hasSize(41);
            try (Store store = Store.open(folders(), failure -> { })) {
                assertThat(store.queue().rows()).isEmpty();
            }
        }
    }

    @Test
    void two_windows_on_a_full_disk_run_no_job_twice_and_run_them_once_there_is_room() throws Exception {
        try (TinyDisk disk = TinyDisk.in(folder.resolve("data"), 16_000)) {
            Window first = window();
            Window second = window();
            ending(first.submit(1));
            ending(second.submit(2));
            first.studio.pause();
            until("the other knows", () -> second.studio.isPaused());
            for (long seed = 100; seed < 105; seed++) {
                first.submit(seed);
            }
            until("the other has them", () -> second.studio.queue().size() == 5);
            disk.fill();
            first.studio.resume();
            second.studio.resume();
            until("it is told", () -> first.news.stream().anyMatch(StudioEvent.StoreTrouble.class::isInstance));
            disk.free();
            until("nothing waits", () -> first.studio.queue().isEmpty() && second.studio.queue().isEmpty());
            first.close();
            second.close();
            assertThat(pictures()).hasSize(7);
            assertThat(history()).hasSize(7).flatExtracting(HistoryEntry::pictures).doesNotHaveDuplicates().hasSize(7);
        }
    }

    @Test
    void a_disk_that_is_full_again_is_told_again() throws Exception {
        Window window = window();
        ending(window.submit(1));
        JobHistory history = window.studio.history().orElseThrow();
        for (int time = 1; time <= 2; time++) {
            FullDisk.fill(history);
            for (QueuedJob job : window.studio.submit(Bench.set(seeded(100L * time), "prompt.text", Value.of("sea " + "wave ".repeat(20_000) + time)), options).jobs()) {
                assertThat(ending(job)).isEqualTo(new Ending.Done());
            }
            int told = time;
            until("it is told", () -> window.news.stream().filter(StudioEvent.StoreTrouble.class::isInstance).count() == told);
            FullDisk.free(history);
            until("it writes again", () -> window.news.stream().filter(StudioEvent.StoreWritesAgain.class::isInstance).count() == told);
        }
    }
}
