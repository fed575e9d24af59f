package easel.run;

import com.google.gson.JsonParseException;
import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;

/**
 * Pictures by key in the user's cache folder, and where pictures were saved; over restarts, the least lately used going
 * first. Written on a thread of its own; a result that comes while too many wait is left out. What does not read back
 * as it was written counts as not there. Files appear whole and are never changed, so processes may share the folder.
 * For any thread.
 */
final class DiskCache implements AutoCloseable {

    /** What a small file really takes. */
    private static final long BLOCK = 4096;
    /** Samples that may wait to be written. */
    private static final long MOST_WAITING = 96L << 20;
    /** After so many bytes written the folder is looked at again: another process writes there too. */
    private static final long LOOK_AGAIN = 64L << 20;
    private static final Duration STRANDED = Duration.ofDays(1);
    /** Kept below the bound, so that it is not looked for at each file. */
    private static final double LEFT = 0.9;

    private final Path folder;
    private volatile long mostBytes;
    private final AtomicLong waiting = new AtomicLong();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("easel-cache").daemon().priority(Thread.MIN_PRIORITY).factory());
    /** Bytes in the folder as far as is known, and written since it was counted; on the thread. */
    private long bytes = -1;
    private long written;

    DiskCache(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** Keeps no more than so many bytes from now on. */
    void limit(long most) {
        mostBytes = most;
    }

    /** Writes a result some time soon, if it is one for here. */
    void put(Key key, Outputs outputs) {
        if (!ResultFile.holds(outputs)) {
            return;
        }
        long size = outputs.bytes();
        if (waiting.addAndGet(size) > MOST_WAITING && size > 0) {
            waiting.addAndGet(-size);
            return;
        }
        try {
            thread.execute(() -> {
                try {
                    write(key, outputs);
                } catch (IOException | JsonParseException onlyCostsTime) {
                    // A full disk, or a value that has no form here: it is made again when it is wanted.
                } finally {
                    waiting.addAndGet(-size);
                }
            });
        } catch (RejectedExecutionException closed) {
            waiting.addAndGet(-size);
        }
    }

    /** Deletes a result some time soon, behind what waits to be written. */
    void drop(Key key) {
        try {
            thread.execute(() -> {
                try {
                    Files.deleteIfExists(file(key));
                } catch (IOException stays) {
                    // It goes when its turn comes.
                }
            });
        } catch (RejectedExecutionException closed) {
            // It goes when its turn comes.
        }
    }

    private Path file(Key key) {
        return folder.resolve(key.hex().substring(0, 2)).resolve(ResultFile.name(key));
    }

    private void write(Key key, Outputs outputs) throws IOException {
        byte[] all = ResultFile.bytes(key, outputs);
        WholeFile.write(file(key), all);
        long size = Math.max(BLOCK, all.length);
        written += size;
        bytes = bytes < 0 || written > LOOK_AGAIN ? counted() : bytes + size;
        if (bytes > mostBytes) {
            shrink();
        }
    }

    private static long changed(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    /** Does something behind what waits to be written. */
    void behind(Runnable deed) {
        try {
            thread.execute(deed);
        } catch (RejectedExecutionException closed) {
            // Nobody is there any more who wants to know.
        }
    }

    /** Whether there is a file for a key, whatever is in it. */
    boolean has(Key key) {
        return Files.exists(file(key));
    }

    /** What was kept under a key. */
    Optional<Outputs> get(Key key) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();   // mostly so, and an exception costs ten times as much
        }
        try {
            byte[] all = Files.readAllBytes(file);
            Outputs outputs = ResultFile.read(key, all);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(outputs);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException | DataFormatException damaged) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                // It goes when its turn comes.
            }
            return Optional.empty();
        }
    }

    private record Entry(Path file, long size, long used) {}

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        Instant stranded = Instant.now().minus(STRANDED);
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.toList()) {
                try {
                    if (file.toString().endsWith(ResultFile.ENDING)) {
                        entries.add(new Entry(file, Math.max(BLOCK, Files.size(file)), changed(file)));
                    } else if (file.toString().endsWith(".tmp") && Files.getLastModifiedTime(file).toInstant().isBefore(stranded)) {
                        Files.deleteIfExists(file);   // of a process that was killed while it wrote
                    }
                } catch (IOException goneMeanwhile) {
                    // Another process is tidying too.
                }
            }
        }
        return entries;
    }

    private long counted() throws IOException {
        written = 0;
        return entries().stream().mapToLong(Entry::size).sum();
    }

    private void shrink() throws IOException {
        List<Entry> oldest = new ArrayList<>(entries());
        oldest.sort(Comparator.comparingLong(Entry::used));
        bytes = oldest.stream().mapToLong(Entry::size).sum();
        written = 0;
        for (Entry entry : oldest) {
            if (bytes <= mostBytes * LEFT) {
                return;
            }
            try {
                Files.deleteIfExists(entry.file);
                bytes -= entry.size;
            } catch (IOException inUse) {
                // Another process reads it, on a system that then keeps it.
            }
        }
    }

    /** Writes what still waits, for some seconds at most. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
