package easel.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole or not at all: written beside their place, forced to the disk, then moved. */
public final class WholeFile {

    private WholeFile() {}

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes {@code content} to {@code file}, in place of what was there; on any failure the old file stays. */
    public static void write(Path file, Content content) throws IOException {
        Path temporary = writeBeside(file, content);
        try {
            try {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes {@code content} to {@code file}. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /**
     * Writes {@code content} to {@code file}, which must not exist.
     *
     * @throws FileAlreadyExistsException if it does; it is left as it is
     */
    public static void writeNew(Path file, Content content) throws IOException {
        Path temporary = writeBeside(file, content);
        try {
            settle(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A name for a file that somebody else is about to write, to be brought to its place by {@link #placeNew}. */
    public static Path beside(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // A name of our own, not the file's: a long name plus a suffix may pass the system's limit.
        return folder.resolve(Leftovers.name());
    }

    /**
     * Forces what somebody else wrote {@link #beside} to the disk and brings it to its place, where nothing may be.
     *
     * @throws FileAlreadyExistsException if there is something; it is left as it is
     */
    public static void placeNew(Path temporary, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        settle(temporary, file);
        Files.deleteIfExists(temporary);
    }

    private static void settle(Path temporary, Path file) throws IOException {
        // Not an atomic move: that one replaces silently, and nothing is ever overwritten here.
        try {
            Files.createLink(file, temporary);
        } catch (UnsupportedOperationException e) {
            Files.move(temporary, file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException noHardLinksHere) {
            Files.move(temporary, file);
        }
    }

    private static Path writeBeside(Path file, Content content) throws IOException {
        Path temporary = beside(file);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new java.io.BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            return temporary;
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }
}
