package easel.ui;

import easel.ui.desk.Desk;
import easel.ui.desk.Notice;
import easel.ui.desk.Tab;
import easel.ui.image.PictureFile;
import easel.ui.widget.Incoming;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What becomes of files and pictures that are dropped, pasted or opened. On the EDT. */
final class Drops {

    private final Desk desk;

    Drops(Desk desk) {
        this.desk = desk;
    }

    /** Anywhere in the window; whether it was of use. */
    boolean onWindow(Incoming incoming) {
        if (!incoming.files().isEmpty()) {
            incoming.files().forEach(this::dropped);
            return true;
        }
        if (incoming.isEmpty()) {
            sayNothingThere();
        }
        return startFrom(incoming);
    }

    /** On a picture field, which takes the file; whether it was of use. */
    boolean onField(Incoming incoming, Consumer<Path> takes) {
        if (incoming.isEmpty()) {
            sayNothingThere();
        }
        Optional<Path> file = incoming.files().stream().filter(PictureFile::isNamedLikeOne).findFirst();
        file.ifPresent(takes);
        if (file.isEmpty() && incoming.image() != null) {
            Tab tab = desk.front();
            desk.sources().keep(incoming.image(), kept -> {
                if (desk.front() == tab) {
                    takes.accept(kept);
                }
            });
            return true;
        }
        return file.isPresent();
    }

    /** The address of a page, say, which other programs hand over as they hand over files. */
    private void sayNothingThere() {
        desk.tell(Notice.of("notice.neither"));
    }

    /** A picture of ours brings its settings back, another one becomes the start picture. */
    private void dropped(Path file) {
        desk.sources().openSettingsOf(file, () -> takePicture(file));
    }

    /** A workflow, or a picture's, gets a tab; any other picture becomes the start picture. */
    void open(Path file) {
        desk.files().open(file, () -> takePicture(file));
    }

    private void takePicture(Path file) {
        if (!PictureFile.isNamedLikeOne(file)) {
            desk.tell(Notice.of("notice.not-a-picture", String.valueOf(file.getFileName())));
        } else if (isTaken()) {
            desk.sources().startFrom(file);
        }
    }

    /** Whether the form takes a picture; where it takes none, one is told where it could go. */
    private boolean isTaken() {
        boolean taken = desk.sources().takesPicture();
        if (!taken) {
            desk.tell(Notice.of("notice.takes-no-picture"));
        }
        return taken;
    }

    private boolean startFrom(Incoming incoming) {
        if (incoming.image() == null || !isTaken()) {
            return false;
        }
        desk.sources().keep(incoming.image(), desk.sources()::startFrom);
        return true;
    }
}
