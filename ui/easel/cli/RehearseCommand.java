package easel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Goes through what every start goes through, so that the build can record which classes a start needs. Touches no file
 * of the person's.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Runnable {

    @Override
    public void run() {
        new CommandLine(new Main()).usage(new PrintWriter(new StringWriter()));
        easel.run.Presets.bundled();
        easel.engine.worker.WorkerEngine engine = new EngineOptions().engine();
        try {
            engine.devices();
        } catch (easel.engine.EngineException notBuiltYet) {
            // then the rest has been rehearsed
        } finally {
            engine.close();
        }
    }
}
