package easel.ui;

import easel.platform.SystemWord;
import easel.platform.Words;
import easel.ui.desk.Desk;
import easel.ui.desk.Notice;
import easel.ui.desk.Shot;
import easel.ui.image.PictureFile;
import easel.ui.image.SavedCopy;
import easel.ui.task.Lane;
import easel.ui.task.Task;
import easel.ui.widget.Choosing;
import easel.ui.widget.ImageOut;
import java.awt.Component;
import java.awt.Desktop;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What can be done with the picture that is looked at, outside Easel. On the EDT. */
final class PictureDeeds {

    private final Component over;
    private final Desk desk;
    private final Supplier<Words> words;
    private final Consumer<Notice> said;

    PictureDeeds(Component over, Desk desk, Supplier<Words> words, Consumer<Notice> said) {
        this.over = over;
        this.desk = desk;
        this.words = words;
        this.said = said;
    }

    /** Does something with the picture, if there is one. */
    void with(Consumer<Shot> deed) {
        Shot shot = desk.results().selected();
        if (shot != null) {
            deed.accept(shot);
        }
    }

    /** Copies it to the clipboard. */
    void copy() {
        with(shot -> {
            BufferedImage at = desk.results().selectedPixels();
            Task.of(() -> at != null ? at : PictureFile.read(shot.file())).whenFailed(_ -> said.accept(Notice.of("notice.unreadable", shot.file())))
                    .whenDone(image -> {
                        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new ImageOut(image), null);
                        said.accept(Notice.of("notice.copied"));
                    });
        });
    }

    private static String ending(Path picture) {
        String name = picture.getFileName().toString();
        return name.substring(name.lastIndexOf('.'));
    }

    /** Saves a copy elsewhere. */
    void saveAs() {
        with(shot -> Choosing.save(over, words.get().say("save.title"), shot.file(), ending(shot.file()), SavedCopy.ENDINGS).ifPresent(target -> {
            Task.of(Lane.SAVING, () -> SavedCopy.write(shot.file(), target))
                    .whenFailed(e -> said.accept(Notice.of("notice.not-written", target, SystemWord.of(e))))
                    .whenDone(saved -> said.accept(Notice.of("notice.saved", saved)));
        }));
    }

    /** Shows its file. */
    void showInFolder() {
        with(shot -> Task.<Void>of(() -> {
            if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE_FILE_DIR)) {
                Desktop.getDesktop().browseFileDirectory(shot.file().toFile());
            } else {
                openFolder(shot.file().getParent());
            }
            return null;
        }).whenFailed(_ -> said.accept(Notice.of("notice.folder-not-opened", shot.file().getParent()))).start());
    }

    /** Opens the folder that pictures go to. */
    void openFolder() {
        Path folder = desk.jobs().folder();
        Task.<Void>of(() -> {
            Files.createDirectories(folder);
            openFolder(folder);
            return null;
        }).whenFailed(_ -> said.accept(Notice.of("notice.folder-not-opened", folder))).start();
    }

    private static void openFolder(Path folder) throws IOException {
        if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
            Desktop.getDesktop().open(folder.toFile());
        } else {
            new ProcessBuilder("xdg-open", folder.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        }
    }
}
