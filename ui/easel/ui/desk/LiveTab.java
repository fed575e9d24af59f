package easel.ui.desk;

import easel.graph.Document;
import easel.graph.Problem;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.run.Live;
import easel.run.QueuedJob;
import easel.run.Studio;
import easel.run.Trouble;
import easel.ui.task.Edt;
import easel.ui.task.Task;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Live: one workflow runs again whenever it was changed, as long as its nodes are looked at. Nothing is saved until
 * somebody keeps it. On the EDT.
 */
public final class LiveTab implements DeskListener {

    /** What there is to say of it. */
    public sealed interface State {

        /** The workflow in front is not live. */
        record Off() implements State {}

        /** Something runs, or will at once. */
        record Running() implements State {}

        /** What was painted last is shown, and can be kept. */
        record Shown() implements State {}

        /** Nothing runs until the workflow is changed; the sentence says why. */
        record Paused(String sentence) implements State {}
    }

    private final Desk desk;
    private final Studio studio;
    private final Supplier<Language> language;
    private @Nullable Tab tab;
    private @Nullable Live live;
    private @Nullable Document asked;
    private State state = new State.Off();

    LiveTab(Desk desk, Studio studio, Supplier<Language> language) {
        this.desk = desk;
        this.studio = studio;
        this.language = language;
    }

    /** What there is to say of it for the workflow in front. */
    public State state() {
        return tab == desk.front() ? state : new State.Off();
    }

    /** Whether the workflow in front is live. */
    public boolean isOn() {
        return tab == desk.front();
    }

    /** Makes the workflow in front live, or any no more. */
    public void turn(boolean on) {
        Edt.mustBeOn();
        desk.takeTyped();
        stop();
        if (on) {
            tab = desk.front();
            Live[] mine = new Live[1];
            mine[0] = new Live(studio, Live.STILL, news -> Edt.later(() -> hear(mine[0], news)));
            live = mine[0];
            follow();
        }
        desk.tellAll(DeskListener::runChanged);
    }

    private void stop() {
        Live before = live;
        live = null;
        tab = null;
        asked = null;
        state = new State.Off();
        if (before != null) {
            Task.<Void>of(() -> {
                before.close();
                return null;
            }).start();
        }
    }

    /** Saves what is shown. */
    public void keep() {
        if (live != null && state instanceof State.Shown) {
            live.keep();
        }
    }

    @Override
    public void documentChanged(boolean otherForm) {
        follow();
    }

    @Override
    public void tabsChanged() {
        if (tab != null && !desk.tabs().contains(tab)) {
            stop();
        }
        follow();
    }

    private void follow() {
        Tab mine = tab;
        if (live == null || mine != desk.front() || mine.looks().face() != Face.GRAPH) {
            return;
        }
        Document now = mine.document();
        if (!now.equals(asked)) {
            asked = now;
            say(new State.Running());
            live.changed(now, desk.jobs().options());
        }
    }

    private void say(State other) {
        if (!other.equals(state)) {
            state = other;
            desk.tellAll(DeskListener::runChanged);
        }
    }

    private void hear(Live from, Live.State news) {
        Tab mine = tab;
        if (from != live || mine == null) {
            return;
        }
        Document drawn = news.document().withCount(mine.document().count());
        if (!(news instanceof Live.State.Kept) && mine.document().equals(drawn)) {
            asked = drawn;
            mine.steps().amend(drawn);   // the seeds that were drawn, which hold from now on
            desk.amended(mine);
        }
        switch (news) {
            case Live.State.Running _ -> say(new State.Running());
            case Live.State.Shown _ -> say(new State.Shown());
            case Live.State.Paused(Document document, List<Problem> problems) ->
                    say(new State.Paused(problems.isEmpty() ? "" : Catalogue.sentence(problems.getFirst(), document, language.get())));
            case Live.State.Failed(Document _, Trouble trouble) -> say(new State.Paused(trouble.sentence(language.get())));
            case Live.State.Kept _ -> { }
        }
    }

    /** Whether a job that nobody asked for runs for the live workflow: a look at it, or what is kept of it. */
    boolean isMine(QueuedJob job) {
        return tab != null && (job.options().live() || job.document().equals(tab.document().withCount(1)));
    }

    /** The workflow that is live, whatever is in front; null if none is. */
    @Nullable Tab tab() {
        return tab;
    }

    void close() {
        stop();
    }
}
