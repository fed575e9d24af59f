package easel.cli;

import easel.engine.EngineException;
import easel.engine.worker.WorkerEngine;
import easel.platform.Folders;
import easel.platform.Home;
import easel.run.Studio;
import easel.ui.Rehearsal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Goes through what every start goes through, so that the build can record which classes a start needs. Touches no file
 * of the person's: the build gives it folders of its own.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        new CommandLine(new Main()).usage(new PrintWriter(new StringWriter()));
        WorkerEngine engine = new EngineOptions().engine();
        try (engine; Studio studio = Studio.keeping(engine, Folders.ofUser(), Home.folder(), Studio.Limits.STANDARD)) {
            Rehearsal.play(studio, Folders.ofUser());
            engine.devices();
            studio.history();   // opens the database
            return 0;
        } catch (EngineException e) {
            return 1;
        }
    }
}
