package easel.ui.desk;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.History;
import easel.graph.Level;
import easel.graph.NodeId;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.prompt.Lexicon;
import easel.run.Key;
import easel.run.Preset;
import easel.run.RunEvent;
import easel.run.Studio;
import easel.ui.settings.Machine;
import easel.ui.settings.Memory;
import easel.ui.task.Edt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The workflows that are open, one of them in front; what a person does to them, and who is told. On the EDT. */
public final class Desk implements AutoCloseable {

    /** Tabs that were closed and can be had back. */
    private static final int CLOSED = 30;

    private final Memory memory;
    private final Journal journal;
    private final List<Preset> bundled;
    private final OwnPresets ownPresets;
    /** What hears news may make another that hears them, too: a face is made when it is first looked at. */
    private final List<DeskListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Tab> tabs = new ArrayList<>();
    private final List<Tab> closed = new ArrayList<>();
    private final KeptTabs keeping;
    private final Results results = new Results(this);
    private final Jobs jobs;
    private final DeskFiles files;
    private final Sources sources;
    private final OwnNodes own;
    private final Seeds seeds = new Seeds(this, false);
    private final Seeds seedsShown = new Seeds(this, true);
    private final Inspection inspection;
    private final Lexicon lexicon;
    private final ModelNames models;
    /** The pictures that tabs show, for whoever makes room on the disk: asked on any thread. */
    private volatile Set<Path> held = Set.of();
    private Tab front;
    private long lastId;

    /**
     * @param defaultFolder where pictures go if the person has chosen no folder
     * @param assets        where pictures without a file are kept
     * @param kept          the desk as it was left
     */
    public Desk(Studio studio, Memory memory, Journal journal, List<Preset> presets, Supplier<Path> defaultFolder, Assets assets, Journal.Kept kept) {
        this.memory = memory;
        this.journal = journal;
        bundled = List.copyOf(presets);
        ownPresets = new OwnPresets(assets.folder().resolveSibling("presets"), this::tell);
        keeping = new KeptTabs(this::presets, this::nextId);
        kept.closed().forEach(k -> closed.add(restored(k)));
        kept.tabs().forEach(k -> tabs.add(restored(k)));
        if (tabs.isEmpty()) {
            tabs.add(keeping.first(memory.get().work()));
        }
        front = tabs.get(Math.clamp(kept.front(), 0, tabs.size() - 1));
        files = new DeskFiles(this, studio, memory);
        sources = new Sources(this, assets, this::language);
        own = new OwnNodes(assets.folder().resolveSibling("nodes"), this::tell);
        inspection = new Inspection(studio);
        lexicon = studio.lexicon();
        models = new ModelNames(lexicon.models(), () -> listeners.forEach(l -> l.documentChanged(false)));
        jobs = new Jobs(this, studio, memory, results.thumbs(), defaultFolder);
        listeners.add(jobs.live());
        ownPresets.listen(() -> listeners.forEach(DeskListener::tabsChanged));
        journal.keep(this::snapshot);
        studio.holding(() -> held);
        hold();
        models.look();
    }

    private Tab restored(Journal.KeptTab kept) {
        lastId = Math.max(lastId, kept.entry().id());
        return keeping.restored(kept);
    }

    long nextId() {
        return ++lastId;
    }

    // Its parts

    /** Workflows out of files and into them. */
    public DeskFiles files() {
        return files;
    }

    /** What the tabs ask for, and what comes of it. */
    public Jobs jobs() {
        return jobs;
    }

    /** The pictures of the tab in front. */
    public Results results() {
        return results;
    }

    /** What the workflow in front takes over from pictures. */
    public Sources sources() {
        return sources;
    }

    /** What prompts can name among the person's files; it waits for the disk. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /** The names of the models there are. */
    public ModelNames models() {
        return models;
    }

    /** The nodes that the person has made. */
    public OwnNodes own() {
        return own;
    }

    /** The seeds of the workflow in front. */
    public Seeds seeds() {
        return seeds;
    }

    private void hold() {
        held = Stream.concat(tabs.stream(), closed.stream())
                .flatMap(t -> Stream.concat(t.pictures().all().stream().map(Shot::file), Studio.named(t.document()).stream())).collect(Collectors.toUnmodifiableSet());
    }

    /** The seeds of what is seen at the level where one is. */
    public Seeds seedsShown() {
        return seedsShown;
    }

    private Journal.Kept snapshot() {
        hold();
        return new Journal.Kept(tabs.stream().map(KeptTabs::of).toList(), tabs.indexOf(front), closed.stream().map(KeptTabs::of).toList(), List.of());
    }

    /** Tells {@code listener} everything from now on. */
    public void listen(DeskListener listener) {
        listeners.add(listener);
    }

    /** Tells it nothing more. */
    public void forget(DeskListener listener) {
        listeners.remove(listener);
    }

    void say(String code, Object... arguments) {
        tell(Notice.of(code, arguments));
    }

    /** Says one calm line. */
    public void tell(Notice notice) {
        listeners.forEach(l -> l.said(notice));
    }

    void tellAll(Consumer<DeskListener> news) {
        listeners.forEach(news);
    }

    /** The journal is to be written. */
    public void touch() {
        journal.touch();
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

    /** What is being typed becomes part of the document in front. */
    void takeTyped() {
        listeners.forEach(DeskListener::typedWanted);
    }

    /** Brings a tab to the front. */
    public void raise(Tab tab) {
        Edt.mustBeOn();
        if (tab != front && tabs.contains(tab)) {
            takeTyped();
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
        add(ofPreset(bundled.getFirst()));
    }

    /** A tab with a document that is in no file, its nodes looked at; gives the tab. */
    public Tab show(Document document) {
        Tab tab = new Tab(nextId(), "", document, document, List.of());
        addInPlaceOfUntouched(tab);
        return tab;
    }

    private Tab ofPreset(Preset preset) {
        return new Tab(nextId(), "", preset.document(), preset.document(), List.of());
    }

    /** A tab is added beside the one in front. */
    private void add(Tab tab) {
        takeTyped();
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

    /** Adds a tab; one in front that nobody has touched makes room for it. */
    void addInPlaceOfUntouched(Tab tab) {
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
        if (tab == front) {
            takeTyped();
        }
        boolean hadSomething = tab.isEdited();
        tabs.remove(at);
        if (!isUntouched(tab)) {
            tab.forgetPixels();
            closed.addFirst(tab);
            while (closed.size() > CLOSED) {
                closed.removeLast();
            }
        }
        if (tabs.isEmpty()) {
            Tab next = ofPreset(bundled.getFirst());
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
            Optional<Tab> open = tab.file() == null ? Optional.empty() : files.openIn(tab.file());
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
            boolean turned = other.face() != tab.looks().face() || !other.level().equals(tab.looks().level());
            if (turned && tab == front) {
                takeTyped();
            }
            tab.look(other);
            journal.touch();
            if (turned && tab == front) {
                listeners.forEach(DeskListener::tabsChanged);
            }
        }
    }

    /** Another tab stands in the place of one; what was edited there can be had back. */
    void replace(Tab tab, Tab other) {
        if (front == tab) {
            takeTyped();
        }
        tabs.set(tabs.indexOf(tab), other);
        if (tab.isEdited()) {
            tab.say(null);
            tab.forgetPixels();
            closed.addFirst(tab);
        }
        if (front == tab) {
            front = other;
            frontChanged();
        }
    }

    /** Open and closed ones. */
    List<Tab> everyTab() {
        return Stream.concat(tabs.stream(), closed.stream()).toList();
    }

    /** A tab's file, or what is to be said of it, is another. */
    void fileChanged(Tab tab) {
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

    /** What is seen of it at the level where one is. */
    public Document shown() {
        return front.seen();
    }

    /** Goes to another level of the document in front, if it has it. */
    public void go(Level level) {
        Edt.mustBeOn();
        takeTyped();
        if (level.isIn(document())) {
            front.steps().settle();
            look(front, front.looks().at(level));
        }
    }

    /**
     * Changes what is seen at a level; {@code edit} is of that. What would make a subgraph contain itself, or what lies
     * otherwise on a canvas that is locked, is refused and told.
     *
     * @param key as for {@link #edit(Edit, Object)}
     * @return whether it was not refused
     */
    public boolean edit(Tab tab, Level level, Edit edit, @Nullable Object key) {
        Edit whole = level.edit(edit, tab.document(), Catalogue::schema);
        if (!level.isTop() && !level.isIn(whole.on(tab.document()))) {
            say("notice.contains-itself");
            return false;
        }
        if (tab.looks().locked() && !Layout.of(level.of(whole.on(tab.document()))).equals(Layout.of(level.of(tab.document())))) {
            say("notice.locked");
            return false;
        }
        List<RunEvent.NodeChanged> moved = Moved.by(edit, level, tab.document(), tab.nodes());
        edit(tab, whole, key);
        moved.forEach(tab.results()::tellMoved);
        if (!moved.isEmpty()) {
            listeners.forEach(l -> l.nodesChanged(tab, moved));
            Set<NodeId> there = moved.stream().map(RunEvent.NodeChanged::node).collect(Collectors.toSet());
            jobs.recall(tab, there::contains);
        }
        return true;
    }

    /** Looks a document over, elsewhere, and tells {@code then}; of several in a row only the latest is looked at. */
    public void inspect(Document document, Consumer<Findings> then) {
        Tab tab = front;
        Map<NodeId, Key> before = tab.mayShowEarlier();
        inspection.ask(new Inspection.Wish(document, jobs.options(), tab.told(), before, tab.left(), findings -> {
            // What a job told meanwhile is newer.
            Map<NodeId, Key> still = tab.mayShowEarlier();
            Map<NodeId, Key> shown = tab.results().shown();
            List<RunEvent.NodeChanged> news = !tabs.contains(tab) ? List.of() : findings.known().stream()
                    .filter(c -> !tab.told().contains(c.node()) || tab.document() == document && before.containsKey(c.node())
                            && before.get(c.node()).equals(still.get(c.node())) && !c.key().equals(shown.get(c.node())))
                    .toList();
            if (!news.isEmpty()) {
                news.forEach(tab::tell);
                listeners.forEach(l -> l.nodesChanged(tab, news));
            }
            then.accept(findings);
        }));
    }

    /** The presets there are: those that come with Easel, then the person's own. */
    public List<Preset> presets() {
        return Stream.concat(bundled.stream(), ownPresets.all().stream()).toList();
    }

    /** The presets that the person has made. */
    public OwnPresets ownPresets() {
        return ownPresets;
    }

    /** The preset that a document began as. */
    Optional<Preset> presetOf(Document document) {
        return keeping.presetOf(document);
    }

    /** The preset that the tab in front began as, if it is one. */
    public Optional<Preset> preset() {
        return front.file() == null ? presetOf(document()) : Optional.empty();
    }

    /**
     * Goes to a preset: the tab that has it, else this tab if nothing would be lost by it, else a new one, which takes over
     * what both have, unless the preset is the person's own.
     */
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
        takeTyped();
        // One's own was kept for what is in it.
        Document carried = ownPresets.has(other) ? other.document() : Carried.over(document(), other.document());
        addInPlaceOfUntouched(new Tab(nextId(), "", carried, carried, List.of()));
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

    /** Sets a field of the form to one value for each of its targets, and what has to follow. */
    public void set(Field field, List<Value> values) {
        edit(document().form().withFollowing(FormFields.set(field, values), document()), List.of(field.name(), field.targets()));
    }

    /** Sets a field of the form. */
    public void set(Field field, Value value) {
        set(field, List.of(value));
    }

    private void changed() {
        if (!front.looks().level().equals(front.level())) {
            front.look(front.looks().at(front.level()));   // where one was is gone
        }
        journal.touch();
        listeners.forEach(l -> l.documentChanged(false));
    }

    /** Changes the document in front without an undo step: a number is drawn. */
    void amend(Edit edit) {
        front.steps().amend(edit.on(document()));
        changed();
    }

    /** The same of what is seen at the level where one is. */
    void amendShown(Edit edit) {
        amend(front.level().edit(edit, document(), Catalogue::schema));
    }

    /** A tab's document was amended. */
    void amended(Tab tab) {
        journal.touch();
        if (tab == front) {
            listeners.forEach(l -> l.documentChanged(false));
        }
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
        travel(front.steps()::undo);
    }

    /** One sees what has changed: if that is nothing of what is seen, one goes where it is. */
    private void travel(BooleanSupplier way) {
        Document before = document();
        Document seen = shown();
        Level from = front.level();
        if (way.getAsBoolean()) {
            if (front.level().equals(from) && shown().body().equals(seen.body()) && shown().form().equals(seen.form())) {
                Whereabouts.of(before, document()).ifPresent(level -> front.look(front.looks().at(level)));
            }
            changed();
        }
    }

    /** Goes forth one step. */
    public void redo() {
        travel(front.steps()::redo);
    }

    /** To be called every second: how long a run has been silent, and what others did to files, come without news. */
    public void tick() {
        jobs.tick();
        files.look();
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

    /** Hears the last news and no more. */
    @Override
    public void close() {
        jobs.close();
    }
}
