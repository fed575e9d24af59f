package easel.ui.desk;

import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.Preview;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.History;
import easel.graph.Problem;
import easel.graph.SeedMode;
import easel.graph.Value;
import easel.nodes.Image;
import easel.platform.Processor;
import easel.run.Ending;
import easel.run.JobId;
import easel.run.Preset;
import easel.run.QueuedJob;
import easel.run.RunOptions;
import easel.run.Studio;
import easel.run.StudioEvent;
import easel.run.Submission;
import easel.run.Trouble;
import easel.run.store.StoreFailure;
import easel.ui.image.Pixels;
import easel.ui.image.Scaling;
import easel.ui.image.Thumbs;
import easel.ui.settings.Machine;
import easel.ui.settings.Memory;
import easel.ui.settings.Settings;
import easel.ui.task.Edt;
import easel.ui.task.Frames;
import easel.ui.task.Task;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The document with its history, the run and the pictures; what a person does to them, and who is told. On the EDT. */
public final class Desk implements AutoCloseable {

    /** Typing into one field within so long is one undo step. */
    private static final long SAME_STEP_NS = 1_500_000_000L;

    private final Studio studio;
    private final Memory memory;
    private final List<Preset> presets;
    private final Supplier<Path> defaultFolder;
    private final List<DeskListener> listeners = new ArrayList<>();
    private final Map<String, History> histories = new HashMap<>();
    private final RunLog log = new RunLog();
    private final Frames frames = new Frames(this::takeNews);
    private final Studio.Listening listening;
    private final Studio.Listening following;
    private final Thumbs thumbs = new Thumbs(() -> listeners.forEach(DeskListener::shotsChanged));
    private final List<Shot> shots = new ArrayList<>();

    private Preset preset;
    private History history;
    private @Nullable Object stepKey;
    private long stepAt;

    private RunView run = new RunView.Idle();
    private List<QueuedJob> queue = List.of();
    private boolean cancelling;
    private int preparing;
    private @Nullable String loadedModel;
    private @Nullable Shot selected;
    private @Nullable BufferedImage selectedPixels;

    /**
     * @param defaultFolder where pictures go if the person has chosen no folder
     */
    public Desk(Studio studio, Memory memory, List<Preset> presets, Supplier<Path> defaultFolder) {
        this.studio = studio;
        this.memory = memory;
        this.presets = new ArrayList<>(presets);
        this.defaultFolder = defaultFolder;
        String last = memory.get().work().preset();
        this.preset = this.presets.stream().filter(p -> p.name().equals(last)).findFirst().orElse(this.presets.getFirst());
        this.history = historyOf(preset);
        memory.get().work().results().forEach(file -> shots.add(Shot.of(file)));
        selected = shots.isEmpty() ? null : shots.getFirst();
        memory.completing(this::complete);
        listening = studio.listen(event -> {
            log.hear(event);
            frames.touch();
        });
        following = studio.follow(event -> Edt.later(() -> hear(event)));
    }

    private void hear(StudioEvent event) {
        switch (event) {
            case StudioEvent.QueueChanged(boolean paused) -> {
                if (paused && !queue.isEmpty()) {
                    listeners.forEach(l -> l.said(Notice.of("notice.queue-paused")));
                }
                takeNews();
            }
            case StudioEvent.StoreTrouble(StoreFailure failure) ->
                    listeners.forEach(l -> l.said(Notice.of("notice.store", failure.sentence(memory.get().look().spoken()))));
        }
    }

    private History historyOf(Preset of) {
        return histories.computeIfAbsent(of.name(), name -> History.of(
                Optional.ofNullable(memory.get().work().documents().get(name)).flatMap(Papers::parse)
                        // The form is the preset's own: a newer Easel may have improved it.
                        .map(kept -> kept.with(of.document().form()).about(of.document().about()))
                        .filter(kept -> sound(kept)).map(Desk::undrawn).orElse(of.document())));
    }

    /** Random seeds are drawn anew after a start: nothing is cached any more, so the last one would paint the last picture again. */
    private static Document undrawn(Document kept) {
        Document undrawn = kept;
        for (Field field : kept.form().fields()) {
            if (field.control() instanceof Control.Seed && FormFields.value(kept, field).orElse(null) instanceof Value.Seed seed
                    && seed.mode() == SeedMode.RANDOM) {
                undrawn = FormFields.set(field, Value.Seed.random()).on(undrawn);
            }
        }
        return undrawn;
    }

    private static boolean sound(Document document) {
        return document.form().fields().stream().flatMap(f -> f.targets().stream()).allMatch(t -> document.node(t.node()).isPresent());
    }

    private Settings complete(Settings settings) {
        List<Path> files = shots.stream().map(Shot::file).toList();
        return settings.with(settings.work().withPreset(preset.name())
                .withDocument(preset.name(), easel.format.WorkflowFile.text(document())).withResults(files));
    }

    /** Tells {@code listener} everything from now on. */
    public void listen(DeskListener listener) {
        listeners.add(listener);
    }

    /** Tells it nothing more. */
    public void forget(DeskListener listener) {
        listeners.remove(listener);
    }

    // The document

    /** The document now. */
    public Document document() {
        return history.present();
    }

    /** The preset that is open. */
    public Preset preset() {
        return preset;
    }

    /** The presets there are. */
    public List<Preset> presets() {
        return List.copyOf(presets);
    }

    /** Opens a preset, as it was left. */
    public void open(Preset other) {
        if (!other.name().equals(preset.name())) {
            Edt.mustBeOn();
            memory.changeWork(w -> w.withDocument(preset.name(), easel.format.WorkflowFile.text(document())));
            histories.put(preset.name(), history);
            preset = other;
            history = historyOf(other);
            history = history.settled();
            changed(true);
        }
    }

    /**
     * Changes the document.
     *
     * @param key edits with an equal key that follow each other quickly are one undo step; null never joins
     */
    public void edit(Edit edit, @Nullable Object key) {
        Edt.mustBeOn();
        long now = System.nanoTime();
        Document before = document();
        if (key == null || !key.equals(stepKey) || now - stepAt >= SAME_STEP_NS) {
            history = history.settled();
        }
        history = history.after(edit, key);
        stepKey = key;
        stepAt = now;
        if (!document().equals(before)) {
            changed(false);
        }
    }

    /** Sets a field of the form to one value for each of its targets. */
    public void set(Field field, List<Value> values) {
        edit(FormFields.set(field, values), field.name());
    }

    /** Sets a field of the form. */
    public void set(Field field, Value value) {
        edit(FormFields.set(field, value), field.name());
    }

    private void changed(boolean otherForm) {
        memory.touch();
        listeners.forEach(l -> l.documentChanged(otherForm));
    }

    /** Whether there is something to undo. */
    public boolean canUndo() {
        return history.canUndo();
    }

    /** Whether there is something to redo. */
    public boolean canRedo() {
        return history.canRedo();
    }

    /** Goes back one step. */
    public void undo() {
        travel(history.undone());
    }

    /** Goes forth one step. */
    public void redo() {
        travel(history.redone());
    }

    private void travel(History to) {
        if (to != history) {
            history = to;
            changed(false);
        }
    }

    /** Draws another seed into a field now, and leaves its rule as it is. */
    public void drawSeed(Field field) {
        long drawn = java.util.concurrent.ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE);
        Value.Seed now = seed(field);
        Value.Seed next = now.drawn(drawn);
        if (now.mode() == SeedMode.FIXED) {
            set(field, next);
        } else {
            history = history.amended(FormFields.set(field, next).on(document()));
            changed(false);
        }
    }

    /** The seed a field holds. */
    public Value.Seed seed(Field field) {
        return FormFields.value(document(), field).filter(Value.Seed.class::isInstance).map(Value.Seed.class::cast).orElse(Value.Seed.random());
    }

    // Where and how

    /** The folder that pictures go to. */
    public Path pictures() {
        Path chosen = memory.get().work().outputFolder();
        return chosen == null ? defaultFolder.get() : chosen;
    }

    /** Lets pictures go elsewhere. */
    public void setPictures(Path folder) {
        memory.changeWork(w -> w.withOutputFolder(folder));
        listeners.forEach(DeskListener::runChanged);
    }

    /** The device and threads that jobs are given. */
    public Machine machine() {
        return memory.get().machine();
    }

    private RunOptions options() {
        Machine machine = machine();
        boolean choosesAll = machine.device() == null && machine.threads() == 0;
        Execution execution = choosesAll ? null : new Execution(machine.device() == null ? "CPU" : machine.device(),
                machine.threads() == 0 ? Processor.physicalCores() : machine.threads(),
                easel.engine.Rung.AS_ASKED, false, false);
        return new RunOptions(execution, Preview.TAE, pictures());
    }

    // The run

    /** What is to be said about the run. */
    public RunView run() {
        return run;
    }

    /** The job that runs and those that wait. */
    public List<QueuedJob> queue() {
        return queue;
    }

    /** The model the engine holds, by name; null if none is known to be loaded. */
    public @Nullable String loadedModel() {
        return loadedModel;
    }

    /** Asks for pictures. Answers at once: reading files and starting the engine happens elsewhere. */
    public void generate() {
        Edt.mustBeOn();
        history = history.settled();
        Document wanted = document();
        RunOptions options = options();
        preparing++;
        if (!run.isBusy()) {
            cancelling = false;
            select(null);
            show(new RunView.Preparing(false));
        }
        Task.of(() -> {
            Submission submission = studio.submit(wanted, options);
            studio.resume();   // a queue that paused itself after two crashes goes on when the person asks for pictures
            return submission;
        }).whenFailed(e -> {
            preparing--;
            fail(e instanceof EngineException engine ? new Trouble.OfEngine(engine.failure())
                    : new Trouble.OfEngine(new Failure.EngineFailed(String.valueOf(e.getMessage()))), wanted, List.of(stack(e)));
        }).whenDone(submission -> submitted(wanted, submission));
    }

    private void submitted(Document wanted, Submission submission) {
        preparing--;
        // Only the seeds are taken over: the person may have typed on meanwhile.
        if (document().equals(wanted)) {
            history = history.amended(submission.document());
            changed(false);
        }
        if (cancelling) {
            submission.jobs().forEach(job -> studio.cancel(job.id()));
        }
        Optional<Problem> error = submission.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).findFirst();
        if (submission.jobs().isEmpty()) {
            if (error.isPresent()) {
                fail(new Trouble.OfDocument(error.get()), wanted, List.of());
            } else if (run instanceof RunView.Preparing) {
                cancelling = false;
                show(new RunView.Idle());
            }
        }
        takeNews();
    }

    /** Takes the run back: everything that runs or waits. */
    public void cancel() {
        if (!run.isBusy()) {
            return;
        }
        cancelling = true;
        show(switch (run) {
            case RunView.Preparing _ -> new RunView.Preparing(true);
            case RunView.Working w -> new RunView.Working(w.job(), w.progress(), w.preview(), w.secondsLeft(), w.silent(), w.retrying(), true);
            case RunView other -> other;
        });
        List<JobId> waiting = queue.stream().map(QueuedJob::id).toList();
        Task.<Void>of(() -> {
            // The waiting ones first, so that none of them begins.
            waiting.reversed().forEach(studio::cancel);
            return null;
        }).start();
    }

    /** Ends the engine under the running job. */
    public void forceStop() {
        if (run instanceof RunView.Working working) {
            cancel();
            Task.<Void>of(() -> {
                studio.forceStop(working.job().id());
                return null;
            }).start();
        }
    }

    /** Looks at the clock while something runs: how long it has been silent changes without news. */
    public void tick() {
        if (run instanceof RunView.Working) {
            takeNews();
        }
    }

    private void takeNews() {
        RunLog.News news = log.take();
        queue = news.queue();
        boolean shotsToo = false;
        RunView ended = null;
        for (RunLog.Happening happening : news.happened()) {
            switch (happening) {
                case RunLog.Happening.Finished finished -> shotsToo |= finish(finished);
                case RunLog.Happening.Ended end -> ended = ended(end);
                case RunLog.Happening.Warned(String code, List<String> arguments) ->
                        listeners.forEach(l -> l.said(new Notice(code, List.copyOf(arguments), true)));
            }
        }
        RunLog.Current current = news.current();
        if (current != null) {
            noteModel(current);
            run = new RunView.Working(current.job(), current.progress(), current.preview(), current.secondsLeft(),
                    current.silent(), current.retrying(), cancelling);
        } else if (!queue.isEmpty() && !studio.isPaused() || preparing > 0) {
            run = new RunView.Preparing(cancelling);
        } else if (ended != null) {
            cancelling = false;
            run = ended;
        } else if (run.isBusy()) {
            cancelling = false;
            run = new RunView.Idle();
        }
        listeners.forEach(DeskListener::runChanged);
        if (shotsToo || ended != null) {
            listeners.forEach(DeskListener::shotsChanged);
        }
    }

    private void noteModel(RunLog.Current current) {
        if (current.progress().phase() == null) {
            return;
        }
        loadedModel = switch (current.progress().phase()) {
            case READING_TEXT, ENCODING_PICTURE, SAMPLING, DECODING -> FormFields.first(current.job().document(), Control.Model.class)
                    .map(f -> FormFields.text(current.job().document(), f)).orElse(loadedModel);
            case WAITING_FOR_ENGINE, STARTING_ENGINE, LOADING_MODEL -> null;
            case UPSCALING, CONVERTING -> loadedModel;
        };
    }

    private boolean finish(RunLog.Happening.Finished finished) {
        Image image = finished.image();
        Optional<Shot> known = shots.stream().filter(s -> s.file().equals(finished.file())).findFirst();
        Shot shot = new Shot(finished.file(), image == null ? 0 : image.picture().width(), image == null ? 0 : image.picture().height(),
                image == null || image.made() == null ? OptionalLong.empty() : OptionalLong.of(image.made().seed()),
                image == null || image.made() == null ? finished.seconds() : image.made().timings().total(),
                finished.job().document(), new JobId(finished.job().id().number() - finished.job().index()));
        known.ifPresent(shots::remove);
        shots.addFirst(shot);
        while (shots.size() > easel.ui.settings.Work.RESULTS) {
            shots.removeLast();
        }
        memory.touch();
        boolean follows = selected == null;
        if (image != null) {
            BufferedImage pixels = Pixels.of(image.picture());
            thumbs.put(shot.file(), Scaling.within(pixels, Thumbs.WIDTH, Thumbs.HEIGHT));
            if (follows) {
                latest = new Latest(shot, pixels);
            }
        }
        return true;
    }

    /** The newest picture of the run that is being followed: shown once the run has ended. */
    private record Latest(Shot shot, BufferedImage pixels) {}

    private @Nullable Latest latest;

    private @Nullable RunView ended(RunLog.Happening.Ended end) {
        RunView view = switch (end.ending()) {
            case Ending.Done _ -> new RunView.Idle();
            case Ending.Cancelled _ -> new RunView.Cancelled(end.last().step(), end.last().steps(), end.preview());
            case Ending.Failed(Trouble trouble) -> trouble instanceof Trouble.OfEngine(Failure.Cancelled _)
                    ? new RunView.Cancelled(end.last().step(), end.last().steps(), end.preview())
                    : failed(trouble, end.job().document(), end.log());
        };
        if (end.ending() instanceof Ending.Failed && !(view instanceof RunView.Cancelled)) {
            loadedModel = null;
        }
        if (latest != null && selected == null) {
            Latest done = latest;
            latest = null;
            if (view instanceof RunView.Idle) {
                selected = done.shot();
                selectedPixels = done.pixels();
                // While more of the same run is coming the stage goes on to follow it.
                if (!queue.isEmpty()) {
                    selected = null;
                }
            }
        }
        return view;
    }

    private void fail(Trouble trouble, Document document, List<String> details) {
        cancelling = false;
        if (queue.isEmpty() && preparing == 0) {
            select(null);
            show(failed(trouble, document, details));
        } else {
            listeners.forEach(l -> l.said(new Notice("notice.not-queued", List.of(trouble.sentence(memory.get().look().spoken())), false)));
        }
    }

    private RunView.Failed failed(Trouble trouble, Document document, List<String> details) {
        String cause = trouble instanceof Trouble.OfEngine(Failure failure) ? failure.cause() : "";
        List<String> lines = new ArrayList<>();
        lines.add(trouble.code());
        if (!cause.isBlank()) {
            lines.add(cause);
        }
        lines.addAll(details);
        return new RunView.Failed(trouble.sentence(memory.get().look().spoken()), String.join("\n", lines), Mend.of(trouble, document).orElse(null));
    }

    private static String stack(Exception e) {
        java.io.StringWriter text = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    private void show(RunView view) {
        run = view;
        listeners.forEach(DeskListener::runChanged);
    }

    /** Does what a failure's button says, apart from what needs the person's choice. */
    public void mend(Mend mend) {
        switch (mend) {
            case USE_STARTER -> FormFields.first(document(), Control.Model.class).ifPresent(f -> set(f, Value.of(FormFields.STARTER)));
            case LEAVE_PICTURE_OUT -> FormFields.first(document(), Control.Picture.class).ifPresent(f -> set(f, Value.of("")));
            case SMALLER_SIZE -> FormFields.smaller(document()).ifPresent(e -> edit(e, null));
            case AUTOMATIC_DEVICE -> memory.change(s -> s.with(new Machine(null, s.machine().threads())));
            case CHOOSE_FOLDER -> throw new IllegalArgumentException("the window asks the person for a folder");
        }
    }

    // The pictures

    /** The strip, the newest first. */
    public List<Shot> shots() {
        return List.copyOf(shots);
    }

    /** Small images of them. */
    public Thumbs thumbs() {
        return thumbs;
    }

    /** The picture that is looked at; null follows the run. */
    public @Nullable Shot selected() {
        return selected;
    }

    /** The pixels of the selected picture if they are at hand; else they are in its file. */
    public @Nullable BufferedImage selectedPixels() {
        return selectedPixels;
    }

    /** Looks at a picture, or with null at the run. */
    public void select(@Nullable Shot shot) {
        if (shot != null && shot.equals(selected)) {
            return;
        }
        selected = shot;
        selectedPixels = null;
        latest = null;
        listeners.forEach(DeskListener::shotsChanged);
    }

    /** Takes a picture off the strip; its file stays. */
    public void remove(Shot shot) {
        int at = shots.indexOf(shot);
        if (at >= 0) {
            shots.remove(at);
            memory.touch();
            if (shot.equals(selected)) {
                selected = null;
                selectedPixels = null;
                if (!shots.isEmpty() && !run.isBusy()) {
                    selected = shots.get(Math.min(at, shots.size() - 1));
                }
            }
            listeners.forEach(DeskListener::shotsChanged);
        }
    }

    /** Takes over the settings a picture was painted with, its seed locked. */
    public void useSettings(Shot shot) {
        if (shot.document() != null) {
            adopt(shot.document());
        } else {
            openSettingsOf(shot.file(), () -> listeners.forEach(l -> l.said(Notice.of("notice.no-settings"))));
        }
    }

    /** Takes over the settings that a file brings along; {@code otherwise} if it brings none. */
    public void openSettingsOf(Path file, Runnable otherwise) {
        Task.of(() -> Papers.in(file)).whenDone(found -> found.ifPresentOrElse(this::adopt, otherwise));
    }

    private void adopt(Document other) {
        Document locked = locked(other);
        Optional<Preset> known = presets.stream().filter(p -> p.name().equals(other.about().name())).findFirst();
        if (known.isPresent()) {
            open(known.get());
            List<Edit> edits = new ArrayList<>();
            for (Field field : document().form().fields()) {
                field.targets().forEach(t -> FormFields.value(locked, t).ifPresent(v -> edits.add(new Edit.SetParameter(t, v))));
            }
            edits.add(new Edit.SetCount(1));
            edit(new Edit.Together(edits), null);
        } else if (!locked.form().fields().isEmpty()) {
            Preset foreign = new Preset(locked.about().name(), locked);
            presets.add(foreign);
            open(foreign);
        } else {
            listeners.forEach(l -> l.said(Notice.of("notice.no-form")));
            return;
        }
        listeners.forEach(l -> l.said(Notice.of("notice.settings-taken")));
    }

    private static Document locked(Document document) {
        Document locked = document;
        for (Field field : document.form().fields()) {
            if (field.control() instanceof Control.Seed && FormFields.value(document, field).orElse(null) instanceof Value.Seed seed
                    && seed.number().isPresent()) {
                locked = FormFields.set(field, seed.in(SeedMode.FIXED)).on(locked);
            }
        }
        return locked;
    }

    /** Whether the preset takes a picture to start from. */
    public boolean takesPicture() {
        return FormFields.first(document(), Control.Picture.class).isPresent();
    }

    /** Starts from a picture file. */
    public void startFrom(Path picture) {
        FormFields.first(document(), Control.Picture.class).ifPresent(f -> set(f, Value.of(picture.toAbsolutePath().toString())));
    }

    /** Forgets pictures whose files are gone. Reads the disk elsewhere. */
    public void dropMissing() {
        List<Path> files = shots.stream().map(Shot::file).toList();
        Task.of(() -> files.stream().filter(f -> !Files.isRegularFile(f)).toList()).whenDone(gone -> {
            if (shots.removeIf(s -> gone.contains(s.file()))) {
                listeners.forEach(DeskListener::shotsChanged);
            }
        });
    }

    /** Hears the last news and no more. */
    @Override
    public void close() {
        takeNews();
        following.close();
        listening.close();
    }
}
