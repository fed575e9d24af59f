package easel.cli;

import easel.cli.SweepSheets.Result;
import easel.engine.EngineException;
import easel.engine.Preview;
import easel.engine.worker.WorkerEngine;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.platform.Language;
import easel.run.Ending;
import easel.run.JobId;
import easel.run.NodeState;
import easel.run.QueuedJob;
import easel.run.RunEvent;
import easel.run.RunOptions;
import easel.run.Studio;
import easel.run.Submission;
import easel.run.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A sweep run as a command: every cell a job, with progress, contact sheets, Ctrl-C, and an exit code. */
final class SweepRun {

    private static final int CANCELLED = 130;

    private final EngineOptions engineOptions;
    private final ProgressReport report;
    private final Sweep sweep;
    private final Path folder;
    private final Language language;
    private final KeptPictures kept;
    /** What to say when a job begins. */
    private final Map<JobId, CellLine> lines = new ConcurrentHashMap<>();
    /** The files of each job, by the node that gave them; heard on the studio's thread, read once the job has ended. */
    private final Map<JobId, Map<NodeId, Path>> files = new ConcurrentHashMap<>();
    private final Set<String> told = new HashSet<>();
    private int exit;

    /** A cell with its job, or without one if nothing of it can run. */
    private record Begun(Sweep.Cell cell, @Nullable QueuedJob job, String reason) {}

    SweepRun(EngineOptions engineOptions, ProgressReport report, Sweep sweep, Path folder, Language language) {
        this.engineOptions = engineOptions;
        this.report = report;
        this.sweep = sweep;
        this.folder = folder;
        this.language = language;
        this.kept = new KeptPictures(folder, Set.of());
    }

    /** Runs it to its end and gives the exit code. */
    int run() {
        WorkerEngine engine = engineOptions.engine();
        try (engine; Studio studio = Studios.open(engine); CtrlC ctrlC = new CtrlC(studio, engine)) {
            studio.follow(event -> DocumentRun.tellTrouble(event, report));
            RunOptions options = new RunOptions(engineOptions.execution(engine), Preview.NONE, folder);
            try (var _ = studio.listen(this::hear)) {
                List<Begun> begun = begin(studio, options, ctrlC);
                SweepSheets sheets = new SweepSheets(sweep, folder, language);
                @Nullable Failed withoutSheet = null;
                for (Begun cell : begun) {
                    Result result = result(cell);
                    if (ctrlC.wasPressed() || exit == CANCELLED) {
                        return CANCELLED;
                    }
                    try {
                        sheets.over(cell.cell, result).ifPresent(report::sheet);
                    } catch (Failed failed) {
                        withoutSheet = failed;   // said once the pictures are there, which are worth more
                    }
                }
                report.end();
                if (withoutSheet != null) {
                    throw withoutSheet;
                }
            }
        } catch (EngineException e) {
            throw Failed.because(e.failure());
        }
        kept.failure().ifPresent(failure -> {
            throw Failed.saying(failure.sentence(language));
        });
        return exit;
    }

    /** Queues every cell; none if there is not one that can run. */
    private List<Begun> begin(Studio studio, RunOptions options, CtrlC ctrlC) throws EngineException {
        List<Sweep.Cell> cells = sweep.cells();
        List<Begun> begun = new ArrayList<>();
        // Held until all are on the queue, so that each job's cell is known when it begins.
        studio.pause();
        for (Sweep.Cell cell : cells) {
            if (ctrlC.wasPressed()) {
                exit = CANCELLED;
                return List.of();
            }
            Submission submission = studio.submit(cell.document(), options);
            tell(submission);
            @Nullable QueuedJob job = submission.jobs().isEmpty() ? null : submission.jobs().getFirst();
            begun.add(new Begun(cell, job, job == null ? reason(submission) : ""));
            if (job != null) {
                lines.put(job.id(), CellLine.of(sweep, cell, job.id().number(), begun.size(), cells.size(), language));
            }
        }
        if (begun.stream().allMatch(b -> b.job == null)) {
            exit = 1;
            return List.of();
        }
        studio.resume();
        return begun;
    }

    /** Tells what is wrong, each thing once however many cells have it. */
    private void tell(Submission submission) {
        for (Problem problem : submission.problems()) {
            ProblemLine line = ProblemLine.of(problem, submission.document(), language);
            exit = problem.severity() == Problem.Severity.ERROR ? 1 : exit;
            if (told.add(line.text(language))) {
                report.problem(line);
            }
        }
    }

    private String reason(Submission submission) {
        return submission.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).findFirst()
                .map(p -> ProblemLine.of(p, submission.document(), language).message()).orElse("");
    }

    /** Waits for a cell. */
    private Result result(Begun cell) {
        if (cell.job == null) {
            return new Result.Missing(cell.reason);
        }
        Ending ending = cell.job.ending().join();
        Map<NodeId, Path> written = files.getOrDefault(cell.job.id(), Map.of());
        return switch (ending) {
            case Ending.Done _ -> picture(cell.job.document(), written);
            case Ending.Failed(var trouble) -> {
                exit = Math.max(exit, 1);
                yield new Result.Missing(trouble.sentence(language));
            }
            case Ending.Cancelled _ -> {
                exit = CANCELLED;
                yield SweepSheets.nothing(language);
            }
        };
    }

    /** Of several pictures the one of the node that comes last in the workflow: the same in every cell. */
    private Result picture(Document document, Map<NodeId, Path> written) {
        Optional<Path> last = document.nodes().stream().map(Node::id).filter(written::containsKey).reduce((_, b) -> b).map(written::get);
        Optional<Path> inside = written.entrySet().stream().max(Comparator.comparing(e -> e.getKey().text())).map(Map.Entry::getValue);
        return last.or(() -> inside).<Result>map(Result.Painted::new).orElseGet(() -> SweepSheets.nothing(language));
    }

    private void hear(RunEvent event) {
        RunEvent onItsWay = kept.apply(event);
        if (onItsWay instanceof RunEvent.Began(JobId job) && lines.containsKey(job)) {
            report.cell(lines.get(job));
        }
        if (onItsWay instanceof RunEvent.NodeChanged(var job, var node, _, NodeState.Done done) && done.file() != null) {
            files.computeIfAbsent(job, _ -> new HashMap<>()).put(node, done.file());
        }
        report.hear(onItsWay);
    }
}
