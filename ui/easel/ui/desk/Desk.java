package easel.ui.desk;

import easel.engine.Execution;
import easel.engine.Preview;
import easel.engine.Rung;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.History;
import easel.graph.Mode;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.SeedMode;
import easel.graph.Value;
import easel.platform.Language;
import easel.platform.Processor;
import easel.run.Key;
import easel.run.Preset;
import easel.run.QueuedJob;
import easel.run.RunEvent;
import easel.run.RunOptions;
import easel.run.Studio;
import easel.run.Trouble;
import easel.run.store.StoreFailure;
import easel.ui.image.Thumbs;
import easel.ui.settings.Machine;
import easel.ui.settings.Memory;
import easel.ui.task.Edt;
import easel.ui.task.Task;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The workflows that are open, one of them in front; what a person does to them, and who is told. On the EDT. */
public final class Desk implements AutoCloseable {

    /** Tabs that were closed and can be had back. */
    private static final int CLOSED = 30;

    private final Studio studio;
    private final Memory memory;
    private final Journal journal;
    private final List<Preset> presets;
    private final Supplier<Path> defaultFolder;
    private final List<DeskListener> listeners = new ArrayList<>();
    private final Thumbs thumbs = new Thumbs(() -> listeners.forEach(DeskListener::shotsChanged));
    private final List<Tab> tabs = new ArrayList<>();
    private final List<Tab> closed = new ArrayList<>();
    private final Runs runs;
    private final TabFiles files;
    private final Inspection inspection;
    /** The pictures that tabs show, for whoever makes room on the disk: asked on any thread. */
    private volatile Set<Path> held = Set.of();
    private Tab front;
    private long lastId;

    /**
     * @param defaultFolder where pictures go if the person has chosen no folder
     * @param kept          the desk as it was left
     */
    public Desk(Studio studio, Memory memory, Journal journal, List<Preset> presets, Supplier<Path> defaultFolder, Journal.Kept kept) {
        this.studio = studio;
        this.memory = memory;
        this.journal = journal;
        this.presets = List.copyOf(presets);
        this.defaultFolder = defaultFolder;
        kept.closed().forEach(k -> closed.add(restored(k)));
        kept.tabs().forEach(k -> tabs.add(restored(k)));
        if (tabs.isEmpty()) {
            tabs.add(first());
        }
        front = tabs.get(Math.clamp(kept.front(), 0, tabs.size() - 1));
        files = new TabFiles(this::tabs, this::language, this::fileChanged);
        inspection = new Inspection(studio);
        runs = new Runs(studio, thumbs, new RunsHost());
        journal.keep(this::snapshot);
        studio.holding(() -> held);
        hold();
    }

    // Brought back and kept

    /** What an Easel without tabs remembered, or the first preset. */
    private Tab first() {
        String last = memory.get().work().preset();
        Preset preset = presets.stream().filter(p -> p.name().equals(last)).findFirst().orElse(presets.getFirst());
        Document left = Optional.ofNullable(memory.get().work().documents().get(preset.name())).flatMap(Papers::parse)
                .map(d -> improved(d, preset)).filter(Papers::isSound).map(Papers::undrawn).orElse(preset.document());
        return new Tab(++lastId, "", left, preset.document(), memory.get().work().results().stream().map(Shot::of).toList());
    }

    /** The form is the preset's own: a newer Easel may have improved it. */
    private static Document improved(Document document, Preset preset) {
        return document.with(preset.document().form()).about(preset.document().about());
    }

    private Tab restored(Journal.KeptTab kept) {
        Journal.Entry entry = kept.entry();
        lastId = Math.max(lastId, entry.id());
        Optional<Preset> preset = entry.file() != null ? Optional.empty() : presetOf(kept.document());
        Document document = Papers.undrawn(preset.map(p -> improved(kept.document(), p)).filter(Papers::isSound).orElse(kept.document()));
        Document saved = !entry.edited() ? document : preset.map(Preset::document).orElse(null);
        List<Shot> shots = entry.results().stream().flatMap(Desk::path).map(Shot::of).toList();
        Tab tab = new Tab(entry.id(), entry.name(), document, saved, shots);
        if (entry.file() != null) {
            path(entry.file()).forEach(file -> tab.keptIn(file, new Stamp(entry.modified(), entry.size()), saved));
        }
        tab.look(new Looks(entry.face(), entry.zoom(), entry.x(), entry.y(),
                entry.selected().stream().filter(s -> !s.isEmpty()).map(NodeId::new).collect(Collectors.toSet())));
        return tab;
    }

    private static Stream<Path> path(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException fromAnotherSystem) {
            return Stream.empty();
        }
    }

    private void hold() {
        held = Stream.concat(tabs.stream(), closed.stream())
                .flatMap(t -> Stream.concat(t.pictures().all().stream().map(Shot::file), Studio.named(t.document()).stream())).collect(Collectors.toUnmodifiableSet());
    }

    private Journal.Kept snapshot() {
        hold();
        return new Journal.Kept(tabs.stream().map(Desk::kept).toList(), tabs.indexOf(front), closed.stream().map(Desk::kept).toList(), List.of());
    }

    private static Journal.KeptTab kept(Tab tab) {
        Stamp stamp = tab.stamp();
        Looks looks = tab.looks();
        return new Journal.KeptTab(new Journal.Entry(tab.id(), tab.name(), tab.file() == null ? null : tab.file().toString(),
                stamp == null ? 0 : stamp.modified(), stamp == null ? 0 : stamp.size(), tab.isEdited(),
                looks.face(), looks.zoom(), looks.x(), looks.y(), looks.selected().stream().map(NodeId::text).sorted().toList(),
                tab.pictures().all().stream().map(s -> s.file().toString()).toList()), tab.document());
    }

    /** What was said since the start. */
    public LogBook log() {
        return runs.book();
    }

    /** Tells {@code listener} everything from now on. */
    public void listen(DeskListener listener) {
        listeners.add(listener);
    }

    /** Tells it nothing more. */
    public void forget(DeskListener listener) {
        listeners.remove(listener);
    }

    private void say(String code, Object... arguments) {
        tell(Notice.of(code, arguments));
    }

    /** Says one calm line. */
    public void tell(Notice notice) {
        listeners.forEach(l -> l.said(notice));
    }

    private Language language() {
        return memory.get().look().spoken();
    }

    // The tabs

    /** The tabs in their order; there is always one. */
    public List<Tab> tabs() {
        return List.copyOf(tabs);
    }

    /** The tab in front. */
    public Tab front() {
        return front;
    }

    /** Tabs that were closed and can be had back, the last one first. */
    public List<Tab> closed() {
        return List.copyOf(closed);
    }

    /** What a tab is called; a second one of the same name has a number. */
    public String title(Tab tab) {
        String plain = tab.title(language());
        List<Tab> same = tabs.stream().filter(t -> t.title(language()).equals(plain)).sorted(Comparator.comparingLong(Tab::id)).toList();
        int at = same.indexOf(tab);
        return at <= 0 ? plain : plain + " " + (at + 1);
    }

    /** Brings a tab to the front. */
    public void raise(Tab tab) {
        Edt.mustBeOn();
        if (tab != front && tabs.contains(tab)) {
            front.steps().settle();
            front = tab;
            frontChanged();
        }
    }

    private void frontChanged() {
        journal.touch();
        listeners.forEach(DeskListener::tabsChanged);
        listeners.forEach(l -> l.documentChanged(true));
        listeners.forEach(DeskListener::shotsChanged);
        files.look();
    }

    /** Brings the tab beside the one in front to the front, {@code by} places to the right, round at the ends. */
    public void raiseBeside(int by) {
        raise(tabs.get(Math.floorMod(tabs.indexOf(front) + by, tabs.size())));
    }

    /** A tab with the first preset, fresh. */
    public void fresh() {
        add(ofPreset(presets.getFirst()));
    }

    private Tab ofPreset(Preset preset) {
        return new Tab(++lastId, "", preset.document(), preset.document(), List.of());
    }

    /** A tab is added beside the one in front; one in front that nobody has touched makes room for it. */
    private void add(Tab tab) {
        int at = tabs.indexOf(front);
        // Without a form there is nothing to be seen but the nodes.
        tab.look(tab.looks().with(tab.document().form().fields().isEmpty() ? Face.GRAPH : front.looks().face()));
        tabs.add(at + 1, tab);
        front.steps().settle();
        front = tab;
        frontChanged();
    }

    private static boolean isUntouched(Tab tab) {
        return tab.file() == null && !tab.isEdited() && tab.pictures().all().isEmpty() && tab.undoable().isEmpty()
                && tab.redoable().isEmpty() && !tab.run().view().isBusy() && tab.news() == null;
    }

    private void addInPlaceOfUntouched(Tab tab) {
        Tab before = front;
        add(tab);
        if (isUntouched(before)) {
            tabs.remove(before);
            listeners.forEach(DeskListener::tabsChanged);
        }
    }

    /** Closes a tab. Nothing is asked and nothing is lost: it is kept as it is and can be had back. */
    public void close(Tab tab) {
        int at = tabs.indexOf(tab);
        if (at < 0) {
            return;
        }
        boolean hadSomething = tab.isEdited();
        tabs.remove(at);
        if (!isUntouched(tab)) {
            tab.forgetNodes();
            closed.addFirst(tab);
            while (closed.size() > CLOSED) {
                closed.removeLast();
            }
        }
        if (tabs.isEmpty()) {
            Tab next = ofPreset(presets.getFirst());
            next.look(tab.looks().with(tab.looks().face()).from(0, 0, 0).selecting(Set.of()));
            tabs.add(next);
        }
        if (tab == front) {
            front = tabs.get(Math.min(at, tabs.size() - 1));
            frontChanged();
        } else {
            journal.touch();
            listeners.forEach(DeskListener::tabsChanged);
        }
        if (hadSomething) {
            say("notice.closed-unsaved", tab.title(language()));
        }
    }

    /** Brings a closed tab back as it was. */
    public void reopen(Tab tab) {
        if (closed.remove(tab)) {
            Optional<Tab> open = tab.file() == null ? Optional.empty() : openIn(tab.file());
            if (open.isPresent() && !tab.isEdited()) {
                raise(open.get());
            } else {
                Face face = tab.looks().face();
                addInPlaceOfUntouched(tab);
                look(tab, tab.looks().with(face));
            }
        }
    }

    /** Looks at a tab in another way. */
    public void look(Tab tab, Looks other) {
        if (!other.equals(tab.looks())) {
            boolean turned = other.face() != tab.looks().face();
            tab.look(other);
            journal.touch();
            if (turned && tab == front) {
                listeners.forEach(DeskListener::tabsChanged);
            }
        }
    }

    // Files

    private Optional<Tab> openIn(Path file) {
        Path same = file.toAbsolutePath().normalize();
        return tabs.stream().filter(t -> t.file() != null && t.file().toAbsolutePath().normalize().equals(same)).findFirst();
    }

    /**
     * Opens a workflow, or the one a picture carries, in a tab; one that is open is brought to the front.
     *
     * @param otherwise what to do with a file that holds none
     */
    public void open(Path file, Runnable otherwise) {
        Optional<Tab> open = openIn(file);
        if (open.isPresent()) {
            raise(open.get());
            return;
        }
        Path absolute = file.toAbsolutePath();
        Task.of(() -> Papers.in(absolute, language())).whenDone(found -> {
            switch (found) {
                case Papers.Found.Workflow(Document document, Stamp stamp) -> opened(absolute, document, stamp);
                case Papers.Found.InPicture(Document document) -> openedPicture(absolute, document);
                case Papers.Found.Broken(String sentence) -> say("notice.not-opened", String.valueOf(absolute.getFileName()), sentence);
                case Papers.Found.Nothing _ -> otherwise.run();
            }
        });
    }

    private void openedPicture(Path picture, Document document) {
        Optional<Tab> there = tabs.stream().filter(t -> t.name().equals(Papers.plainName(picture))
                && t.pictures().all().stream().anyMatch(s -> s.file().equals(picture))).findFirst();
        if (there.isPresent()) {
            raise(there.get());
        } else {
            addInPlaceOfUntouched(new Tab(++lastId, Papers.plainName(picture), Papers.locked(document), null, List.of(Shot.of(picture))));
        }
    }

    private void opened(Path file, Document document, Stamp stamp) {
        Optional<Tab> meanwhile = openIn(file);
        if (meanwhile.isPresent()) {
            raise(meanwhile.get());
            return;
        }
        Tab tab = new Tab(++lastId, "", document, document, List.of());
        tab.keptIn(file, stamp, document);
        keepFrozen(file, document);
        addInPlaceOfUntouched(tab);
        memory.changeWork(w -> w.withRecentFile(file));
    }

    /** Saves a tab to a file; its ending is added. A file that is open in another tab is not taken away from it. */
    public void save(Tab tab, Path to) {
        Path file = TabFiles.named(to.toAbsolutePath());
        Optional<Tab> open = openIn(file);
        if (open.isPresent() && open.get() != tab) {
            say("notice.open-elsewhere", String.valueOf(file.getFileName()));
            return;
        }
        write(tab, file, false);
    }

    private void write(Tab tab, Path file, boolean anyway) {
        Document saved = tab.document();
        files.save(tab, file, anyway, () -> {
            memory.changeWork(w -> w.withRecentFile(file));
            keepFrozen(file, saved);
            say("notice.saved", file);
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
        Path file = news instanceof FileNews.NotWritten(Path wanted, String _) ? wanted : tab.file();
        if (file != null) {
            write(tab, file, !(news instanceof FileNews.NotWritten));
        }
    }

    /** Leaves a tab's file as it is; nothing more is said of it. */
    public void leaveFile(Tab tab) {
        if (tab.news() != null) {
            tab.say(null);
            fileChanged(tab);
        }
    }

    /** Takes what others have written; what was here is kept among the closed tabs. */
    public void reload(Tab tab) {
        if (tab.news() instanceof FileNews.Changed(Path file, Document theirs)) {
            Tab other = new Tab(++lastId, "", theirs, theirs, tab.pictures().all());
            // Whatever is wrong about this stamp, the next look finds it.
            other.keptIn(file, tab.stamp(), theirs);
            other.look(tab.looks());
            int at = tabs.indexOf(tab);
            tabs.set(at, other);
            if (tab.isEdited()) {
                tab.say(null);
                closed.addFirst(tab);
            }
            if (front == tab) {
                front = other;
                frontChanged();
            }
        }
    }

    private void fileChanged(Tab tab) {
        journal.touch();
        if (tabs.contains(tab)) {
            listeners.forEach(DeskListener::tabsChanged);
        }
    }

    // The document

    /** The document in front. */
    public Document document() {
        return front.document();
    }

    /** Looks a document over, elsewhere, and tells {@code then}; of several in a row only the latest is looked at. */
    public void inspect(Document document, Consumer<Findings> then) {
        // Keys are of use once there are results, and asking for them before would start the engine.
        boolean hasRun = tabs.stream().anyMatch(t -> !t.nodes().isEmpty());
        inspection.ask(document, hasRun ? options() : null, then);
    }

    /** The presets there are. */
    public List<Preset> presets() {
        return presets;
    }

    private Optional<Preset> presetOf(Document document) {
        return presets.stream().filter(p -> p.name().equals(document.about().name())).findFirst();
    }

    /** The preset that the tab in front began as, if it is one. */
    public Optional<Preset> preset() {
        return front.file() == null ? presetOf(document()) : Optional.empty();
    }

    /** Goes to a preset: the tab that has it, else this tab if nothing would be lost by it, else a new one. */
    public void open(Preset other) {
        Edt.mustBeOn();
        if (preset().filter(p -> p.name().equals(other.name())).isPresent()) {
            return;
        }
        Optional<Tab> there = tabs.stream().filter(t -> t.file() == null && t.preset().equals(other.name())).findFirst();
        if (there.isPresent()) {
            raise(there.get());
            return;
        }
        addInPlaceOfUntouched(ofPreset(other));
    }

    /**
     * Changes the document.
     *
     * @param key edits with an equal key that follow each other quickly are one undo step; null never joins
     */
    public void edit(Edit edit, @Nullable Object key) {
        edit(front, edit, key);
    }

    /** Changes the document of a tab, which may have gone behind another while somebody typed. */
    public void edit(Tab tab, Edit edit, @Nullable Object key) {
        Edt.mustBeOn();
        if (tab.steps().edit(edit, key)) {
            if (tab == front) {
                changed();
            } else {
                fileChanged(tab);
            }
        }
    }

    /** Sets a field of the form to one value for each of its targets. */
    public void set(Field field, List<Value> values) {
        edit(FormFields.set(field, values), List.of(field.name(), field.targets()));
    }

    /** Sets a field of the form. */
    public void set(Field field, Value value) {
        edit(FormFields.set(field, value), List.of(field.name(), field.targets()));
    }

    private void changed() {
        journal.touch();
        listeners.forEach(l -> l.documentChanged(false));
    }

    /** The name of the step that undo takes back. */
    public Optional<String> undoable() {
        return front.undoable().map(this::nameOf);
    }

    /** The name of the step that redo brings back. */
    public Optional<String> redoable() {
        return front.redoable().map(this::nameOf);
    }

    private String nameOf(History.Step step) {
        return StepNames.of(step, document(), step.document(), language());
    }

    /** Goes back one step. */
    public void undo() {
        if (front.steps().undo()) {
            changed();
        }
    }

    /** Goes forth one step. */
    public void redo() {
        if (front.steps().redo()) {
            changed();
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
            front.steps().amend(FormFields.set(field, next).on(document()));
            changed();
        }
    }

    /** Gives a seed of a node another number, and leaves its rule as it is. */
    public void drawSeed(InputRef parameter, long drawn) {
        Value.Seed now = FormFields.value(document(), parameter).filter(Value.Seed.class::isInstance).map(Value.Seed.class::cast).orElse(Value.Seed.random());
        Edit edit = new Edit.SetParameter(parameter, now.drawn(drawn));
        if (now.mode() == SeedMode.FIXED) {
            edit(edit, null);
        } else {
            front.steps().amend(edit.on(document()));
            changed();
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
                machine.threads() == 0 ? Processor.physicalCores() : machine.threads(), Rung.AS_ASKED, false, false);
        return new RunOptions(execution, Preview.TAE, pictures());
    }

    // The run

    /** What is to be said about the run of the tab in front. */
    public RunView run() {
        return front.run().view();
    }

    /** What is to be said about a tab's run. */
    public RunView run(Tab tab) {
        return tab.run().view();
    }

    /** The job that runs and those that wait, of every tab. */
    public List<QueuedJob> queue() {
        return runs.queue();
    }

    /** The jobs of the tab in front that run or wait. */
    public List<QueuedJob> coming() {
        return runs.of(front);
    }

    /** The jobs that run, wait and are over, of every tab. */
    public List<JobCard> cards() {
        return runs.cards();
    }

    /** The model the engine holds, by name; null if none is known to be loaded. */
    public @Nullable String loadedModel() {
        return runs.loadedModel();
    }

    /** Asks for pictures. Answers at once. */
    public void generate() {
        runs.generate(front, options());
    }

    /** Asks for what some nodes give, and runs no further. Answers at once. */
    public void generate(Set<NodeId> to) {
        RunOptions all = options();
        runs.generate(front, new RunOptions(all.execution(), all.preview(), all.pictures(), to));
    }

    /** Has nodes of the tab in front give what they gave last, whatever feeds them from then on. Answers at once. */
    public void freeze(Set<NodeId> nodes, Map<NodeId, Key> shown) {
        Tab tab = front;
        Document document = document();
        RunOptions options = options();
        Task.of(() -> studio.freezing(document, nodes, shown, options)).whenFailed(_ -> say("notice.not-frozen")).whenDone(frozen -> {
            edit(tab, frozen.edit(), null);
            if (!frozen.outdated().isEmpty()) {
                say("notice.frozen-outdated");
            }
        });
    }

    /** Takes the run of the tab in front back. */
    public void cancel() {
        runs.cancel(front);
    }

    /** Takes every run back. */
    public void cancelAll() {
        runs.cancelAll();
    }

    /** Takes one job back. */
    public void cancel(QueuedJob job) {
        runs.cancel(job);
    }

    /** Whether no further job begins. */
    public boolean isPaused() {
        return runs.isPaused();
    }

    /** Lets no further job begin, or lets them begin again. */
    public void pause(boolean now) {
        runs.pause(now);
    }

    /** Puts a waiting job so many places further back, or forward. */
    public void move(QueuedJob job, int by) {
        runs.move(job, by);
    }

    /** Ends the engine under the running job. */
    public void forceStop() {
        runs.forceStop(front);
    }

    /** To be called every second: how long a run has been silent, and what others did to files, come without news. */
    public void tick() {
        runs.tick();
        files.look();
    }

    private final class RunsHost implements Runs.Host {
        @Override
        public List<Tab> tabs() {
            return Stream.concat(tabs.stream(), closed.stream()).toList();
        }

        @Override
        public Tab front() {
            return front;
        }

        @Override
        public void amended(Tab tab) {
            journal.touch();
            if (tab == front) {
                listeners.forEach(l -> l.documentChanged(false));
            }
        }

        @Override
        public void told(Tab tab, List<RunEvent.NodeChanged> nodes) {
            listeners.forEach(l -> l.nodesChanged(tab, nodes));
        }

        @Override
        public void changed(boolean picturesToo) {
            listeners.forEach(DeskListener::runChanged);
            if (picturesToo) {
                journal.touch();
                listeners.forEach(DeskListener::shotsChanged);
            }
        }

        @Override
        public void said(Notice notice) {
            listeners.forEach(l -> l.said(notice));
        }

        @Override
        public String sentence(Trouble trouble) {
            return trouble.sentence(language());
        }

        @Override
        public String sentence(StoreFailure failure) {
            return failure.sentence(language());
        }
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

    /** The strip of the tab in front, the newest first. */
    public List<Shot> shots() {
        return front.pictures().all();
    }

    /** Small images of them. */
    public Thumbs thumbs() {
        return thumbs;
    }

    /** The picture that is looked at; null follows the run. */
    public @Nullable Shot selected() {
        return front.pictures().selected();
    }

    /** The pixels of the selected picture if they are at hand; else they are in its file. */
    public @Nullable BufferedImage selectedPixels() {
        return front.pictures().selectedPixels();
    }

    /** Looks at a picture, or with null at the run. */
    public void select(@Nullable Shot shot) {
        if (front.pictures().select(shot)) {
            listeners.forEach(DeskListener::shotsChanged);
        }
    }

    /** Takes a picture off the strip; its file stays. */
    public void remove(Shot shot) {
        if (front.pictures().remove(shot, run().isBusy())) {
            journal.touch();
            listeners.forEach(DeskListener::shotsChanged);
        }
    }

    /** Takes over the settings a picture was painted with, its seed locked. */
    public void useSettings(Shot shot) {
        if (shot.document() != null) {
            adopt(shot.document());
        } else {
            openSettingsOf(shot.file(), () -> say("notice.no-settings"));
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
            open(file, otherwise);
            return;
        }
        Task.of(() -> Papers.in(file, language())).whenDone(found -> {
            if (found instanceof Papers.Found.InPicture(Document document)) {
                adopt(document);
            } else {
                otherwise.run();
            }
        });
    }

    private void adopt(Document other) {
        Document locked = Papers.locked(other);
        boolean sameForm = !document().form().fields().isEmpty() && locked.about().name().equals(document().about().name())
                && document().form().fields().stream().flatMap(f -> f.targets().stream()).allMatch(t -> locked.node(t.node()).isPresent());
        if (sameForm) {
            List<Edit> edits = new ArrayList<>();
            for (Field field : document().form().fields()) {
                field.targets().forEach(t -> FormFields.value(locked, t).ifPresent(v -> edits.add(new Edit.SetParameter(t, v))));
            }
            edits.add(new Edit.SetCount(1));
            edit(new Edit.Together(edits), null);
        } else {
            addInPlaceOfUntouched(new Tab(++lastId, "", locked, presetOf(locked).map(Preset::document).orElse(null), List.of()));
        }
        say("notice.settings-taken");
    }

    /** Whether the workflow takes a picture to start from. */
    public boolean takesPicture() {
        return FormFields.first(document(), Control.Picture.class).isPresent();
    }

    /** Starts from a picture file. */
    public void startFrom(Path picture) {
        FormFields.first(document(), Control.Picture.class).ifPresent(f -> set(f, Value.of(picture.toAbsolutePath().toString())));
    }

    /** Forgets pictures whose files are gone. Reads the disk elsewhere. */
    public void dropMissing() {
        List<Path> all = tabs.stream().flatMap(t -> t.pictures().all().stream()).map(Shot::file).distinct().toList();
        Task.of(() -> all.stream().filter(f -> !Files.isRegularFile(f)).toList()).whenDone(gone -> {
            boolean fewer = false;
            for (Tab tab : tabs) {
                fewer |= tab.pictures().forget(gone);
            }
            if (fewer) {
                listeners.forEach(DeskListener::shotsChanged);
            }
        });
    }

    /** Hears the last news and no more. */
    @Override
    public void close() {
        runs.close();
    }
}
