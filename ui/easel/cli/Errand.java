package easel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A piece of work that runs other programs one after another and can be cancelled from another thread. */
final class Errand {

    private boolean cancelled;
    private @Nullable Process running;

    /** What a program said, both streams together. */
    record Ran(int exit, String said) {}

    /**
     * Runs a program to its end.
     *
     * @throws CancellationException if the errand is cancelled; the program has ended then
     */
    Ran run(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        // What these add to a command line is meant for the program the person started.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Process process = begin(builder);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = awaitUninterrupted(process);
        goOn();
        return new Ran(exit, said.strip());
    }

    private synchronized Process begin(ProcessBuilder builder) throws IOException {
        goOn();
        running = builder.start();
        return running;
    }

    private static int awaitUninterrupted(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException cancelIsTheOtherMethod) {
                // nobody interrupts this thread; if someone does, the program must still have ended
            }
        }
    }

    /** To be called between pieces of work. */
    synchronized void goOn() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    /** Ends the program that runs with what it started; nothing further begins. */
    synchronized void cancel() {
        cancelled = true;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }
}
