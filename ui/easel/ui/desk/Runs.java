package easel.ui.desk;

import easel.engine.EngineException;
import easel.engine.Event;
import easel.engine.Failure;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.run.Ending;
import easel.run.JobId;
import easel.run.QueuedJob;
import easel.run.RunEvent;
import easel.run.RunOptions;
import easel.run.Studio;
import easel.run.StudioEvent;
import easel.run.Submission;
import easel.run.Trouble;
import easel.run.store.StoreFailure;
import easel.ui.image.Thumbs;
import easel.ui.task.Edt;
import easel.ui.task.Frames;
import easel.ui.task.Lane;
import easel.ui.task.Task;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the tabs have asked the studio for, and its news given to the tab that asked. On the EDT. */
final class Runs implements AutoCloseable {

    /** Askings that are remembered although none of their jobs is on the queue. */
    private static final int LAST_WISHES = 64;
    /** Jobs that are over and still listed. */
    private static final int LISTED = 20;

    /** Whom the runs belong to. */
    interface Host {

        /** Every tab that may have asked, closed ones too. */
        List<Tab> tabs();

        /** Whether it is one of those that are looked at. */
        boolean isOpen(Tab tab);

        /** Whose a job is that nobody here asked for. */
        Tab front();

        /** Whose a job is that live has asked for. */
        Optional<Tab> live(QueuedJob job);

        /** The document's drawn seeds have come. */
        void amended(Tab tab);

        /** Nodes of a tab are in other states. */
        void told(Tab tab, List<RunEvent.NodeChanged> nodes);

        /** The run of some tab went on. */
        void changed(boolean picturesToo);

        void said(Notice notice);

        String sentence(Trouble trouble);

        String sentence(StoreFailure failure);
    }

    /** An asking; its jobs have these very options, by which they are known before the studio has answered. */
    private static final class Asked {
        private final RunOptions options;
        private final Tab tab;
        private boolean answered;

        Asked(RunOptions options, Tab tab) {
            this.options = options;
            this.tab = tab;
        }
    }

    private final Studio studio;
    private final Host host;
    private final Thumbs thumbs;
    private final RunLog log = new RunLog();
    private final LogBook book = new LogBook();
    private final Frames frames = new Frames(this::takeNews);
    private final Studio.Listening listening;
    private final Studio.Listening following;
    private final List<Asked> asked = new ArrayList<>();
    private final List<JobCard> over = new ArrayList<>();
    private final Map<JobId, Path> files = new HashMap<>();
    /** Whose each job is: until it has ended live may be off, another tab in front, and its own tab edited. */
    private final Map<JobId, Tab> owners = new HashMap<>();
    private List<QueuedJob> queue = List.of();
    private RunLog.@Nullable Current current;
    private @Nullable String loadedModel;

    Runs(Studio studio, Thumbs thumbs, Host host) {
        this.studio = studio;
        this.thumbs = thumbs;
        this.host = host;
        listening = studio.listen(event -> {
            log.hear(event);
            note(event);
            frames.touch();
        });
        following = studio.follow(event -> Edt.later(() -> hear(event)));
    }

    LogBook book() {
        return book;
    }

    /** On the studio's thread: there are many lines, and few are ever looked at. */
    private void note(RunEvent event) {
        if (event instanceof RunEvent.Logged(JobId _, Event.Logged.Level level, String text)) {
            book.write(LogBook.Level.of(level), text);
        } else if (event instanceof RunEvent.Ended(JobId _, Ending.Failed(Trouble trouble), double _)) {
            book.write(LogBook.Level.ERROR, host.sentence(trouble));
        }
    }

    private void hear(StudioEvent event) {
        switch (event) {
            case StudioEvent.QueueChanged(boolean paused) -> {
                if (paused && !queue.isEmpty()) {
                    host.said(Notice.of("notice.queue-paused"));
                }
                takeNews();
            }
            case StudioEvent.StoreTrouble(StoreFailure failure) -> host.said(Notice.of("notice.store", host.sentence(failure)));
            case StudioEvent.StoreWritesAgain _ -> host.said(Notice.of("notice.store-again"));
        }
    }

    boolean isPaused() {
        return studio.isPaused();
    }

    /** Lets no further job begin, or lets them begin again. */
    void pause(boolean now) {
        Task.<Void>of(Lane.QUEUEING, () -> {
            if (now) {
                studio.pause();
            } else {
                studio.resume();
            }
            return null;
        }).start();
    }

    /** Puts a waiting job so many places further back. */
    void move(QueuedJob job, int by) {
        List<JobId> waiting = queue.stream().filter(j -> current == null || !current.job().id().equals(j.id())).map(QueuedJob::id).toList();
        int to = waiting.indexOf(job.id()) + by;
        if (waiting.contains(job.id()) && to >= 0 && to < waiting.size()) {
            Task.<Void>of(Lane.QUEUEING, () -> {
                studio.move(job.id(), to);
                return null;
            }).start();
        }
    }

    List<QueuedJob> queue() {
        return queue;
    }

    List<QueuedJob> of(Tab tab) {
        return queue.stream().filter(j -> tabOf(j) == tab).toList();
    }

    @Nullable String loadedModel() {
        return loadedModel;
    }

    /** The jobs that run and wait, and after them those that are over, the latest first. */
    List<JobCard> cards() {
        List<JobCard> cards = new ArrayList<>();
        for (QueuedJob job : queue) {
            JobCard.State state = current != null && current.job().id().equals(job.id())
                    ? new JobCard.Running(current.progress(), current.preview(), current.secondsLeft()) : new JobCard.Waiting();
            cards.add(new JobCard(job, tabOf(job), state));
        }
        cards.addAll(over);
        return cards;
    }

    private Tab tabOf(QueuedJob job) {
        Tab known = owners.get(job.id());
        if (known == null) {
            known = asked.stream().filter(a -> a.options == job.options()).map(a -> a.tab).findFirst()
                    .or(() -> host.live(job)).or(() -> likely(job)).orElseGet(host::front);
            owners.put(job.id(), known);
        }
        return known;
    }

    /**
     * Whose a job is that was left from an earlier time: the workflow that would ask for it; else, for it may have been edited
     * since, one of the same nodes; else one that began as the same preset, as many may have.
     */
    private Optional<Tab> likely(QueuedJob job) {
        Map<NodeId, String> nodes = types(job.document());
        String name = job.document().about().name();
        return first(tab -> job.isOf(tab.document())).or(() -> first(tab -> types(tab.document()).equals(nodes)))
                .or(() -> name.isEmpty() ? Optional.empty() : first(tab -> tab.preset().equals(name)));
    }

    private Optional<Tab> first(Predicate<Tab> fitting) {
        return host.tabs().stream().filter(fitting).findFirst();
    }

    private static Map<NodeId, String> types(Document document) {
        return document.nodes().stream().collect(Collectors.toMap(Node::id, Node::type));
    }

    /** Asks for pictures. Answers at once: reading files and starting the engine happens elsewhere. */
    void generate(Tab tab, RunOptions options) {
        Edt.mustBeOn();
        tab.steps().settle();
        Document wanted = tab.document();
        Asked wish = new Asked(options, tab);
        asked.add(wish);
        if (!tab.run().view().isBusy()) {
            tab.pictures().select(null);
        }
        tab.run().asked();
        host.changed(true);
        Task.of(Lane.QUEUEING, () -> {
            Submission submission = studio.submit(wanted, options);
            studio.resume();   // a queue that paused itself after two crashes goes on when the person asks for pictures
            return submission;
        }).whenFailed(e -> {
            tab.run().answered();
            wish.answered = true;
            fail(tab, e instanceof EngineException engine ? new Trouble.OfEngine(engine.failure())
                    : new Trouble.OfEngine(new Failure.EngineFailed(String.valueOf(e.getMessage()))), wanted, List.of(stack(e)));
        }).whenDone(submission -> {
            tab.run().answered();
            wish.answered = true;
            submitted(tab, wanted, submission);
        });
    }

    private void submitted(Tab tab, Document wanted, Submission submission) {
        tab.vary(submission.jobs().stream().skip(1).map(QueuedJob::id).toList());
        // Only the seeds are taken over: the person may have typed on meanwhile.
        if (tab.document().equals(wanted)) {
            tab.steps().amend(submission.document());
            host.amended(tab);
        }
        if (tab.run().isCancelling()) {
            submission.jobs().forEach(job -> studio.cancel(job.id()));
        }
        Optional<Problem> error = submission.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).findFirst();
        if (submission.jobs().isEmpty()) {
            if (error.isPresent()) {
                fail(tab, new Trouble.OfDocument(error.get()), wanted, List.of());
            } else if (tab.run().view() instanceof RunView.Preparing) {
                tab.run().show(new RunView.Idle());
            }
        }
        takeNews();
    }

    /** Takes the run of a tab back: everything of it that runs or waits. */
    void cancel(Tab tab) {
        if (tab.run().view().isBusy()) {
            tab.run().cancel();
            host.changed(false);
            take(of(tab));
        }
    }

    /** Takes every run back. */
    void cancelAll() {
        host.tabs().stream().filter(t -> t.run().view().isBusy()).forEach(t -> t.run().cancel());
        host.changed(false);
        take(queue);
    }

    /** Takes one job back. */
    void cancel(QueuedJob job) {
        Tab tab = tabOf(job);
        if (current != null && current.job().id().equals(job.id()) && of(tab).size() == 1) {
            cancel(tab);
        } else {
            take(List.of(job));
        }
    }

    private void take(List<QueuedJob> jobs) {
        Task.<Void>of(Lane.QUEUEING, () -> {
            // The waiting ones first, so that none of them begins.
            jobs.reversed().forEach(job -> studio.cancel(job.id()));
            return null;
        }).start();
    }

    void forceStop(Tab tab) {
        if (tab.run().view() instanceof RunView.Working working) {
            cancel(tab);
            Task.<Void>of(Lane.QUEUEING, () -> {
                studio.forceStop(working.job().id());
                return null;
            }).start();
        }
    }

    /** Looks at the clock while something runs: how long it has been silent changes without news. */
    void tick() {
        if (current != null) {
            takeNews();
        }
    }

    void takeNews() {
        RunLog.News news = log.take();
        queue = inOrder(news.queue());
        current = news.current();
        boolean pictures = false;
        Map<Tab, RunView> ended = new HashMap<>();
        for (RunLog.Happening happening : news.happened()) {
            switch (happening) {
                case RunLog.Happening.Finished finished -> {
                    Tab tab = tabOf(finished.job());
                    tab.pictures().take(finished, thumbs);
                    if (!host.isOpen(tab)) {
                        tab.pictures().forgetPixels();
                    }
                    files.put(finished.job().id(), finished.file());
                    pictures = true;
                }
                case RunLog.Happening.Ended end -> {
                    Tab tab = tabOf(end.job());
                    ended.put(tab, ended(tab, end));
                    pictures = true;
                }
                case RunLog.Happening.Wrote(Path file) -> host.said(Notice.of("notice.wrote", file));
                case RunLog.Happening.Warned(String code, List<String> arguments) -> host.said(new Notice(code, List.copyOf(arguments), true));
            }
        }
        if (current != null) {
            noteModel(current);
        }
        Map<Tab, List<RunEvent.NodeChanged>> told = new LinkedHashMap<>();
        for (RunLog.Told one : news.nodes()) {
            Tab tab = tabOf(one.job());
            if (host.isOpen(tab)) {
                tab.tell(one.changed());
                told.computeIfAbsent(tab, _ -> new ArrayList<>()).add(one.changed());
            } else {
                tab.passed(one.changed());   // nobody looks at it, and results hold pictures
            }
        }
        told.forEach(host::told);
        for (Tab tab : host.tabs()) {
            List<QueuedJob> coming = of(tab);
            RunLog.Current mine = current != null && tabOf(current.job()) == tab ? current : null;
            tab.run().stand(mine, studio.isPaused() ? List.of() : coming, coming.isEmpty() ? queue.size() : queue.indexOf(coming.getFirst()), ended.get(tab));
            // What was asked for and is not queued yet is coming as well.
            if (coming.isEmpty() && !tab.run().isPreparing()) {
                pictures |= tab.pictures().settle();
            }
        }
        news.happened().forEach(h -> {
            if (h instanceof RunLog.Happening.Ended end) {
                owners.remove(end.job().id());
            }
        });
        forgetOldWishes();
        host.changed(pictures);
    }

    /** An answer may overtake the news of its jobs, so the last wishes are kept whatever the queue says. */
    private void forgetOldWishes() {
        for (int i = 0; asked.size() > LAST_WISHES && i < asked.size() - LAST_WISHES; ) {
            Asked old = asked.get(i);
            if (old.answered && queue.stream().noneMatch(j -> j.options() == old.options)) {
                asked.remove(i);
            } else {
                i++;
            }
        }
    }

    /** As they will run: people may have moved them. */
    private List<QueuedJob> inOrder(List<QueuedJob> jobs) {
        if (jobs.size() < 2) {
            return jobs;
        }
        List<JobId> order = studio.queue().stream().map(QueuedJob::id).toList();
        return jobs.stream().sorted(Comparator.comparingInt(j -> {
            int at = order.indexOf(j.id());
            return at < 0 ? -1 : at;   // one that is over and not yet told of
        })).toList();
    }

    private void noteModel(RunLog.Current now) {
        if (now.progress().phase() == null) {
            return;
        }
        loadedModel = switch (now.progress().phase()) {
            case READING_TEXT, ENCODING_PICTURE, SAMPLING, DECODING -> FormFields.first(now.job().document(), Control.Model.class)
                    .map(f -> FormFields.text(now.job().document(), f)).orElse(loadedModel);
            case WAITING_FOR_ENGINE, STARTING_ENGINE, LOADING_MODEL -> null;
            case UPSCALING, CONVERTING -> loadedModel;
        };
    }

    private RunView ended(Tab tab, RunLog.Happening.Ended end) {
        boolean shows = end.job().options().live();
        RunView view = switch (end.ending()) {
            case Ending.Done _ -> new RunView.Idle();
            case Ending.Cancelled _ when shows -> new RunView.Idle();   // for something newer
            case Ending.Cancelled _ -> new RunView.Cancelled(end.last().step(), end.last().steps(), end.preview());
            case Ending.Failed(Trouble trouble) -> trouble instanceof Trouble.OfEngine(Failure.Cancelled _)
                    ? new RunView.Cancelled(end.last().step(), end.last().steps(), end.preview())
                    : failed(trouble, end.job().document(), end.log());
        };
        if (view instanceof RunView.Failed) {
            loadedModel = null;
        }
        if (shows) {
            return view;   // one look of many
        }
        tab.pictures().ended(view instanceof RunView.Idle);
        JobCard.State state = switch (view) {
            case RunView.Failed failed -> new JobCard.Failed(failed.sentence());
            case RunView.Cancelled _ -> new JobCard.Cancelled();
            default -> new JobCard.Done(end.seconds(), files.remove(end.job().id()));
        };
        over.addFirst(new JobCard(end.job(), tab, state));
        while (over.size() > LISTED) {
            over.removeLast();
        }
        return view;
    }

    private void fail(Tab tab, Trouble trouble, Document document, List<String> details) {
        if (of(tab).isEmpty() && !tab.run().isPreparing()) {
            tab.pictures().select(null);
            tab.run().show(failed(trouble, document, details));
            host.changed(true);
        } else {
            host.said(Notice.of("notice.not-queued", host.sentence(trouble)));
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
        return new RunView.Failed(host.sentence(trouble), String.join("\n", lines), Mend.of(trouble, document).orElse(null));
    }

    private static String stack(Exception e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Hears the last news and no more. */
    @Override
    public void close() {
        takeNews();
        following.close();
        listening.close();
    }
}
