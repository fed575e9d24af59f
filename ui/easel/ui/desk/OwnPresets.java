package easel.ui.desk;

import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.Thumbnail;
import easel.format.WorkflowFile;
import easel.graph.About;
import easel.graph.Document;
import easel.graph.Phrase;
import easel.platform.SystemWord;
import easel.platform.WholeFile;
import easel.run.Preset;
import easel.run.Presets;
import easel.ui.task.Lane;
import easel.ui.task.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Presets that the person has made: workflows with a form in the data folder, a small picture beside each. On the EDT; the
 * disk is read and written elsewhere.
 */
public final class OwnPresets {

    /** What tells their names from those that come with Easel. */
    private static final String PREFIX = "own-";
    private static final int LONGEST = 60;

    private final Path folder;
    private final Consumer<Notice> tell;
    private final List<Preset> all = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    OwnPresets(Path folder, Consumer<Notice> tell) {
        this.folder = folder;
        this.tell = tell;
        Task.of(() -> Presets.in(folder)).whenDone(found -> {
            found.stream().filter(preset -> named(preset.name()).isEmpty()).forEach(all::add);
            changed();
        });
    }

    /** Tells {@code listener} when there are others. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Tells it nothing more. */
    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        all.sort(Comparator.comparing(preset -> title(preset).toLowerCase(Locale.ROOT)));
        listeners.forEach(Runnable::run);
    }

    private static String title(Preset preset) {
        return preset.document().about().title().in(easel.platform.Language.ENGLISH);
    }

    /** All of them, by title. */
    public List<Preset> all() {
        return List.copyOf(all);
    }

    /** Whether a preset is one of these. */
    public boolean has(Preset preset) {
        return all.contains(preset);
    }

    private Optional<Preset> named(String name) {
        return all.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /**
     * Keeps a workflow as a preset under a title, its form with it; one of the same title is replaced.
     *
     * @param picture what it painted, for the small picture; or null
     */
    public void keep(Document document, String title, @Nullable Path picture) {
        String name = PREFIX + slug(title);
        boolean replaces = named(name).isPresent();
        Document formed = FormFields.isOwn(document) ? document : MadeForm.keeping(document).on(document);
        Document own = formed.about(new About(name, Phrase.of(title.strip(), title.strip()), document.about().help()));
        if (own.form().fields().isEmpty()) {
            tell.accept(Notice.of("notice.preset-without-form"));
            return;
        }
        Preset preset = new Preset(name, own);
        Consumer<Exception> notKept = e -> tell.accept(Notice.of("notice.preset-not-kept", title, SystemWord.of(e)));
        Callable<Void> written = () -> {
            write(preset);
            return null;
        };
        if (picture == null) {
            Task.of(Lane.KEEPING, written).whenFailed(notKept).whenDone(_ -> kept(preset, title, replaces));
            return;
        }
        // The picture may lie where reading takes long: nothing but this preset waits for it.
        Task.of(() -> small(picture)).whenFailed(notKept).whenDone(small -> Task.of(Lane.KEEPING, () -> {
            written.call();
            write(name, small);
            return null;
        }).whenFailed(notKept).whenDone(_ -> kept(preset, title, replaces)));
    }

    private void kept(Preset preset, String title, boolean replaces) {
        named(preset.name()).ifPresent(all::remove);
        all.add(preset);
        changed();
        tell.accept(Notice.of(replaces ? "notice.preset-replaced" : "notice.preset-kept", title));
    }

    private void write(Preset preset) throws Exception {
        Files.createDirectories(folder);
        WorkflowFile.write(file(preset.name(), WorkflowFile.ENDING), preset.document());
    }

    private void write(String name, Optional<byte[]> small) throws Exception {
        Path thumbnail = file(name, Presets.THUMBNAIL);
        if (small.isPresent()) {
            WholeFile.write(thumbnail, small.get());
        } else {
            Files.deleteIfExists(thumbnail);
        }
    }

    private static Optional<byte[]> small(Path picture) {
        try {
            return Optional.of(Thumbnail.of(PictureFile.read(picture).picture()));
        } catch (PictureException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private Path file(String name, String ending) {
        return folder.resolve(name + ending);
    }

    /** Gives a preset another title. */
    public void rename(Preset preset, String title) {
        Preset renamed = new Preset(preset.name(), preset.document().about(new About(preset.name(), Phrase.of(title.strip(), title.strip()),
                preset.document().about().help())));
        if (all.remove(preset)) {
            all.add(renamed);
            changed();
            Task.<Void>of(Lane.KEEPING, () -> {
                write(renamed);
                return null;
            }).whenFailed(e -> tell.accept(Notice.of("notice.preset-not-kept", title, SystemWord.of(e)))).start();
        }
    }

    /** Keeps a preset no more; tabs that have it open go on having it. */
    public void remove(Preset preset) {
        if (all.remove(preset)) {
            changed();
            Task.<Void>of(Lane.KEEPING, () -> {
                Files.deleteIfExists(file(preset.name(), WorkflowFile.ENDING));
                Files.deleteIfExists(file(preset.name(), Presets.THUMBNAIL));
                return null;
            }).whenFailed(e -> tell.accept(Notice.of("notice.preset-not-removed", SystemWord.of(e))))
                    .whenDone(_ -> tell.accept(Notice.of("notice.preset-removed", title(preset))));
        }
    }

    /** The small picture of a preset; waits for the disk. */
    public Optional<byte[]> thumbnail(Preset preset) {
        return Presets.thumbnail(preset, folder);
    }

    /** What every file system takes, and tells titles in any script apart. */
    private static String slug(String title) {
        String plain = title.strip().toLowerCase(Locale.ROOT).codePoints().mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "-")
                .collect(Collectors.joining()).replaceAll("-+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "preset" : plain.codePoints().limit(LONGEST).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
