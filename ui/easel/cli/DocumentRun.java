package easel.cli;

import easel.engine.EngineException;
import easel.engine.Preview;
import easel.engine.worker.WorkerEngine;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.run.Ending;
import easel.run.QueuedJob;
import easel.run.RunEvent;
import easel.run.RunOptions;
import easel.run.Studio;
import easel.run.StudioEvent;
import easel.run.Submission;
import easel.run.store.StoreFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A document run as a command: with progress, Ctrl-C, and an exit code. */
final class DocumentRun {

    /** The exit code after Ctrl-C. */
    static final int CANCELLED = 130;

    private final EngineOptions engineOptions;
    private final ProgressReport report;
    private final UnaryOperator<RunEvent> way;

    /** What the command makes of the problems found; it may throw {@link Failed}. */
    interface Verdict {

        /**
         * Hears what was found.
         *
         * @param runs whether something runs nevertheless
         */
        void on(List<Problem> problems, Document document, boolean runs);
    }

    /**
     * @param way what events pass on their way to the report
     */
    DocumentRun(EngineOptions engineOptions, ProgressReport report, UnaryOperator<RunEvent> way) {
        this.engineOptions = engineOptions;
        this.report = report;
        this.way = way;
    }

    /**
     * Runs it to its end and gives the exit code.
     *
     * @param first hears what can be said before the engine is asked for anything
     * @param then  hears what was found when it was queued
     */
    int run(Document document, Preview preview, Path pictures, Set<NodeId> to, Verdict first, Verdict then) {
        return run(document, preview, pictures, to, first, then, _ -> { });
    }

    /**
     * ... with something to be done at the end, if it came to a good one.
     *
     * @param done gets the studio before it closes
     */
    int run(Document document, Preview preview, Path pictures, Set<NodeId> to, Verdict first, Verdict then, Consumer<Studio> done) {
        WorkerEngine engine = engineOptions.engine();
        try (engine; Studio studio = Studios.open(engine); CtrlC ctrlC = new CtrlC(studio, engine)) {
            // Heard until the studio is closed: the history is written last.
            studio.follow(event -> tellTrouble(event, report));
            first.on(studio.check(document), document, true);
            RunOptions options = new RunOptions(engineOptions.execution(engine), preview, pictures, to);
            try (var _ = studio.listen(event -> report.hear(way.apply(event)))) {
                Submission submission = studio.submit(document, options);
                then.on(submission.problems(), submission.document(), !submission.jobs().isEmpty());
                int exit = submission.jobs().isEmpty() ? 1 : 0;
                for (QueuedJob job : submission.jobs()) {
                    exit = Math.max(exit, switch (job.ending().join()) {
                        case Ending.Done _ -> 0;
                        case Ending.Failed _ -> 1;
                        case Ending.Cancelled _ -> CANCELLED;
                    });
                }
                report.end();
                if (exit == 0 && !ctrlC.wasPressed()) {
                    done.accept(studio);
                }
                return ctrlC.wasPressed() ? CANCELLED : exit;
            }
        } catch (EngineException e) {
            throw Failed.because(e.failure());
        }
    }

    /** A damaged or newer database, a full disk: one sentence, and the run goes on. */
    static void tellTrouble(StudioEvent event, ProgressReport report) {
        if (event instanceof StudioEvent.StoreTrouble(StoreFailure failure)) {
            report.trouble(failure);
        }
    }
}
