package easel.ui;

import easel.format.WorkflowFile;
import easel.platform.Words;
import easel.ui.desk.Desk;
import easel.ui.desk.Tab;
import easel.ui.settings.Memory;
import easel.ui.widget.Choosing;
import java.awt.Component;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Workflow files by the system's own dialogs. On the EDT. */
final class FileDeeds {

    private final Component over;
    private final Desk desk;
    private final Memory memory;
    private final Supplier<Words> words;
    private final Consumer<Path> opened;

    /** @param opened does with a chosen file whatever is to be done with it */
    FileDeeds(Component over, Desk desk, Memory memory, Supplier<Words> words, Consumer<Path> opened) {
        this.over = over;
        this.desk = desk;
        this.memory = memory;
        this.words = words;
        this.opened = opened;
    }

    void open() {
        Choosing.file(over, words.get().say("file.open.title"), folder(), words.get().say("file.kinds"), "json", "png").ifPresent(opened);
    }

    void save(Tab tab) {
        if (tab.file() == null) {
            saveAs(tab);
        } else {
            desk.files().save(tab, tab.file());
        }
    }

    void saveAs(Tab tab) {
        // What no system takes in a name becomes a space.
        String name = desk.title(tab).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        Path folder = folder();
        Path suggestion = tab.file() != null ? tab.file() : (folder == null ? Path.of(System.getProperty("user.home")) : folder)
                .resolve((name.isEmpty() ? "workflow" : name) + WorkflowFile.ENDING);
        Choosing.save(over, words.get().say("file.save.title"), suggestion, WorkflowFile.ENDING).ifPresent(to -> desk.files().save(tab, to));
    }

    /** Where the last workflow was. */
    private @Nullable Path folder() {
        return memory.get().work().recentFiles().stream().map(Path::getParent).findFirst().orElse(null);
    }
}
