package easel.run;

import easel.format.PictureException;
import easel.platform.Folders;
import easel.run.store.FinishedJob;
import easel.run.store.HistoryEntry;
import easel.run.store.JobHistory;
import easel.run.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fills the history from what pictures say of themselves. */
public final class HistoryRebuild {

    /** Folders within folders, such as one a day. */
    private static final int DEEPEST = 4;
    private static final int AT_ONCE = 200;
    /** How files are named that carry what made them; what they are is told by their content. */
    private static final Pattern NAMED = Pattern.compile("\\.(png|jpe?g|webp)$", Pattern.CASE_INSENSITIVE);

    private final JobHistory history;
    private final Path kept;

    /**
     * @param kept the folder of pictures that nobody saved
     */
    HistoryRebuild(JobHistory history, Path kept) {
        this.history = history;
        this.kept = kept.toAbsolutePath();
    }

    /** For a user's own history. */
    public static HistoryRebuild of(JobHistory history, Folders folders) {
        return new HistoryRebuild(history, ResultsFolder.of(folders));
    }

    /** Adds what lies in the folders and no entry has, and tells how many; pictures that say nothing of themselves are left out. */
    public int from(List<Path> folders) throws StoreException {
        int added = 0;
        for (Path folder : folders) {
            List<Path> some = new ArrayList<>();
            for (Path file : pictures(folder)) {
                some.add(file);
                if (some.size() == AT_ONCE) {
                    added += add(some);
                    some.clear();
                }
            }
            added += add(some);
        }
        return added;
    }

    private static List<Path> pictures(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.toAbsolutePath().normalize(), DEEPEST)) {
            return files.filter(f -> NAMED.matcher(f.toString()).find() && Files.isRegularFile(f)).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private int add(List<Path> files) throws StoreException {
        int added = 0;
        for (Path file : history.unknown(files)) {
            try {
                Optional<FinishedJob> told = Account.ofFile(file, Files.getLastModifiedTime(file).toInstant());
                if (told.isPresent()) {
                    // Small pictures are made when somebody looks: thousands of them would take minutes now.
                    history.add(file.startsWith(kept) ? asKept(told.get()) : told.get());
                    added++;
                }
            } catch (PictureException | IOException notOurs) {
                // One that is damaged, or another kind of file under that name.
            }
        }
        return added;
    }

    private static FinishedJob asKept(FinishedJob job) {
        return new FinishedJob(job.at(), job.ending(), job.failure(), job.seconds(), job.inside(), job.model(), job.prompt(), job.negative(), job.build(),
                job.document(), job.pictures().stream().map(p -> new HistoryEntry.Picture(p.file(), true, p.seed(), p.width(), p.height())).toList());
    }
}
