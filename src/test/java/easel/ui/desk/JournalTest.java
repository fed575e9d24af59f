package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Value;
import easel.platform.SystemWord;
import easel.support.TinyDisk;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    private static Journal.KeptTab tab(long id, String words) {
        return new Journal.KeptTab(new Journal.Entry(id, "n" + id, "/a/" + id + ".easel.json", 5, 6, true, Face.GRAPH, 1.5, -3, 4, List.of("x"), "s",
                java.util.Map.of("", new Looks.Sight(2, 3, 4)), List.of("/p.png"), java.util.Map.of("x", "ab"), true),
                Document.EMPTY.with(Node.of("x", "prompt").with("text", Value.of(words))));
    }

    private Journal write(Journal.Kept kept) throws Exception {
        AtomicReference<Journal> journal = new AtomicReference<>();
        EventQueue.invokeAndWait(() -> {
            journal.set(new Journal(folder, e -> { throw new IllegalStateException(e); }));
            journal.get().keep(() -> kept);
        });
        ended(journal.get());
        return journal.get();
    }

    @Test
    void what_is_written_is_read_again() throws Exception {
        Journal.Kept kept = new Journal.Kept(List.of(tab(1, "山"), tab(7, "b")), 1, List.of(tab(3, "closed")), List.of());
        write(kept);
        assertThat(Journal.read(folder)).isEqualTo(kept);
    }

    @Test
    void a_first_start_finds_nothing_and_complains_of_nothing() {
        assertThat(Journal.read(folder)).isEqualTo(Journal.Kept.NOTHING);
    }

    @Test
    void without_its_list_every_document_is_still_had_back() throws Exception {
        write(new Journal.Kept(List.of(tab(1, "one"), tab(2, "two")), 0, List.of(), List.of()));
        Files.writeString(folder.resolve("desk.json"), "{\"version\":1,\"tabs\":[{");
        Journal.Kept kept = Journal.read(folder);
        assertThat(kept.tabs()).extracting(t -> t.document().node(new NodeId("x")).orElseThrow().value("text").orElseThrow())
                .containsExactlyInAnyOrder(Value.of("one"), Value.of("two"));
        assertThat(kept.lost()).containsExactly(folder.resolve("desk.json.damaged"));
    }

    @Test
    void a_document_that_cannot_be_read_is_set_aside_and_the_others_come() throws Exception {
        write(new Journal.Kept(List.of(tab(1, "one"), tab(2, "two")), 1, List.of(), List.of()));
        Files.writeString(folder.resolve("tab-1.easel.json"), "\u0000\u0000");
        Journal.Kept kept = Journal.read(folder);
        assertThat(kept.tabs()).hasSize(1);
        assertThat(kept.lost()).containsExactly(folder.resolve("tab-1.easel.json.damaged"));
        assertThat(folder.resolve("tab-1.easel.json.damaged")).hasContent("\u0000\u0000");
    }

    private static void ended(Journal journal) throws Exception {
        AtomicReference<Callable<Void>> ending = new AtomicReference<>();
        EventQueue.invokeAndWait(() -> ending.set(journal.ending()));
        ending.get().call();
    }

    @Test
    void what_is_no_longer_listed_leaves_no_file() throws Exception {
        AtomicReference<Journal.Kept> now = new AtomicReference<>(new Journal.Kept(List.of(tab(1, "one"), tab(2, "two")), 0, List.of(), List.of()));
        AtomicReference<Journal> journal = new AtomicReference<>();
        EventQueue.invokeAndWait(() -> {
            journal.set(new Journal(folder, e -> { throw new IllegalStateException(e); }));
            journal.get().keep(now::get);
        });
        ended(journal.get());
        now.set(new Journal.Kept(List.of(now.get().tabs().getLast()), 0, List.of(), List.of()));
        ended(journal.get());
        assertThat(folder.resolve("tab-1.easel.json")).doesNotExist();
        assertThat(folder.resolve("tab-2.easel.json")).exists();
    }

    @Test
    void a_disk_without_room_is_said_once_and_tried_again() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("full"), "");
        List<IOException> said = new java.util.concurrent.CopyOnWriteArrayList<>();
        AtomicReference<Journal> journal = new AtomicReference<>();
        EventQueue.invokeAndWait(() -> {
            journal.set(new Journal(notAFolder, said::add));
            journal.get().keep(() -> new Journal.Kept(List.of(tab(1, "one")), 0, List.of(), List.of()));
            journal.get().touch();
        });
        waitUntil(() -> said.size() == 1);
        EventQueue.invokeAndWait(journal.get()::touch);
        Files.delete(notAFolder);
        waitUntil(() -> Files.exists(notAFolder.resolve("desk.json")));
        assertThat(said).hasSize(1);
    }

    @Test
    void a_full_disk_is_said_once_leaves_what_was_kept_and_is_caught_up_with_when_there_is_room() throws Exception {
        try (TinyDisk disk = TinyDisk.in(folder.resolve("disk"), 96)) {
            List<IOException> said = new java.util.concurrent.CopyOnWriteArrayList<>();
            AtomicReference<Journal.Kept> now = new AtomicReference<>(new Journal.Kept(List.of(tab(1, "one")), 0, List.of(), List.of()));
            AtomicReference<Journal> journal = new AtomicReference<>();
            EventQueue.invokeAndWait(() -> {
                journal.set(new Journal(disk.folder(), said::add));
                journal.get().keep(now::get);
            });
            ended(journal.get());
            disk.fill();
            Journal.Kept before = now.get();
            Journal.Kept after = new Journal.Kept(List.of(tab(1, "more ".repeat(2000))), 0, List.of(), List.of());
            now.set(after);
            EventQueue.invokeAndWait(journal.get()::touch);
            waitUntil(() -> said.size() == 1);
            assertThat(SystemWord.of(said.getFirst())).isEqualTo(SystemWord.of(SystemWord.Why.FULL));
            assertThat(Journal.read(disk.folder())).isEqualTo(before);
            EventQueue.invokeAndWait(journal.get()::touch);
            disk.free();
            waitUntil(() -> Journal.read(disk.folder()).equals(after));
            assertThat(said).hasSize(1);
            try (var files = Files.list(disk.folder())) {
                assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("desk.json", "tab-1.easel.json");
            }
        }
    }

    private static void waitUntil(java.util.function.BooleanSupplier there) throws InterruptedException {
        for (int i = 0; i < 1000 && !there.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(there.getAsBoolean()).isTrue();
    }
}
