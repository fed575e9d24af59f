package easel.cli;

import easel.engine.EngineException;
import easel.engine.Preview;
import easel.engine.worker.WorkerEngine;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.nodes.Image;
import easel.platform.Language;
import easel.run.Ending;
import easel.run.Live;
import easel.run.NodeState;
import easel.run.RunEvent;
import easel.run.RunOptions;
import easel.run.Studio;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A workflow's file run again whenever it changes, until Ctrl-C: the newest picture lies in one file that image viewers
 * follow, nothing is saved but what Enter keeps.
 */
final class Watch {

    private static final long LOOK_MILLIS = 200;

    private final Path flow;
    private final Supplier<Asked> reading;
    private final EngineOptions engineOptions;
    private final ProgressReport report;
    private final Language language;
    private final AtomicReference<@Nullable Image> newest = new AtomicReference<>();

    /** What the file and the command line ask for. */
    record Asked(Document document, Path pictures, Set<NodeId> to) {}

    /**
     * @param reading reads the file anew; it may throw {@link Failed}
     */
    Watch(Path flow, Supplier<Asked> reading, EngineOptions engineOptions, ProgressReport report, Language language) {
        this.flow = flow;
        this.reading = reading;
        this.engineOptions = engineOptions;
        this.report = report;
        this.language = language;
    }

    /** Runs until Ctrl-C. */
    int run() {
        Path shown = reading.get().pictures.resolve(flow.getFileName().toString().replaceFirst("(\\.easel)?\\.json$", "") + ".live.png");
        WorkerEngine engine = engineOptions.engine();
        try (engine; Studio studio = Studios.open(engine); CtrlC ctrlC = new CtrlC(studio, engine)) {
            studio.follow(event -> DocumentRun.tellTrouble(event, report));
            var execution = engineOptions.execution(engine);
            shown.toFile().deleteOnExit();
            try (var _ = studio.listen(this::hear); Live live = new Live(studio, Live.STILL, state -> hear(state, shown))) {
                keepOnEnter(live);
                Object seen = "";
                while (!ctrlC.wasPressed()) {
                    Object now = stamp();
                    if (!now.equals(seen)) {
                        seen = now;
                        report.again();
                        try {
                            Asked asked = reading.get();
                            live.changed(asked.document, new RunOptions(execution, Preview.NONE, asked.pictures, asked.to));
                        } catch (Failed notYet) {
                            report.sentence(notYet.getMessage());
                        }
                    }
                    Thread.sleep(LOOK_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return DocumentRun.CANCELLED;
        } catch (EngineException e) {
            throw Failed.because(e.failure());
        }
    }

    /** How the file looks; editors write beside it and move, so its time alone would do as well. */
    private Object stamp() {
        try {
            return List.of(Files.getLastModifiedTime(flow), Files.size(flow));
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static void keepOnEnter(Live live) {
        Thread.ofPlatform().daemon().name("keep").start(() -> {
            try {
                BufferedReader keys = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                while (keys.readLine() != null) {
                    live.keep();
                }
            } catch (IOException nobodyTypes) {
                // It runs without.
            }
        });
    }

    private void hear(RunEvent event) {
        if (event instanceof RunEvent.NodeChanged(_, _, _, NodeState.Done done) && !done.images().isEmpty()) {
            newest.set(done.images().getFirst());
        }
        // What was taken back for something newer is no news.
        if (!(event instanceof RunEvent.Ended(_, Ending.Cancelled _, _))) {
            report.hear(event);
        }
    }

    private void hear(Live.State state, Path file) {
        switch (state) {
            case Live.State.Shown _ -> {
                Image image = newest.get();
                if (image != null) {
                    show(image, file);
                }
            }
            case Live.State.Paused(Document document, List<Problem> problems) ->
                    problems.forEach(problem -> report.problem(ProblemLine.of(problem, document, language)));
            case Live.State.Failed _, Live.State.Running _, Live.State.Kept _ -> { }
        }
    }

    private void show(Image image, Path file) {
        try {
            new PictureFile(image.picture(), PictureTexts.none()).write(file);
            report.shown(file);
        } catch (PictureException e) {
            report.sentence(e.failure().sentence(language));
        }
    }
}
