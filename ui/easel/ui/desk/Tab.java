package easel.ui.desk;

import easel.graph.Document;
import easel.graph.History;
import easel.graph.Level;
import easel.graph.NodeId;
import easel.platform.Language;
import easel.run.JobId;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.RunEvent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A workflow on the desk: its history, where it is kept, how it is looked at, its run and its pictures. On the EDT. */
public final class Tab {

    private final long id;
    private final Steps steps;
    private final TabRun run = new TabRun();
    private final Pictures pictures;
    private final String name;
    /** Null if it is not known: what is here counts as not saved until the file was read again. */
    private @Nullable Document saved;
    private @Nullable Path file;
    private @Nullable Stamp stamp;
    private @Nullable FileNews news;
    private boolean writing;
    private Looks looks = Looks.DEFAULT;
    private @Nullable View view;
    private final TabNodes results = new TabNodes();
    /** The keys that nodes had in the document when something was last told of them. */
    private final Map<NodeId, Key> had = new HashMap<>();
    /** Jobs whose seeds are not the document's: all but the first of several asked for at once. */
    private final Set<JobId> variations = new HashSet<>();
    /** Under which keys its nodes showed results when they were last seen. */
    private Map<NodeId, Key> left = Map.of();

    /**
     * @param id    names it in the journal
     * @param name  what it is called as long as it has no file; empty for what the workflow calls itself
     * @param saved what it holds if nothing is to be saved; null if that is not known
     */
    Tab(long id, String name, Document document, @Nullable Document saved, List<Shot> shots) {
        this.id = id;
        this.name = name;
        this.steps = new Steps(document);
        this.saved = saved;
        this.pictures = new Pictures(shots);
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    /** The document now. */
    public Document document() {
        return steps.document();
    }

    /** Where in the document one is: where one went, or as far towards there as the document has it now. */
    public Level level() {
        return view().level;
    }

    /** What is seen there. */
    public Document seen() {
        return view().seen;
    }

    /** Asked with every frame, so it is kept as long as document and level are the same. */
    private View view() {
        View known = view;
        if (known == null || known.of != document() || !known.wanted.equals(looks.level())) {
            Level level = looks.level().lasting(document());
            known = new View(document(), looks.level(), level, level.of(document()));
            view = known;
        }
        return known;
    }

    private record View(Document of, Level wanted, Level level, Document seen) {}

    /** The name of the preset that it began as; empty if it is none. */
    public String preset() {
        return document().about().name();
    }

    /** What it is called. */
    public String title(Language language) {
        if (file != null) {
            return Papers.plainName(file);
        }
        return name.isEmpty() ? document().about().title().in(language) : name;
    }

    /** The file it is kept in; null if there is none yet. */
    public @Nullable Path file() {
        return file;
    }

    /** Whether it holds something that is in no file, and in no preset. */
    public boolean isEdited() {
        return !document().equals(saved);
    }

    /** What is to be said and decided about its file; null if nothing. */
    public @Nullable FileNews news() {
        return news;
    }

    /** How it is looked at. */
    public Looks looks() {
        return looks;
    }

    /** The last step, which can be undone. */
    public Optional<History.Step> undoable() {
        return steps.undoable();
    }

    /** The step that was undone last. */
    public Optional<History.Step> redoable() {
        return steps.redoable();
    }

    /** What became of its nodes in the last runs; pictures that lie on the disk are with it as long as somebody holds them. */
    public Collection<RunEvent.NodeChanged> nodes() {
        return results.all();
    }

    TabNodes results() {
        return results;
    }

    /** Lets go of pictures that are in files, and of what became of its nodes, which holds more: nobody looks at a closed tab. */
    void forgetPixels() {
        left = shown();
        results.clear();
        pictures.forgetPixels();
    }

    /** The nodes of which something is known. */
    Set<NodeId> told() {
        return results.ids();
    }

    /** Under which keys nodes showed results when they were last seen. */
    Map<NodeId, Key> left() {
        return left;
    }

    void leave(Map<NodeId, Key> keys) {
        left = Map.copyOf(keys);
    }

    /** Under which keys its nodes show results, to find these again another time. */
    Map<NodeId, Key> shown() {
        Map<NodeId, Key> shown = new LinkedHashMap<>(left);
        shown.putAll(results.shown());
        return shown;
    }

    /**
     * Of those, the ones that may show again what they gave before, and the key they had when they were told of: with another
     * one now they are those of another document. None while it runs.
     */
    Map<NodeId, Key> mayShowEarlier() {
        Map<NodeId, Key> may = new HashMap<>(had);
        may.keySet().retainAll(run.view().isBusy() ? Set.of() : results.settled());
        return may;
    }

    /** These paint what the document says with other seeds: the last of them stays on its nodes until the document is another. */
    void vary(Collection<JobId> jobs) {
        variations.addAll(jobs);
    }

    void tell(RunEvent.NodeChanged changed) {
        results.tell(changed);
        if (!variations.contains(changed.job())) {
            had.put(changed.node(), changed.key());
        }
    }

    /** The same for one that is closed: under which key the result is had again once it is opened. */
    void passed(RunEvent.NodeChanged changed) {
        if (changed.state() instanceof NodeState.Done) {
            Map<NodeId, Key> now = new LinkedHashMap<>(left);
            now.put(changed.node(), changed.key());
            left = Map.copyOf(now);
        }
    }

    Steps steps() {
        return steps;
    }

    TabRun run() {
        return run;
    }

    Pictures pictures() {
        return pictures;
    }

    @Nullable Stamp stamp() {
        return stamp;
    }

    boolean isWriting() {
        return writing;
    }

    boolean knowsSaved() {
        return saved != null;
    }

    void setWriting(boolean now) {
        writing = now;
    }

    void look(Looks other) {
        looks = other;
    }

    void say(@Nullable FileNews about) {
        news = about;
    }

    /** It lies in a file as {@code inFile} says; null if that is not known. */
    void keptIn(Path where, @Nullable Stamp how, @Nullable Document inFile) {
        file = where;
        stamp = how;
        saved = inFile;
        news = null;
    }

    /** The file's stamp is another and its content the same. */
    void restamp(Stamp other) {
        stamp = other;
    }
}
