package easel.run;

import easel.engine.weights.Starter;
import easel.graph.Problem;
import easel.graph.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How a file looks from outside.
 *
 * @param size    in bytes, or -1 if there is none
 * @param changed in nanoseconds since 1970
 * @param reads   whether it is a file that may be read
 */
record FileStamp(long size, long changed, boolean reads) {

    /** A file that comes with Easel. */
    static FileStamp ours(Starter starter, String name) {
        return new FileStamp(0, starter.isUnpacked(name) ? 1 : 0, true);
    }

    private static final FileStamp NOTHING = new FileStamp(-1, 0, false);

    static FileStamp of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(now.size(), now.lastModifiedTime().to(TimeUnit.NANOSECONDS), now.isRegularFile() && Files.isReadable(file));
        } catch (IOException e) {
            return Files.exists(file) ? new FileStamp(0, 0, false) : NOTHING;
        }
    }

    /** Whether the file was changed before a time. */
    boolean isOlderThan(Instant time) {
        return FileTime.from(changed, TimeUnit.NANOSECONDS).toInstant().isBefore(time);
    }

    /** What is wrong with the file for who names it. */
    Optional<Problem> problem(Sheet.FileUse use, Path file, PictureHeads heads) {
        boolean picture = use.rule().of() == Rule.File.Of.PICTURE;
        if (reads) {
            return !picture ? Optional.empty() : heads.failure(file, this).map(failure -> Problem.at(use.at(), Problem.Code.UNFIT_PICTURE, failure))
                    .or(() -> heads.isDeep(file, this) ? Optional.of(Problem.at(use.at(), Problem.Code.DEEP_PICTURE)) : Optional.empty());
        }
        return Optional.of(Files.isDirectory(file) ? Problem.at(use.at(), Problem.Code.NOT_A_FILE, file)
                : size >= 0 ? Problem.at(use.at(), Problem.Code.UNREADABLE_FILE, file, "access denied")
                : Problem.at(use.at(), picture ? Problem.Code.NO_SUCH_FILE : Problem.Code.MISSING_MODEL, file));
    }
}
