package easel.platform;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that {@link WholeFile} was writing when its process was killed. Each says in its name which process that was. */
public final class Leftovers {

    private static final Pattern NAME = Pattern.compile("\\.easel-(\\d{1,18})-(\\d{1,18})-[0-9a-f-]{36}\\.tmp");
    // A process of another machine that shares the folder is not to be seen; nobody writes one file for so long.
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final String MINE = ".easel-" + ProcessHandle.current().pid() + "-" + began(ProcessHandle.current()) + "-";

    private Leftovers() {}

    /** A name for a file that this process is about to write. */
    static String name() {
        return MINE + UUID.randomUUID() + ".tmp";
    }

    private static long began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Deletes what processes that are no more have left in a folder. */
    public static void clear(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".easel-*.tmp")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && !isAlive(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))
                        && Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(FRESH))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException nextTime) {
            // No such folder, or somebody else is tidying it.
        }
    }

    private static boolean isAlive(long pid, long began) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        // Numbers are given again; a process that does not say when it began may be the one.
        return process.isPresent() && (began == 0 || began(process.get()) == 0 || began(process.get()) == began);
    }
}
