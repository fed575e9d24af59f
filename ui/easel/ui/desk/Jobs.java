package easel.ui.desk;

import easel.engine.Execution;
import easel.engine.Preview;
import easel.engine.Rung;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.nodes.Image;
import easel.platform.Language;
import easel.platform.Processor;
import easel.run.Key;
import easel.run.QueuedJob;
import easel.run.RunEvent;
import easel.run.RunOptions;
import easel.run.Studio;
import easel.run.Trouble;
import easel.run.store.StoreFailure;
import easel.ui.image.Thumbs;
import easel.ui.settings.Machine;
import easel.ui.settings.Memory;
import easel.ui.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the tabs ask for, on what device and into which folder, and what comes of it. On the EDT; nothing here waits. */
public final class Jobs {

    private final Desk desk;
    private final Studio studio;
    private final Memory memory;
    private final Supplier<Path> defaultFolder;
    private final Runs runs;
    private final LiveTab live;
    private final GivenPictures given;

    /** @param defaultFolder where pictures go if the person has chosen no folder */
    Jobs(Desk desk, Studio studio, Memory memory, Thumbs thumbs, Supplier<Path> defaultFolder) {
        this.desk = desk;
        this.studio = studio;
        this.memory = memory;
        this.defaultFolder = defaultFolder;
        this.live = new LiveTab(desk, studio, this::language);
        this.given = new GivenPictures(GivenPictures.Store.of(studio), (tab, nodes) -> desk.tellAll(l -> l.nodesChanged(tab, nodes)));
        this.runs = new Runs(studio, thumbs, new Told());
    }

    // Where and how

    /** The folder that pictures go to. */
    public Path folder() {
        Path chosen = memory.get().work().outputFolder();
        return chosen == null ? defaultFolder.get() : chosen;
    }

    /** Lets pictures go elsewhere. */
    public void setFolder(Path folder) {
        memory.changeWork(w -> w.withOutputFolder(folder));
        desk.tellAll(DeskListener::runChanged);
    }

    /** The device and threads that jobs are given. */
    public Machine machine() {
        return memory.get().machine();
    }

    RunOptions options() {
        Machine machine = machine();
        boolean choosesAll = machine.device() == null && machine.threads() == 0;
        Execution execution = choosesAll ? null : new Execution(machine.device() == null ? "CPU" : machine.device(),
                machine.threads() == 0 ? Processor.physicalCores() : machine.threads(), Rung.AS_ASKED, false, false);
        return new RunOptions(execution, Preview.TAE, folder());
    }

    /** Whether, and which, workflow runs again whenever it was changed. */
    public LiveTab live() {
        return live;
    }

    // Asked for

    /** Asks for pictures. */
    public void generate() {
        desk.takeTyped();
        runs.generate(desk.front(), options());
    }

    /** Asks for what some nodes give, and runs no further. */
    public void generate(Set<NodeId> to) {
        desk.takeTyped();
        RunOptions all = options();
        runs.generate(desk.front(), new RunOptions(all.execution(), all.preview(), all.pictures(), to));
    }

    /**
     * Has nodes of the tab in front give what they gave last, whatever feeds them from then on.
     *
     * @param shown under which keys results are shown on nodes
     */
    public void freeze(Set<NodeId> nodes, Map<NodeId, Key> shown) {
        desk.takeTyped();
        Tab tab = desk.front();
        Document document = desk.document();
        RunOptions options = options();
        Task.of(() -> studio.freezing(document, nodes, shown, options)).whenFailed(_ -> desk.say("notice.not-frozen"))
                .whenDone(frozen -> {
                    desk.edit(tab, frozen.edit(), null);
                    if (!frozen.outdated().isEmpty()) {
                        desk.say("notice.frozen-outdated");
                    }
                });
    }

    /** Takes the run of the tab in front back. */
    public void cancel() {
        runs.cancel(desk.front());
    }

    /** Takes every run back. */
    public void cancelAll() {
        runs.cancelAll();
    }

    /** Takes one job back. */
    public void cancel(QueuedJob job) {
        runs.cancel(job);
    }

    /** Ends the engine under the running job. */
    public void forceStop() {
        runs.forceStop(desk.front());
    }

    // What comes of it

    /** Whether a tab has asked for a run and does not know yet what came of it: its seeds may be drawn by then. */
    public boolean isAsked(Tab tab) {
        return tab.run().isPreparing();
    }

    /** What is to be said about the run of the tab in front. */
    public RunView run() {
        return desk.front().run().view();
    }

    /** The job that runs and those that wait, of every tab. */
    public List<QueuedJob> queue() {
        return runs.queue();
    }

    /** The jobs of the tab in front that run or wait. */
    public List<QueuedJob> coming() {
        return runs.of(desk.front());
    }

    /** The jobs that run, wait and are over, of every tab. */
    public List<JobCard> cards() {
        return runs.cards();
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

    /** The model the engine holds, by name; null if none is known to be loaded. */
    public @Nullable String loadedModel() {
        return runs.loadedModel();
    }

    /** What was said since the start. */
    public LogBook log() {
        return runs.book();
    }

    /** Has the pictures that some nodes of a tab gave read again, where nobody holds them any more; they are told like news. */
    public void recall(Tab tab, Predicate<NodeId> nodes) {
        given.recall(tab, nodes);
    }

    /** The pictures that a node gave under a key; none if they are gone. Waits for the disk. */
    public List<Image> given(Key key) {
        return studio.given(key);
    }

    void tick() {
        runs.tick();
        given.letGo(desk.tabs());
    }

    void close() {
        live.close();
        runs.close();
    }

    private Language language() {
        return memory.get().look().spoken();
    }

    /** The desk hears what the runs have to tell. */
    private final class Told implements Runs.Host {
        @Override
        public List<Tab> tabs() {
            return desk.everyTab();
        }

        @Override
        public boolean isOpen(Tab tab) {
            return desk.tabs().contains(tab);
        }

        @Override
        public Tab front() {
            return desk.front();
        }

        @Override
        public Optional<Tab> live(QueuedJob job) {
            return Optional.ofNullable(live.isMine(job) ? live.tab() : null);
        }

        @Override
        public void amended(Tab tab) {
            desk.amended(tab);
        }

        @Override
        public void told(Tab tab, List<RunEvent.NodeChanged> nodes) {
            desk.tellAll(l -> l.nodesChanged(tab, nodes));
        }

        @Override
        public void changed(boolean picturesToo) {
            desk.tellAll(DeskListener::runChanged);
            if (picturesToo) {
                desk.touch();
                desk.tellAll(DeskListener::shotsChanged);
            }
        }

        @Override
        public void said(Notice notice) {
            desk.tell(notice);
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
}
