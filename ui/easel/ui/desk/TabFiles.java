package easel.ui.desk;

import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.platform.Language;
import easel.platform.SystemWord;
import easel.ui.task.Lane;
import easel.ui.task.Task;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The files of the tabs: written, and watched for what others write. On the EDT; the disk is asked elsewhere. */
final class TabFiles {

    private final Supplier<List<Tab>> tabs;
    private final Supplier<Language> language;
    private final Consumer<Tab> changed;
    /** What was asked for while a tab was being written; the last of it is done then. */
    private final Map<Tab, Runnable> again = new HashMap<>();
    private boolean looking;

    /** @param changed told when a tab's file, or what is to be said of it, is another */
    TabFiles(Supplier<List<Tab>> tabs, Supplier<Language> language, Consumer<Tab> changed) {
        this.tabs = tabs;
        this.language = language;
        this.changed = changed;
    }

    /** What came of a writing. */
    private sealed interface Written {
        record Well(@Nullable Stamp stamp) implements Written {}

        record NotOurs(FileNews news) implements Written {}
    }

    /**
     * Writes a tab. If others have written its file since we last knew it, it is left alone and the tab says so.
     *
     * @param anyway whether what others wrote is to be replaced
     * @param done   told once it is written
     */
    void save(Tab tab, Path to, boolean anyway, Runnable done) {
        if (tab.isWriting()) {
            again.put(tab, () -> save(tab, to, anyway, done));
            return;
        }
        Document document = tab.document();
        Stamp known = to.equals(tab.file()) && !anyway ? tab.stamp() : null;
        Language speaks = language.get();
        tab.setWriting(true);
        Task.<Written>of(Lane.SAVING, () -> {
            Stamp there = known == null ? null : Stamp.of(to);
            if (there != null && !there.equals(known)) {
                FileNews news = news(to, speaks, document);
                if (news != null) {
                    return new Written.NotOurs(news);
                }
            }
            WorkflowFile.write(to, document);
            return new Written.Well(Stamp.of(to));
        }).whenFailed(e -> {
            tab.setWriting(false);
            tab.say(new FileNews.NotWritten(to, SystemWord.of(e)));
            changed.accept(tab);
            next(tab);
        }).whenDone(written -> {
            tab.setWriting(false);
            switch (written) {
                case Written.Well(Stamp stamp) -> {
                    tab.keptIn(to, stamp, document);
                    changed.accept(tab);
                    done.run();
                }
                case Written.NotOurs(FileNews news) -> {
                    tab.say(news);
                    changed.accept(tab);
                }
            }
            next(tab);
        });
    }

    /** Another place, or the same with what was written since: that this one failed says nothing of it. */
    private void next(Tab tab) {
        Runnable next = again.remove(tab);
        if (next != null) {
            next.run();
        }
    }

    /** What is to be said of a file that is not as we knew it; null if it holds {@code ours}. */
    private static @Nullable FileNews news(Path file, Language language, Document ours) {
        try {
            Document theirs = WorkflowFile.read(file);
            return theirs.equals(ours) ? null : new FileNews.Changed(file, theirs);
        } catch (WorkflowException e) {
            return new FileNews.Damaged(file, e.sentence(language));
        }
    }

    private record Look(Tab tab, Path file, @Nullable Stamp known, boolean knowsSaved, Document document) {}

    private record Seen(Look look, @Nullable Stamp stamp, @Nullable FileNews news, @Nullable Document inFile) {}

    /** Looks whether others have written the tabs' files. */
    void look() {
        List<Look> looks = tabs.get().stream().filter(t -> t.file() != null && t.news() == null && !t.isWriting())
                .map(t -> new Look(t, t.file(), t.stamp(), t.knowsSaved(), t.document())).toList();
        if (looking || looks.isEmpty()) {
            return;
        }
        looking = true;
        Language speaks = language.get();
        Task.of(() -> looks.stream().map(look -> seen(look, speaks)).toList()).whenFailed(_ -> looking = false).whenDone(all -> {
            looking = false;
            all.forEach(this::take);
        });
    }

    private static Seen seen(Look look, Language language) {
        Stamp now = Stamp.of(look.file);
        if (now == null) {
            return new Seen(look, null, new FileNews.Gone(look.file), null);
        }
        if (now.equals(look.known) && look.knowsSaved) {
            return new Seen(look, now, null, null);
        }
        try {
            Document inFile = WorkflowFile.read(look.file);
            boolean ours = now.equals(look.known) || inFile.equals(look.document);
            return new Seen(look, now, ours ? null : new FileNews.Changed(look.file, inFile), inFile);
        } catch (WorkflowException e) {
            return new Seen(look, now, new FileNews.Damaged(look.file, e.sentence(language)), null);
        }
    }

    private void take(Seen seen) {
        Tab tab = seen.look.tab;
        // Saved or decided upon meanwhile: that was newer.
        if (tab.isWriting() || tab.news() != null || !seen.look.file.equals(tab.file()) || tab.stamp() != seen.look.known) {
            return;
        }
        if (seen.news != null) {
            tab.say(seen.news);
            changed.accept(tab);
        } else if (seen.inFile != null) {
            tab.keptIn(seen.look.file, seen.stamp, seen.inFile);
            changed.accept(tab);
        }
    }
}
