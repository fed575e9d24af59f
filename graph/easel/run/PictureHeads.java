package easel.run;

import easel.format.PictureException;
import easel.format.PictureFailure;
import easel.format.PictureFile;
import easel.format.PictureHead;
import easel.pixels.Sizing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the heads of pictures' files tell, each read once as long as its size and time stay: a document is looked at with
 * every edit, and may name hundreds. For any thread.
 */
final class PictureHeads {

    private static final int MOST = 2_000;
    // A file changed twice within one tick of its system's clock (2 s on FAT) looks the same with other content.
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private record Told(FileStamp stamp, Optional<PictureFailure> failure, boolean deep, Optional<Sizing.Size> size) {}

    private final Map<Path, Told> told = new LinkedHashMap<>(16, 0.75f, true);

    /** Why a file cannot be taken as a picture, told from its head; what only its pixels tell is found when it runs. */
    Optional<PictureFailure> failure(Path file, FileStamp stamp) {
        return told(file, stamp).failure;
    }

    /** Whether it has more bits a sample than are kept. */
    boolean isDeep(Path file, FileStamp stamp) {
        return told(file, stamp).deep;
    }

    /** How large it is as it is seen; empty for one that cannot be taken. */
    Optional<Sizing.Size> size(Path file, FileStamp stamp) {
        return told(file, stamp).size;
    }

    private Told told(Path file, FileStamp stamp) {
        synchronized (told) {
            Told before = told.get(file);
            if (before != null && before.stamp.equals(stamp)) {
                return before;
            }
        }
        Told now = read(file, stamp);
        if (stamp.isOlderThan(Instant.now().minus(SETTLED))) {
            synchronized (told) {
                told.put(file, now);
                for (Iterator<Path> oldest = told.keySet().iterator(); told.size() > MOST; ) {
                    oldest.next();
                    oldest.remove();
                }
            }
        }
        return now;
    }

    private static Told read(Path file, FileStamp stamp) {
        try {
            PictureHead head = PictureFile.head(file);
            return new Told(stamp, Optional.empty(), head.deep(), Optional.of(new Sizing.Size(head.width(), head.height())));
        } catch (PictureException e) {
            return new Told(stamp, Optional.of(e.failure()), false, Optional.empty());
        }
    }
}
