package easel.run.store;

import easel.platform.SystemWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who lives: each owner of leases holds a lock on a file named like it, which the system lets go of when the process
 * ends, however it ends. No heart beats that a sleeping laptop would miss, and no process number that is given anew.
 */
final class Owners implements AutoCloseable {

    /** Those of this process: asking the system after its own locks would let go of them. */
    private static final Set<String> OURS = ConcurrentHashMap.newKeySet();

    private static final String ENDING = ".owner";

    private final Path folder;
    private @Nullable String me;
    private @Nullable FileChannel channel;

    Owners(Path folder) {
        this.folder = folder;
    }

    /** The name of this owner, who lives from now on. */
    synchronized String me() throws StoreException {
        String known = me;
        if (known != null) {
            return known;
        }
        String name = UUID.randomUUID().toString();
        Path file = folder.resolve(name + ENDING);
        try {
            Files.createDirectories(folder);
            OURS.add(name);
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new IOException("a new file is locked");
            }
        } catch (IOException e) {
            OURS.remove(name);
            throw new StoreException(new StoreFailure.NotWritten(file, SystemWord.of(e)), e);
        }
        me = name;
        return name;
    }

    /** Whether the process of that owner still runs. */
    boolean lives(String owner) {
        if (OURS.contains(owner)) {
            return true;
        }
        if (!owner.matches("[0-9a-f-]{36}")) {
            return false;
        }
        Path file = folder.resolve(owner + ENDING);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE); FileLock lock = other.tryLock()) {
            if (lock == null) {
                return true;
            }
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException unknown) {
            return true;   // a job too late is better than one twice
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // A few bytes, and the next one tries again.
        }
        return false;
    }

    /** Whether no owner lives but this one. */
    synchronized boolean areAlone() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .noneMatch(owner -> !owner.equals(me) && lives(owner));
        } catch (NoSuchFileException noneYet) {
            return true;
        } catch (IOException | UncheckedIOException unknown) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        String name = me;
        FileChannel held = channel;
        if (name == null || held == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve(name + ENDING));
            held.close();
        } catch (IOException goneWithTheProcess) {
            // The system lets go of it.
        }
        OURS.remove(name);
        me = null;
    }
}
