package easel.run.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import easel.platform.Folders;
import easel.platform.Language;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreTest {

    @TempDir Path folder;
    private final List<StoreFailure> met = new ArrayList<>();
    private final List<Store> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Store::close);
    }

    private Folders folders() {
        return new Folders(folder.resolve("config"), folder.resolve("data ? 数据"), folder.resolve("cache"), folder.resolve("state"));
    }

    private Store open() throws StoreException {
        Store store = Store.open(folders(), met::add);
        open.add(store);
        return store;
    }

    private static FinishedJob job(String at, String prompt, String model) {
        return new FinishedJob(Instant.parse(at), HistoryEntry.Kind.DONE, null, 2, 1.9, model, prompt, "ugly", "cpu-1", "{\"easel\":1}",
                List.of(new HistoryEntry.Picture(Path.of("/pictures/" + prompt.hashCode() + ".png"), false, OptionalLong.of(7), 64, 48)));
    }

    // ---- history ----

    @Test
    void an_entry_comes_back_as_it_went_in() throws Exception {
        JobHistory history = open().history();
        FinishedJob job = job("2026-03-01T10:00:00.123456Z", "a boat", "landscapes");
        long id = history.add(job);
        history.setThumbnail(id, new byte[] {1, 2, 3});
        HistoryEntry entry = history.entry(id).orElseThrow();
        assertThat(entry.at()).isEqualTo(job.at());
        assertThat(entry).usingRecursiveComparison().ignoringFields("id", "starred").isEqualTo(
                new HistoryEntry(0, job.ending(), null, 2, 1.9, "landscapes", "a boat", "ugly", "cpu-1", false, job.pictures()));
        assertThat(history.document(id)).hasValue("{\"easel\":1}");
        assertThat(history.thumbnail(id)).hasValueSatisfying(jpeg -> assertThat(jpeg).containsExactly(1, 2, 3));
    }

    @Test
    void a_failed_job_keeps_its_reason_in_both_languages() throws Exception {
        JobHistory history = open().history();
        FinishedJob failed = new FinishedJob(Instant.now(), HistoryEntry.Kind.FAILED, new HistoryEntry.Reason("OutOfMemory", "No memory.", "内存不足。"), 1, 0,
                "", "", "", "", "", List.of());
        assertThat(history.entry(history.add(failed)).orElseThrow().failure()).isEqualTo(failed.failure());
    }

    @ParameterizedTest
    @CsvSource({"山水, 1", "水, 1", "水墨, 1", "山水画, 1", "画水, 0", "moun, 2", "MOUNTAINS, 2", "sunset mountains, 1", "ount, 0", "café, 1", "cafe, 1", "'\"', 0", "海, 1", "夕阳下, 1"})
    void finds_words_by_their_beginnings_and_chinese_from_one_character_on(String asked, int found) throws Exception {
        JobHistory history = open().history();
        history.add(job("2026-01-01T00:00:00Z", "mountains at sunset", "landscapes"));
        history.add(job("2026-01-02T00:00:00Z", "Mountains, a Café", "landscapes"));
        history.add(job("2026-01-03T00:00:00Z", "一幅山水画，水墨风格", "landscapes"));
        history.add(job("2026-01-04T00:00:00Z", "夕阳下的大海", "landscapes"));
        assertThat(history.find(HistoryQuery.words(asked, 10))).hasSize(found);
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest_without_a_gap() throws Exception {
        JobHistory history = open().history();
        for (int i = 0; i < 25; i++) {
            history.add(job("2026-01-01T00:00:00Z", i % 2 == 0 ? "red boat" : "blue boat", "m"));   // all at one moment
        }
        List<Long> all = new ArrayList<>();
        HistoryQuery query = HistoryQuery.words("red", 5);
        for (List<HistoryEntry> page = history.find(query); !page.isEmpty(); page = history.find(query)) {
            page.forEach(entry -> all.add(entry.id()));
            query = query.after(page.getLast());
        }
        assertThat(all).hasSize(13).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void finds_by_model_by_date_and_by_star() throws Exception {
        JobHistory history = open().history();
        long old = history.add(job("2025-12-31T00:00:00Z", "boat", "dreamshaper_8"));
        long fresh = history.add(job("2026-02-01T00:00:00Z", "boat", "sdxl-base"));
        history.setStarred(old, true);
        assertThat(history.find(new HistoryQuery("", "dream", null, false, Long.MAX_VALUE, 9))).extracting(HistoryEntry::id).containsExactly(old);
        assertThat(history.find(new HistoryQuery("boat", "sdxl base", null, false, Long.MAX_VALUE, 9))).extracting(HistoryEntry::id).containsExactly(fresh);
        assertThat(history.find(new HistoryQuery("boat", "", Instant.parse("2026-01-01T00:00:00Z"), false, Long.MAX_VALUE, 9))).extracting(HistoryEntry::id).containsExactly(fresh);
        assertThat(history.find(new HistoryQuery("boat", "", null, true, Long.MAX_VALUE, 9))).extracting(HistoryEntry::id).containsExactly(old);
        assertThat(history.find(new HistoryQuery("", "", null, true, Long.MAX_VALUE, 9))).extracting(HistoryEntry::starred).containsExactly(true);
        assertThat(history.models()).containsExactly("dreamshaper_8", "sdxl-base");
    }

    @Test
    void a_deleted_entry_is_found_no_more() throws Exception {
        JobHistory history = open().history();
        long id = history.add(job("2026-01-01T00:00:00Z", "boat", "m"));
        history.delete(id);
        assertThat(history.find(HistoryQuery.words("boat", 9))).isEmpty();
        assertThat(history.size()).isZero();
        assertThat(history.document(id)).isEmpty();
    }

    // ---- the queue ----

    @Test
    void jobs_stand_in_the_order_they_came_and_move_where_they_are_put() throws Exception {
        JobQueue queue = open().queue();
        List<Long> ids = queue.add(new JobQueue.Wish("a", "{}", 3));
        assertThat(ids).containsExactly(ids.getFirst(), ids.getFirst() + 1, ids.getFirst() + 2);
        assertThat(queue.move(ids.get(2), 0)).isTrue();
        assertThat(queue.rows()).extracting(QueuedRow::id).containsExactly(ids.get(2), ids.get(0), ids.get(1));
        assertThat(queue.move(ids.get(2), 99)).isTrue();
        assertThat(queue.rows()).extracting(QueuedRow::id).containsExactlyElementsOf(ids);
        assertThat(queue.wish(queue.rows().getFirst().submission())).hasValue(new JobQueue.Wish("a", "{}", 3));
    }

    @Test
    void only_one_process_gets_a_job() throws Exception {
        JobQueue mine = open().queue();
        JobQueue theirs = open().queue();
        long id = mine.add(new JobQueue.Wish("a", "{}", 1)).getFirst();
        assertThat(mine.take(id)).isTrue();
        assertThat(theirs.take(id)).isFalse();
        assertThat(theirs.reclaim()).as("its owner lives").isZero();
        assertThat(theirs.cancel(id)).isEqualTo(JobQueue.Cancelled.ASKED);
        assertThat(mine.rows().getFirst().cancelled()).isTrue();
    }

    @Test
    void the_jobs_of_an_owner_who_is_gone_wait_again_and_twice_in_the_same_job_pauses_the_queue() throws Exception {
        JobQueue mine = open().queue();
        long id = mine.add(new JobQueue.Wish("a", "{}", 1)).getFirst();
        for (int crash = 1; crash <= 2; crash++) {
            Store other = Store.open(folders(), met::add);
            assertThat(other.queue().take(id)).isTrue();
            other.close();   // without giving it back
            assertThat(mine.reclaim()).isOne();
            assertThat(mine.isPaused()).isEqualTo(crash == 2);
        }
        mine.setPaused(false);
        assertThat(mine.rows().getFirst().starts()).as("it gets its two tries again").isZero();
    }

    @Test
    void a_finished_job_is_in_the_history_once_and_off_the_queue() throws Exception {
        Store store = open();
        long id = store.queue().add(new JobQueue.Wish("a", "{}", 1)).getFirst();
        store.queue().take(id);
        store.queue().intend(id, "save", new JobQueue.Save(Path.of("/x.png"), "00"));
        assertThat(store.queue().saves(id)).containsEntry("save", new JobQueue.Save(Path.of("/x.png"), "00"));
        assertThat(store.queue().finish(id, job("2026-01-01T00:00:00Z", "boat", "m"))).isPresent();
        assertThat(store.queue().finish(id, job("2026-01-01T00:00:00Z", "boat", "m"))).isEmpty();
        assertThat(store.history().size()).isOne();
        assertThat(store.history().ofJob(id)).isPresent();
        assertThat(store.queue().rows()).isEmpty();
        assertThat(store.queue().saves(id)).isEmpty();
    }

    @Test
    void clear_leaves_what_runs() throws Exception {
        JobQueue queue = open().queue();
        List<Long> ids = queue.add(new JobQueue.Wish("a", "{}", 3));
        queue.take(ids.get(1));
        assertThat(queue.clear()).isEqualTo(2);
        assertThat(queue.rows()).extracting(QueuedRow::id).containsExactly(ids.get(1));
    }

    // ---- what may happen to the file ----

    @Test
    void a_damaged_file_is_kept_under_another_name_and_a_new_one_begins() throws Exception {
        Files.createDirectories(folders().data());
        Path file = Files.writeString(folders().data().resolve("easel.db"), "this is no database ".repeat(500));
        assertThat(open().history().size()).isZero();
        assertThat(met).singleElement().isInstanceOfSatisfying(StoreFailure.PutAside.class, aside -> {
            assertThat(aside.file()).isEqualTo(file);
            assertThat(aside.kept()).content().startsWith("this is no database");
            assertThat(aside.sentence(Language.ENGLISH)).contains("damaged").contains(aside.kept().toString());
        });
    }

    @Test
    void damage_met_while_it_is_open_costs_the_file_and_not_the_program() throws Exception {
        Store store = open();
        for (int i = 0; i < 200; i++) {
            store.history().add(job("2026-01-01T00:00:00Z", "boat number " + i, "m"));
        }
        store.close();
        open.clear();
        try (RandomAccessFile file = new RandomAccessFile(folders().data().resolve("easel.db").toFile(), "rw")) {
            for (long page = 4096; page < file.length(); page += 4096) {
                file.seek(page);
                file.write(new byte[4096]);
            }
        }
        Store again = open();
        assertThat(again.history().find(HistoryQuery.newest(10))).isEmpty();
        again.history().add(job("2026-01-01T00:00:00Z", "boat", "m"));
        assertThat(again.history().find(HistoryQuery.words("boat", 10))).hasSize(1);
        assertThat(met).singleElement().isInstanceOf(StoreFailure.PutAside.class);
    }

    @Test
    void what_a_newer_easel_made_stays_as_it_is() throws Exception {
        Store store = open();
        store.history().add(job("2026-01-01T00:00:00Z", "boat", "m"));
        store.close();
        open.clear();
        Path file = folders().data().resolve("easel.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri()); var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 999");
        }
        for (int start = 1; start <= 2; start++) {
            Store older = Store.open(folders(), met::add);
            assertThat(older.history().size()).isEqualTo(start - 1);
            older.history().add(job("2026-01-01T00:00:00Z", "boat", "m"));
            older.close();
        }
        assertThat(met).hasSize(2).allSatisfy(failure -> assertThat(failure).isInstanceOf(StoreFailure.Newer.class));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri()); var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT (SELECT count(*) FROM history), user_version FROM pragma_user_version")) {
            assertThat(List.of(row.getInt(1), row.getInt(2))).containsExactly(1, 999);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_one_clear_failure() throws IOException {
        Files.createDirectories(folders().data().getParent());
        Files.writeString(folders().data(), "a file where the folder should be");
        assertThatThrownBy(this::open).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.failure()).isInstanceOf(StoreFailure.NotOpened.class);
            assertThat(e.failure().sentence(Language.CHINESE)).contains("无法打开");
        });
    }

    @Test
    void steps_are_gone_one_by_one_and_what_was_there_stays() throws Exception {
        Path file = folder.resolve("steps.db");
        List<List<String>> one = List.of(Schema.STEPS.getFirst());
        Database.open(file, folder, one, met::add).close();
        List<List<String>> two = Stream.concat(one.stream(), Stream.of(List.of("ALTER TABLE history ADD COLUMN note TEXT NOT NULL DEFAULT 'none'"))).toList();
        Database first = Database.open(file, folder, one, met::add);
        new JobHistory(first).add(job("2026-01-01T00:00:00Z", "boat", "m"));
        first.close();
        Database second = Database.open(file, folder, two, met::add);
        assertThat(second.<String>read(sql -> sql.first("SELECT note FROM history", row -> row.getString(1)).orElseThrow())).isEqualTo("none");
        assertThat(second.<Integer>read(Schema::version)).isEqualTo(2);
        second.close();
        assertThat(met).isEmpty();
    }

    @Test
    void a_step_that_fails_leaves_the_file_as_it_was() throws Exception {
        Path file = folder.resolve("steps.db");
        Database.open(file, folder, Schema.STEPS, met::add).close();
        List<List<String>> broken = Stream.concat(Schema.STEPS.stream(), Stream.of(List.of("CREATE TABLE a (b)", "no SQL"))).toList();
        assertThatThrownBy(() -> Database.open(file, folder, broken, met::add)).isInstanceOf(StoreException.class);
        Database again = Database.open(file, folder, Schema.STEPS, met::add);
        assertThat(again.<Long>read(sql -> sql.number("SELECT count(*) FROM sqlite_schema WHERE name = 'a'"))).isZero();
        again.close();
    }
}
