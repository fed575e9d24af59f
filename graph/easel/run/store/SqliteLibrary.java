package easel.run.store;

import easel.platform.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once into the cache folder. By itself the driver unpacks it at every start into the
 * system's folder for temporary files, and leaves it there when the process is killed.
 */
final class SqliteLibrary {

    private SqliteLibrary() {}

    /** Loads it, the first time in a process. */
    static synchronized void load(Path cache) throws IOException {
        if (System.getProperty("org.sqlite.lib.path") != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (packed == null) {
                return;   // a system the driver has nothing for: it says so itself
            }
            Path file = cache.resolve("sqlite-" + SQLiteJDBCLoader.getVersion()).resolve(name);
            byte[] content = packed.readAllBytes();
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                WholeFile.write(file, content);
            }
            System.setProperty("org.sqlite.lib.path", file.getParent().toString());
            System.setProperty("org.sqlite.lib.name", name);
        }
    }
}
