package easel.cli;

import easel.engine.EngineException;
import easel.engine.Event;
import easel.engine.Failure;
import easel.engine.GgufType;
import easel.engine.Job;
import easel.engine.Outcome;
import easel.engine.weights.ModelCheck;
import easel.engine.weights.NewModel;
import easel.engine.worker.WorkerEngine;
import easel.engine.worker.WorkerOptions;
import easel.nodes.Model;
import easel.platform.Folders;
import easel.platform.Home;
import easel.platform.Language;
import easel.run.Progress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code easel convert}: a model written again as GGUF, its weights in another type. */
@Command(name = "convert", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Writes a model again as a smaller GGUF file. Nothing is overwritten; all of the model must fit into memory.",
        footer = {"", "Example:", "  ./easel convert model.safetensors --type q8_0 --out model-q8_0.gguf"})
final class ConvertCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 10;

    @Parameters(paramLabel = "FILE", description = "A model (.safetensors, .ckpt, .gguf).")
    private Path file;

    @Option(names = "--type", paramLabel = "TYPE", defaultValue = "q8_0",
            description = "What weights become: f32, f16, bf16, q8_0, q6_k, q5_k, q5_1, q5_0, q4_k, q4_1, q4_0, q3_k or q2_k; smaller numbers, smaller files, coarser pictures. By itself q8_0.")
    private String type;

    @Option(names = "--vae", paramLabel = "FILE", description = "A VAE to put in.")
    private @Nullable Path vae;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write, ending in .gguf. By itself beside the model, the type behind its name.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Option(names = {"--quiet", "-q"}, description = "Print no progress, only the file's path.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Language language = Language.ofUser();
        String wanted = type.toLowerCase(Locale.ROOT);
        List<String> all = Arrays.stream(GgufType.values()).map(GgufType::id).toList();
        if (!all.contains(wanted)) {
            throw Failed.wrongUse("convert.type", type, String.join(", ", all));
        }
        Path to = out == null ? file.resolveSibling(Model.name(file) + "-" + wanted + ".gguf") : out;
        if (!to.getFileName().toString().endsWith(".gguf")) {
            throw Failed.wrongUse("convert.ending", to);
        }
        ProgressReport report = json ? new JsonReport(spec.commandLine().getOut(), language)
                : new TextReport(spec.commandLine().getOut(), spec.commandLine().getErr(), quiet, language);
        WorkerEngine engine = new WorkerEngine(WorkerOptions.of(Home.library(), Folders.ofUser().state()), new ModelCheck());
        CountDownLatch over = new CountDownLatch(1);
        Thread ctrlC = new Thread(() -> stop(engine, over), "ctrl-c");
        Runtime.getRuntime().addShutdownHook(ctrlC);
        try {
            NewModel.write(to, place -> convert(engine, new Job.Convert(file, vae, place, wanted), report));
            report.end();
            report.model(to);
            return 0;
        } catch (EngineException e) {
            report.end();
            throw Failed.because(e.failure());
        } finally {
            over.countDown();
            engine.close();
            try {
                Runtime.getRuntime().removeShutdownHook(ctrlC);
            } catch (IllegalStateException alreadyEnding) {
                // The hook waits for what is done here.
            }
        }
    }

    private static void convert(WorkerEngine engine, Job.Convert job, ProgressReport report) throws EngineException {
        Outcome outcome = engine.start(job, event -> {
            switch (event) {
                case Event.PhaseBegan(var phase) -> report.progress(new Progress(phase, 0, 0, 0, null));
                case Event.Progress(var phase, int step, int steps, double seconds) -> report.progress(new Progress(phase, step, steps, seconds, null));
                default -> { }
            }
        }).outcome().join();
        if (outcome instanceof Outcome.Failed(Failure failure)) {
            throw new EngineException(failure);
        }
    }

    /** Ends the engine, which fails the job; the JVM goes when this returns, and what was half written must be gone before. */
    private static void stop(WorkerEngine engine, CountDownLatch over) {
        engine.close();
        try {
            over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException endsAnyway) {
            Thread.currentThread().interrupt();
        }
    }
}
