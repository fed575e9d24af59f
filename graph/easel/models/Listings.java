package easel.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What lies in folders, each read again only when its time has changed: a document is looked at with every edit, and the
 * folders may lie behind a slow network. For any thread.
 */
final class Listings {

    private static final int MOST = 20_000;
    // Two changes within one tick of a file system's clock (2 s on FAT) look like one.
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** @param files and folders, by their names, without hidden ones */
    record Listed(List<String> files, List<String> folders) {

        static final Listed NOTHING = new Listed(List.of(), List.of());
    }

    private record Kept(FileTime changed, Listed listed) {}

    private final Map<Path, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** What lies in a folder; nothing in one that is not there or cannot be read. */
    Listed of(Path folder) {
        try {
            FileTime changed = Files.getLastModifiedTime(folder);
            synchronized (kept) {
                Kept before = kept.get(folder);
                if (before != null && before.changed.equals(changed)) {
                    return before.listed;
                }
            }
            Listed now = read(folder);
            if (changed.toInstant().isBefore(Instant.now().minus(SETTLED))) {
                keep(folder, new Kept(changed, now));
            }
            return now;
        } catch (IOException | DirectoryIteratorException | UncheckedIOException unreadable) {
            return Listed.NOTHING;
        }
    }

    private void keep(Path folder, Kept now) {
        synchronized (kept) {
            kept.put(folder, now);
            for (Iterator<Path> oldest = kept.keySet().iterator(); kept.size() > MOST; ) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    private static Listed read(Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path one : all) {
                String name = one.getFileName().toString();
                if (!name.startsWith(".")) {
                    (Files.isDirectory(one) ? folders : files).add(name);
                }
            }
        }
        files.sort(null);
        folders.sort(null);
        return new Listed(List.copyOf(files), List.copyOf(folders));
    }
}
