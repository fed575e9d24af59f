package easel.ui.desk;

import easel.format.FileEnding;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Mode;
import easel.platform.Language;
import easel.run.Studio;
import easel.ui.settings.Memory;
import easel.ui.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Workflows out of files and into them: opened, saved, and what to do when others have written one. On the EDT. */
public final class DeskFiles {

    private final Desk desk;
    private final Studio studio;
    private final Memory memory;
    private final TabFiles files;

    DeskFiles(Desk desk, Studio studio, Memory memory) {
        this.desk = desk;
        this.studio = studio;
        this.memory = memory;
        this.files = new TabFiles(desk::tabs, this::language, desk::fileChanged);
    }

    private Language language() {
        return memory.get().look().spoken();
    }

    /** Looks whether others have written the tabs' files. */
    void look() {
        files.look();
    }

    /** The tab that has a file open. */
    Optional<Tab> openIn(Path file) {
        Path same = file.toAbsolutePath().normalize();
        return desk.tabs().stream().filter(t -> t.file() != null && t.file().toAbsolutePath().normalize().equals(same)).findFirst();
    }

    /**
     * Opens a workflow, or the one a picture carries, in a tab; one that is open is brought to the front.
     *
     * @param otherwise what to do with a file that holds none
     */
    public void open(Path file, Runnable otherwise) {
        Optional<Tab> open = openIn(file);
        if (open.isPresent()) {
            desk.raise(open.get());
            return;
        }
        Path absolute = file.toAbsolutePath();
        Task.of(() -> Papers.in(absolute, language())).whenDone(found -> {
            switch (found) {
                case Papers.Found.Workflow(Document document, Stamp stamp) -> opened(absolute, document, stamp);
                case Papers.Found.InPicture(Document document) -> openedPicture(absolute, document);
                case Papers.Found.Broken(String sentence) -> desk.say("notice.not-opened", String.valueOf(absolute.getFileName()), sentence);
                case Papers.Found.Nothing _ -> otherwise.run();
            }
        });
    }

    private void openedPicture(Path picture, Document document) {
        Optional<Tab> there = desk.tabs().stream().filter(t -> t.name().equals(Papers.plainName(picture))
                && t.pictures().all().stream().anyMatch(s -> s.file().equals(picture))).findFirst();
        if (there.isPresent()) {
            desk.raise(there.get());
        } else {
            desk.addInPlaceOfUntouched(new Tab(desk.nextId(), Papers.plainName(picture), Papers.locked(document), null, List.of(Shot.of(picture))));
        }
    }

    private void opened(Path file, Document document, Stamp stamp) {
        Optional<Tab> meanwhile = openIn(file);
        if (meanwhile.isPresent()) {
            desk.raise(meanwhile.get());
            return;
        }
        Tab tab = new Tab(desk.nextId(), "", document, document, List.of());
        tab.keptIn(file, stamp, document);
        keepFrozen(file, document);
        desk.addInPlaceOfUntouched(tab);
        memory.changeWork(w -> w.withRecentFile(file));
    }

    /** Saves a tab to a file; its ending is added. A file that is open in another tab is not taken away from it. */
    public void save(Tab tab, Path to) {
        Path file = FileEnding.on(to.toAbsolutePath(), WorkflowFile.ENDING);
        Optional<Tab> open = openIn(file);
        if (open.isPresent() && open.get() != tab) {
            desk.say("notice.open-elsewhere", String.valueOf(file.getFileName()));
            return;
        }
        write(tab, file, false);
    }

    /** The tabs of which something is to be said and decided about their files. */
    public Set<Tab> troubled() {
        return desk.everyTab().stream().filter(tab -> tab.news() != null).collect(Collectors.toSet());
    }

    private void write(Tab tab, Path file, boolean anyway) {
        desk.takeTyped();
        Document saved = tab.document();
        files.save(tab, file, anyway, () -> {
            memory.changeWork(w -> w.withRecentFile(file));
            keepFrozen(file, saved);
            desk.say("notice.saved", file);
        });
    }

    /** What frozen nodes give stays as long as their file does. */
    private void keepFrozen(Path file, Document document) {
        if (document.nodes().stream().anyMatch(n -> n.mode() == Mode.FROZEN) || !document.subgraphs().isEmpty()) {
            Task.<Void>of(() -> {
                studio.liesIn(file, document);
                return null;
            }).start();
        }
    }

    /** Writes a tab's file again, whatever others have done to it. */
    public void keepMine(Tab tab) {
        FileNews news = tab.news();
        Path file = news instanceof FileNews.NotWritten(Path wanted, _) ? wanted : tab.file();
        if (file != null) {
            write(tab, file, !(news instanceof FileNews.NotWritten));
        }
    }

    /** Leaves a tab's file as it is; nothing more is said of it. */
    public void leave(Tab tab) {
        if (tab.news() != null) {
            tab.say(null);
            desk.fileChanged(tab);
        }
    }

    /** Takes what others have written; what was here is kept among the closed tabs. */
    public void reload(Tab tab) {
        if (tab.news() instanceof FileNews.Changed(Path file, Document theirs)) {
            Tab other = new Tab(desk.nextId(), "", theirs, theirs, tab.pictures().all());
            // Whatever is wrong about this stamp, the next look finds it.
            other.keptIn(file, tab.stamp(), theirs);
            other.look(tab.looks());
            desk.replace(tab, other);
        }
    }
}
