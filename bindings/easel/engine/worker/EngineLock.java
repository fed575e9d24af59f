package easel.engine.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One engine a user and device: two models in one device's memory are an out-of-memory. The system lets go of the lock
 * when a process ends, however it ends. Who waits touches a mark; who holds the lock looks at the mark when idle and
 * lets go.
 */
final class EngineLock implements AutoCloseable {

    private static final Duration MARK_LIVES = Duration.ofSeconds(5);

    private final Path lockFile;
    private final Path mark;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    EngineLock(Path folder, String device) throws IOException {
        Files.createDirectories(folder);
        String name = device.replaceAll("[^A-Za-z0-9]", "_");
        lockFile = folder.resolve("engine-" + name + ".lock");
        mark = folder.resolve("engine-" + name + ".wanted");
    }

    /** Takes the lock if it is free; else marks it as wanted. */
    boolean tryTake() throws IOException {
        if (lock != null) {
            return true;
        }
        if (channel == null) {
            channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            lock = null;
        }
        if (lock == null) {
            Files.write(mark, new byte[0]);
            Files.setLastModifiedTime(mark, FileTime.from(Instant.now()));
        }
        return lock != null;
    }

    /** Whether somebody has waited for it within the last seconds. */
    boolean isWanted() {
        try {
            return Duration.between(Files.getLastModifiedTime(mark).toInstant(), Instant.now()).compareTo(MARK_LIVES) < 0;
        } catch (IOException nobodyEverWaited) {
            return false;
        }
    }

    boolean isHeld() {
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();   // the lock goes with it
            channel = null;
            lock = null;
        }
    }
}
