package easel.run;

import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.Preview;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Value;
import easel.platform.Folders;
import easel.support.PlainPreset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A studio over a fake engine in a folder of its own, with the bundled preset on a checkpoint of a few bytes. */
final class Bench implements AutoCloseable {

    final FakeEngine engine = new FakeEngine();
    final List<RunEvent> events = new CopyOnWriteArrayList<>();
    final Studio studio;
    final RunOptions options;
    final Document preset;
    private final Path pictures;

    Bench(Path folder) throws IOException {
        this(folder, 64 << 20);
    }

    Bench(Path folder, long cacheBytes) throws IOException {
        this(folder, cacheBytes, Studio.Limits.STANDARD);
    }

    Bench(Path folder, long cacheBytes, Studio.Limits limits) throws IOException {
        Path model = Files.writeString(folder.resolve("model.safetensors"), "weights");
        pictures = folder.resolve("pictures");
        options = new RunOptions(Execution.cpu(2), Preview.LINEAR, pictures);
        studio = new Studio(engine, new Folders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"),
                folder.resolve("state")), folder.resolve("home"), new Random(1), cacheBytes, limits, false);
        studio.listen(events::add);
        preset = set(PlainPreset.document(), "model.checkpoint", Value.of(model.toString()));
    }

    static Document set(Document document, String parameter, Value value) {
        return new Edit.SetParameter(ref(parameter), value).on(document);
    }

    static InputRef ref(String parameter) {
        int dot = parameter.indexOf('.');
        return InputRef.of(parameter.substring(0, dot), parameter.substring(dot + 1));
    }

    static long seed(Document document) {
        return ((Value.Seed) document.value(ref("sampler.seed")).orElseThrow()).number().orElseThrow();
    }

    /** Submits and waits for all that came of it. */
    Submission run(Document document) throws Exception {
        Submission submission = studio.submit(document, options);
        for (QueuedJob job : submission.jobs()) {
            ending(job);
        }
        return submission;
    }

    static Ending ending(QueuedJob job) throws Exception {
        return job.ending().get(20, TimeUnit.SECONDS);
    }

    Submission submit(Document document) throws EngineException {
        return studio.submit(document, options);
    }

    List<Path> saved() throws IOException {
        if (!Files.exists(pictures)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(pictures)) {
            return files.sorted().toList();
        }
    }

    /** The last state told of a node in a job. */
    NodeState last(QueuedJob job, String node) {
        synchronized (events) {
            return events.stream().filter(RunEvent.NodeChanged.class::isInstance).map(RunEvent.NodeChanged.class::cast)
                    .filter(e -> e.job().equals(job.id()) && e.node().text().equals(node))
                    .reduce((_, b) -> b).orElseThrow().state();
        }
    }

    @Override
    public void close() {
        studio.close();
        engine.close();
    }
}
