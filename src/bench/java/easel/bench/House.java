package easel.bench;

import easel.engine.Outcome;
import easel.engine.Result;
import easel.engine.Running;
import easel.engine.weights.ModelCheck;
import easel.engine.worker.WorkerEngine;
import easel.engine.worker.WorkerOptions;
import easel.platform.Folders;
import easel.platform.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The built program, and a place to run it in that is not the person's.
 *
 * @param home    the repository
 * @param library the engine's library
 * @param work    an empty folder, gone when the bench ends
 * @param quick   measure only so often that everything has been gone through once
 * @param folders what the program uses as its user's folders when it runs in this process, or as {@code ./easel}
 */
record House(Path home, Path library, Path work, boolean quick, Folders folders) {

    private static final long LONGEST_COMMAND_S = 300;

    /** As {@code ./bench} says it: {@code EASEL_HOME} and the properties that {@code ./easel} sets as well. */
    static House ofBench(boolean quick) throws IOException {
        String moved = System.getenv("EASEL_HOME");
        if (moved == null || moved.isBlank()) {
            throw new IllegalStateException("EASEL_HOME is not set: start ./bench, which keeps away from the person's own folders");
        }
        Path work = Path.of(moved).toAbsolutePath().resolveSibling("work");
        Files.createDirectories(work);
        return new House(Home.folder(), Home.library(), work, quick, Folders.ofUser());
    }

    /** How often to measure what should be measured {@code wanted} times. */
    int times(int wanted) {
        return quick ? Math.min(2, wanted) : wanted;
    }

    /** An engine as the window and the command line have it. */
    WorkerEngine engine() {
        return new WorkerEngine(WorkerOptions.of(library, folders.state()), new ModelCheck());
    }

    /** The same user's folders with settings of their own, for a window that starts with {@code settings}. */
    Folders folders(String name, String settings) throws IOException {
        Folders own = new Folders(work.resolve(name).resolve("config"), folders.data(), folders.cache(), folders.state());
        Files.createDirectories(own.config());
        Files.writeString(own.config().resolve("settings.json"), settings);
        return own;
    }

    /** A folder for pictures. */
    Path pictures(String name) {
        return work.resolve(name);
    }

    /** {@code ./easel} with these arguments, its output dropped unless it is redirected. */
    ProcessBuilder easel(String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("easel").toString()));
        command.addAll(List.of(arguments));
        return quietly(command);
    }

    static ProcessBuilder quietly(List<String> command) {
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"));
    }

    /** Runs a command that must end well, and gives the seconds it took. */
    static double seconds(ProcessBuilder command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = command.start();
        if (!process.waitFor(LONGEST_COMMAND_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end of " + command.command());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(command.command() + " ended with " + process.exitValue());
        }
        return seconds;
    }

    /**
     * Compiles C++ against the library: a program, or another library in its place.
     *
     * @param source in {@code native/bench}
     */
    Path compile(String source, String name, String... options) throws IOException, InterruptedException {
        Path made = work.resolve(name);
        List<String> command = new ArrayList<>(List.of("c++", "-O2", "-std=c++17", "-I" + library.resolveSibling("include"),
                "-I" + home.resolve("native/shim"), home.resolve("native/bench").resolve(source).toString(), "-o", made.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(library.toString(), "-Wl,-rpath," + library.getParent()));
        seconds(new ProcessBuilder(command).inheritIO());
        return made;
    }

    /** The picture of a job that must not fail. */
    static Result.Painted painted(Running running) throws Exception {
        Outcome outcome = running.outcome().get(LONGEST_COMMAND_S, TimeUnit.SECONDS);
        if (outcome instanceof Outcome.Done(Result.Painted painted)) {
            return painted;
        }
        throw new IOException("not painted: " + outcome);
    }
}
