package easel.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What was told of files, each looked into once and again when it has changed. For any thread. */
final class KnownContents implements Contents {

    private static final int MOST = 20_000;
    // A file changed twice within one tick of its system's clock (2 s on FAT) looks the same with other content.
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private record Known(long bytes, FileTime changed, Set<Kind> kinds) {}

    private final Contents contents;
    private final Map<Path, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    KnownContents(Contents contents) {
        this.contents = contents;
    }

    @Override
    public Set<Kind> of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            synchronized (known) {
                Known before = known.get(file);
                if (before != null && before.bytes == now.size() && before.changed.equals(now.lastModifiedTime())) {
                    return before.kinds;
                }
            }
            Set<Kind> kinds = contents.of(file);
            if (now.lastModifiedTime().toInstant().isBefore(Instant.now().minus(SETTLED))) {
                keep(file, new Known(now.size(), now.lastModifiedTime(), kinds));
            }
            return kinds;
        } catch (IOException gone) {
            return ANY;
        }
    }

    private void keep(Path file, Known now) {
        synchronized (known) {
            known.put(file, now);
            for (Iterator<Path> oldest = known.keySet().iterator(); known.size() > MOST; ) {
                oldest.next();
                oldest.remove();
            }
        }
    }
}
