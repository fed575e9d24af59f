package easel.ui.desk;

import easel.ui.image.Thumbs;
import easel.ui.task.Task;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pictures of the tab in front, and which of them is looked at. On the EDT. */
public final class Results {

    private final Desk desk;
    private final Thumbs thumbs;

    Results(Desk desk) {
        this.desk = desk;
        this.thumbs = new Thumbs(() -> desk.tellAll(DeskListener::shotsChanged));
    }

    /** The strip, the newest first. */
    public List<Shot> all() {
        return desk.front().pictures().all();
    }

    /** Small images of every tab's pictures. */
    public Thumbs thumbs() {
        return thumbs;
    }

    /** The picture that is looked at; null follows the run. */
    public @Nullable Shot selected() {
        return desk.front().pictures().selected();
    }

    /** The pixels of the selected picture if they are at hand; else they are in its file. */
    public @Nullable BufferedImage selectedPixels() {
        return desk.front().pictures().selectedPixels();
    }

    /** Looks at a picture, or with null at the run. */
    public void select(@Nullable Shot shot) {
        if (desk.front().pictures().select(shot)) {
            desk.tellAll(DeskListener::shotsChanged);
        }
    }

    /** Takes a picture off the strip; its file stays. */
    public void remove(Shot shot) {
        if (desk.front().pictures().remove(shot, desk.jobs().run().isBusy())) {
            desk.touch();
            desk.tellAll(DeskListener::shotsChanged);
        }
    }

    /** Forgets pictures whose files are gone. Reads the disk elsewhere. */
    public void dropMissing() {
        List<Path> all = desk.tabs().stream().flatMap(t -> t.pictures().all().stream()).map(Shot::file).distinct().toList();
        Task.of(() -> all.stream().filter(f -> !Files.isRegularFile(f)).toList()).whenDone(gone -> {
            boolean fewer = false;
            for (Tab tab : desk.tabs()) {
                fewer |= tab.pictures().forget(gone);
            }
            if (fewer) {
                desk.tellAll(DeskListener::shotsChanged);
            }
        });
    }
}
