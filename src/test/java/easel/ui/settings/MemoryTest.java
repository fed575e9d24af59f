package easel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.SystemWord;
import easel.support.TinyDisk;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    @TempDir
    Path folder;

    @Test
    void someone_who_never_stops_typing_loses_no_more_than_two_seconds() throws Exception {
        Path path = folder.resolve("settings.json");
        SettingsFile file = new SettingsFile(path);
        AtomicReference<Memory> memory = new AtomicReference<>();
        EventQueue.invokeAndWait(() -> memory.set(new Memory(file, file.load(), e -> { throw new IllegalStateException(e); })));
        long began = System.nanoTime();
        int typed = 0;
        while (System.nanoTime() - began < 3_000_000_000L) {
            int now = ++typed;
            EventQueue.invokeAndWait(() -> memory.get().change(s -> s.with(new Machine(null, now % 1000 + 1))));
            Thread.sleep(50);
        }
        int saved = new SettingsFile(path).load().settings().machine().threads();
        EventQueue.invokeAndWait(() -> memory.get().ending());
        // 50 ms a change: two seconds are 40 of them.
        assertThat(saved).isBetween(typed - 40, typed + 1);
    }

    @Test
    void a_full_disk_is_said_once_and_the_settings_are_written_when_there_is_room() throws Exception {
        try (TinyDisk disk = TinyDisk.in(folder.resolve("disk"), 64)) {
            Path path = disk.folder().resolve("settings.json");
            SettingsFile file = new SettingsFile(path);
            List<IOException> said = new CopyOnWriteArrayList<>();
            AtomicReference<Memory> memory = new AtomicReference<>();
            EventQueue.invokeAndWait(() -> memory.set(new Memory(file, file.load(), said::add)));
            disk.fill();
            for (int i = 1; i <= 3; i++) {
                int threads = i;
                EventQueue.invokeAndWait(() -> memory.get().change(s -> s.with(new Machine(null, threads))));
                Thread.sleep(2 * Memory.QUIET_MS);   // each is written, or would be
            }
            until(() -> !said.isEmpty());
            assertThat(path).doesNotExist();
            disk.free();
            until(() -> Files.exists(path));
            assertThat(new SettingsFile(path).load().settings().machine()).isEqualTo(new Machine(null, 3));
            assertThat(said).singleElement().satisfies(e -> assertThat(SystemWord.of(e)).isEqualTo(SystemWord.of(SystemWord.Why.FULL)));
        }
    }

    private static void until(BooleanSupplier there) throws InterruptedException {
        for (int i = 0; i < 1500 && !there.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(there.getAsBoolean()).isTrue();
    }

    @Test
    void closing_writes_what_is_not_yet_written() throws Exception {
        Path path = folder.resolve("settings.json");
        SettingsFile file = new SettingsFile(path);
        AtomicReference<Callable<Void>> ending = new AtomicReference<>();
        EventQueue.invokeAndWait(() -> {
            Memory memory = new Memory(file, file.load(), e -> { throw new IllegalStateException(e); });
            memory.change(s -> s.with(new Machine(null, 5)));
            ending.set(memory.ending());
        });
        ending.get().call();
        assertThat(new SettingsFile(path).load().settings().machine()).isEqualTo(new Machine(null, 5));
    }
}
