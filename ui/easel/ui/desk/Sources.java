package easel.ui.desk;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.Value;
import easel.platform.Language;
import easel.run.Preset;
import easel.ui.task.Task;
import java.awt.Image;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the workflow in front takes over from pictures: the settings they were painted with, or themselves to start from. */
public final class Sources {

    private final Desk desk;
    private final Assets assets;
    private final Supplier<Language> language;

    Sources(Desk desk, Assets assets, Supplier<Language> language) {
        this.desk = desk;
        this.assets = assets;
        this.language = language;
    }

    /** Takes over the settings a picture was painted with, its seed locked. */
    public void useSettings(Shot shot) {
        if (shot.document() != null) {
            adopt(shot.document());
        } else {
            openSettingsOf(shot.file(), () -> desk.say("notice.no-settings"));
        }
    }

    /**
     * Takes over the settings that a picture brings along: into this tab if they are for its form, else in a tab of
     * their own. A workflow file is opened.
     *
     * @param otherwise what to do with a file that brings none
     */
    public void openSettingsOf(Path file, Runnable otherwise) {
        if (Papers.isNamedLikeAWorkflow(file)) {
            desk.files().open(file, otherwise);
            return;
        }
        Language speaks = language.get();
        Task.of(() -> Papers.in(file, speaks)).whenDone(found -> {
            if (found instanceof Papers.Found.InPicture(Document document)) {
                adopt(document);
            } else {
                otherwise.run();
            }
        });
    }

    private void adopt(Document other) {
        Document locked = Papers.locked(other);
        Document now = desk.document();
        boolean sameForm = !now.form().fields().isEmpty() && locked.about().name().equals(now.about().name())
                && now.form().fields().stream().flatMap(f -> f.targets().stream()).allMatch(t -> locked.node(t.node()).isPresent());
        if (sameForm) {
            List<Edit> edits = new ArrayList<>();
            for (Field field : now.form().fields()) {
                field.targets().forEach(t -> FormFields.value(locked, t).ifPresent(v -> edits.add(new Edit.SetParameter(t, v))));
            }
            edits.add(new Edit.SetCount(1));
            desk.edit(new Edit.Together(edits), null);
        } else {
            desk.addInPlaceOfUntouched(new Tab(desk.nextId(), "", locked, desk.presetOf(locked).map(Preset::document).orElse(null), List.of()));
        }
        desk.say("notice.settings-taken");
    }

    /** Whether the workflow takes a picture to start from. */
    public boolean takesPicture() {
        return FormFields.first(desk.document(), Control.Picture.class).isPresent();
    }

    /** Keeps a picture that has no file and tells {@code then} where; if that fails, it tells the person. */
    public void keep(Image picture, Consumer<Path> then) {
        Task.of(() -> assets.keep(picture)).whenFailed(_ -> desk.say("notice.not-taken")).whenDone(then);
    }

    /** Starts from a picture file. */
    public void startFrom(Path picture) {
        FormFields.first(desk.document(), Control.Picture.class).ifPresent(f -> desk.set(f, Value.of(picture.toAbsolutePath().toString())));
    }
}
