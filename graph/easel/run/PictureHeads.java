package easel.run;

import easel.format.PictureException;
import easel.format.PictureFailure;
import easel.format.PictureFile;
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

    private record Told(FileStamp stamp, Optional<PictureFailure> failure) {}

    private final Map<String, Told> told = new LinkedHashMap<>(16, 0.75f, true);

    /** Why a file cannot be taken as a picture, told from its head; what only its pixels tell is found when it runs. */
    Optional<PictureFailure> failure(String file, FileStamp stamp) {
        synchronized (told) {
            Told before = told.get(file);
            if (before != null && before.stamp.equals(stamp)) {
                return before.failure;
            }
        }
        Optional<PictureFailure> failure = read(Path.of(file));
        if (stamp.isOlderThan(Instant.now().minus(SETTLED))) {
            synchronized (told) {
                told.put(file, new Told(stamp, failure));
                for (Iterator<String> oldest = told.keySet().iterator(); told.size() > MOST; ) {
                    oldest.next();
                    oldest.remove();
                }
            }
        }
        return failure;
    }

    private static Optional<PictureFailure> read(Path file) {
        try {
            PictureFile.head(file);
            return Optional.empty();
        } catch (PictureException e) {
            return Optional.of(e.failure());
        }
    }
}
