package easel.cli;

import easel.engine.Failure;
import easel.platform.Language;
import easel.platform.Words;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code easel bundle}. */
@Command(name = "bundle", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Makes a folder with its own Java that starts on another machine of this kind without JDK, compiler or network.")
final class BundleCommand implements Callable<Integer> {

    private static final int CANCELLED = 130;
    private static final long PATIENCE_SECONDS = 20;

    @Parameters(paramLabel = "DIR", description = "The folder to make; it must not be there yet, or be empty.")
    private Path folder;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Language language = Language.ofUser();
        BundleReport report = new BundleReport(spec.commandLine().getOut(), spec.commandLine().getErr(), json, Words.of(BundleCommand.class, language));
        Bundle bundle = new Bundle(folder, report::begin);
        CountDownLatch over = new CountDownLatch(1);
        Thread ctrlC = new Thread(() -> {
            bundle.cancel();
            try {
                // The JVM goes when this returns; what was half made must be gone before.
                over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException endsAnyway) {
                Thread.currentThread().interrupt();
            }
        }, "ctrl-c");
        Runtime.getRuntime().addShutdownHook(ctrlC);
        try {
            report.made(bundle.make());
            return 0;
        } catch (CancellationException e) {
            spec.commandLine().getErr().println(new Failure.Cancelled().sentence(language));
            spec.commandLine().getErr().flush();
            return CANCELLED;
        } finally {
            over.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(ctrlC);
            } catch (IllegalStateException alreadyEnding) {
                // it is what ends us
            }
        }
    }
}
