package easel.run;

import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.Thumbnail;
import easel.platform.Folders;
import easel.platform.Leftovers;
import easel.run.store.HistoryEntry;
import easel.run.store.JobHistory;
import easel.run.store.Store;
import easel.run.store.StoreException;
import easel.run.store.StoreFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What stays on the disk when jobs are over: pictures that nobody saved, within bounds, and the history with its small
 * pictures. For any thread.
 */
final class Keepsakes {

    // A start has the processor for itself until it has painted.
    private static final long TIDY_AFTER_MS = 2_500;

    private final Keeping keeping;
    private final ResultsFolder results;
    private final FrozenResults frozen;
    private final KnownFolders knownFolders;
    private volatile Supplier<Set<Path>> held = Set::of;
    private volatile long keptBytes;

    Keepsakes(Folders folders, Consumer<StoreFailure> told, ResultsFolder results, FrozenResults frozen, long keptBytes) {
        this.keeping = new Keeping(folders, failure -> {
            told.accept(failure);
            if (failure instanceof StoreFailure.PutAside) {
                // On a thread of its own: thousands of pictures take a while, and the queue must go on meanwhile.
                Thread.ofPlatform().name("easel-rebuild").daemon().start(this::rebuildAll);
            }
        });
        this.results = results;
        this.frozen = frozen;
        this.knownFolders = new KnownFolders(folders.data().resolve("picture-folders.txt"));
        this.keptBytes = keptBytes;
        Thread.ofPlatform().name("easel-tidy").daemon().priority(Thread.MIN_PRIORITY).start(() -> tidy(folders));
    }

    private void rebuildAll() {
        rebuildHistory(knownFolders.all());
    }

    /** The way to the store. */
    Keeping keeping() {
        return keeping;
    }

    /** Clears what was being written when an earlier process was killed. */
    private void tidy(Folders folders) {
        try {
            Thread.sleep(TIDY_AFTER_MS);
        } catch (InterruptedException e) {
            return;
        }
        for (Path folder : List.of(folders.config(), folders.data(), folders.cache(), folders.state())) {
            try (Stream<Path> inside = Files.walk(folder, 2)) {
                inside.filter(Files::isDirectory).forEach(Leftovers::clear);
            } catch (IOException | UncheckedIOException notThere) {
                // Then there is nothing to clear.
            }
        }
        knownFolders.all().forEach(Leftovers::clear);
    }

    /**
     * What there is to tell of a job that is over; its pictures that nobody saved are kept.
     *
     * @param kept whether they are
     */
    Optional<Account> account(JobRun job, Ending ending, boolean kept) {
        return job.queued().options().live() ? Optional.empty() : job.account(ending, kept ? results : null);
    }

    /** Takes note of the pictures of a job that is over. */
    void noted(Account account) {
        account.pictures().forEach(picture -> {
            if (picture.kept()) {
                keeping.later(store -> {
                    Set<Path> spared = new HashSet<>(store.history().starredFiles());
                    spared.addAll(held.get());
                    spared.addAll(frozen.pictures());
                    results.shrink(keptBytes, spared);
                });
            } else if (picture.file().toAbsolutePath().getParent() != null) {
                knownFolders.add(picture.file().toAbsolutePath().getParent());
            }
        });
    }

    Optional<JobHistory> history() {
        return keeping.store().map(Store::history);
    }

    Optional<byte[]> thumbnail(HistoryEntry entry) {
        Optional<byte[]> kept = keeping.now(store -> store.history().thumbnail(entry.id())).flatMap(found -> found);
        if (kept.isPresent() || entry.pictures().isEmpty()) {
            return kept;
        }
        try {
            byte[] made = Thumbnail.of(PictureFile.read(entry.pictures().getFirst().file()).picture());
            keeping.later(store -> store.history().setThumbnail(entry.id(), made));
            return Optional.of(made);
        } catch (PictureException gone) {
            return Optional.empty();
        }
    }

    int rebuildHistory(List<Path> folders) {
        return keeping.now(store -> rebuild(store.history(), folders)).orElse(0);
    }

    private int rebuild(JobHistory history, List<Path> folders) throws StoreException {
        return new HistoryRebuild(history, results.folder()).from(Stream.concat(Stream.of(results.folder()), folders.stream()).distinct().toList());
    }

    void holding(Supplier<Set<Path>> files) {
        held = files;
    }

    void limit(long bytes) {
        keptBytes = bytes;
    }
}
