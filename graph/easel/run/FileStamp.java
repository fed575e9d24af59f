package easel.run;

import easel.engine.weights.Starter;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.graph.Problem;
import easel.graph.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * How a file looks from outside.
 *
 * @param size    in bytes, or -1 if there is none
 * @param changed in the system's own ticks
 * @param reads   whether it is a file that may be read
 */
record FileStamp(long size, long changed, boolean reads) {

    /** A file that comes with Easel. */
    static FileStamp ours(Starter starter) {
        return new FileStamp(0, starter.isUnpacked() ? 1 : 0, true);
    }

    private static final FileStamp NOTHING = new FileStamp(-1, 0, false);

    static FileStamp of(String path) {
        Path file = Path.of(path);
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(now.size(), now.lastModifiedTime().toMillis(), now.isRegularFile() && Files.isReadable(file));
        } catch (IOException e) {
            return Files.exists(file) ? new FileStamp(0, 0, false) : NOTHING;
        }
    }

    /** Told from the picture's head, which is soon read; what only its pixels tell is found when it runs. */
    private static Optional<Problem> unfit(Sheet.FileUse use) {
        try {
            return PictureFile.head(Path.of(use.text())).deep() ? Optional.of(Problem.at(use.at(), Problem.Code.DEEP_PICTURE)) : Optional.empty();
        } catch (PictureException e) {
            return Optional.of(Problem.at(use.at(), Problem.Code.UNFIT_PICTURE, e.failure()));
        }
    }

    /** What is wrong with the file for who names it. Reads the heads of pictures. */
    Optional<Problem> problem(Sheet.FileUse use) {
        if (reads) {
            return use.isName() || use.rule().of() != Rule.File.Of.PICTURE ? Optional.empty() : unfit(use);
        }
        Path file = Path.of(use.text());
        return Optional.of(Files.isDirectory(file) ? Problem.at(use.at(), Problem.Code.NOT_A_FILE, file)
                : size >= 0 ? Problem.at(use.at(), Problem.Code.UNREADABLE_FILE, file, "access denied")
                : Problem.at(use.at(), use.rule().of() == Rule.File.Of.PICTURE ? Problem.Code.NO_SUCH_FILE : Problem.Code.MISSING_MODEL, file));
    }
}
