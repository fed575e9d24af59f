package easel.ui.desk;

import easel.ui.task.Edt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * How a file was when we last read or wrote it; another stamp means that others wrote it.
 *
 * @param modified milliseconds since 1970
 * @param size     bytes
 */
record Stamp(long modified, long size) {

    /** The file's stamp now; null if it is not there or cannot be asked. Asks the disk, so not on the EDT. */
    static @Nullable Stamp of(Path file) {
        Edt.mustBeOff();
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.isRegularFile() ? new Stamp(now.lastModifiedTime().toMillis(), now.size()) : null;
        } catch (IOException gone) {
            return null;
        }
    }
}
