package easel.cli;

import easel.engine.weights.ModelCheck;
import easel.engine.worker.WorkerEngine;
import easel.engine.worker.WorkerOptions;
import easel.platform.Folders;
import easel.platform.Home;
import easel.platform.Language;
import easel.platform.ProcessMemory;
import easel.platform.Words;
import easel.run.Presets;
import easel.run.Studio;
import easel.ui.DefaultPictures;
import easel.ui.EaselWindow;
import easel.ui.Setup;
import easel.ui.SingleWindow;
import java.awt.AWTError;
import java.awt.HeadlessException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Opens the window, or hands over to the one that is open; where there is no display, paints the first picture to a file. */
final class WindowLauncher {

    private WindowLauncher() {}

    /** Returns when the window is closed, with the program's exit code. */
    static int open(List<Path> files, PrintWriter err) throws InterruptedException {
        Folders folders = Folders.ofUser();
        List<Path> absolute = files.stream().map(Path::toAbsolutePath).toList();
        if (SingleWindow.handOver(folders.state(), absolute)) {
            return 0;
        }
        try {
            EaselWindow.prepare(folders);
        } catch (HeadlessException | AWTError noDisplay) {
            return paintInstead(err, "noDisplay", "");
        } catch (UnsatisfiedLinkError | NoClassDefFoundError missing) {
            // The JDK's own libraries need a few of the system's.
            return paintInstead(err, "noWindowLibraries", String.valueOf(missing.getMessage()));
        }
        CountDownLatch closed = new CountDownLatch(1);
        WorkerEngine engine = new WorkerEngine(WorkerOptions.of(Home.library(), folders.state()), new ModelCheck());
        // Ended by the system (log-out, SIGTERM): the engine must not outlive the window, nor leave its files.
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close, "end"));
        try (engine; Studio studio = Studio.keeping(engine, folders, Home.folder(), Studio.Limits.STANDARD)) {
            EaselWindow.open(new Setup(studio, engine, folders, Presets.bundled(),
                    () -> engine.processId().map(ProcessMemory::resident).orElse(-1L), absolute), closed::countDown);
            closed.await();
        }
        return 0;
    }

    private static int paintInstead(PrintWriter err, String code, String cause) {
        Path folder = DefaultPictures.folder();
        err.println(Words.of(WindowLauncher.class, Language.ofUser()).say(code, folder, cause));
        err.flush();
        return GenerateCommand.firstPicture(folder);
    }
}
