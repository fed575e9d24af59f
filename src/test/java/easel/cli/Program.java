package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import easel.platform.Home;
import easel.support.RealEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a person types it: {@code ./easel} in a process of its own, with folders of its own. */
final class Program {

    private final Path folder;
    private final Path home;

    /** How it ended and what it said. */
    record Ran(int exit, String out, String err) {

        List<JsonObject> json() {
            return out.lines().map(l -> JsonParser.parseString(l).getAsJsonObject()).toList();
        }

        List<Path> pictures() {
            return out.lines().filter(l -> l.endsWith(".png")).map(Path::of).toList();
        }
    }

    /** A person whose files are under {@code folder}; the unpacked weights are shared. */
    Program(Path folder) throws IOException {
        this.folder = folder;
        home = Files.createDirectories(folder.resolve("home"));
        Path data = Files.createDirectories(home.resolve("data"));
        RealEngine.starter();
        Files.createSymbolicLink(data.resolve("starter"), RealEngine.data().resolve("starter"));
    }

    /** Runs a command to its end, in English. */
    Ran run(String... arguments) throws Exception {
        return run(Map.of("EASEL_LANG", "en"), arguments);
    }

    /** ... with these in its environment. */
    Ran run(Map<String, String> environment, String... arguments) throws Exception {
        Process process = start(environment, arguments);
        try {
            process.getOutputStream().close();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            end(process, process.descendants().toList());
        }
        return new Ran(process.exitValue(), Files.readString(stdout()), Files.readString(folder.resolve("stderr")));
    }

    /** Starts a command; what it says goes to {@link #stdout()} and {@code stderr} beside it. */
    Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Home.folder().resolve("easel").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(stdout().toFile()).redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("EASEL_HOME", home.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Starts a command, presses Ctrl-C once it says a word, and waits for its end and for that of all it started. */
    Ran interrupted(String word, String... arguments) throws Exception {
        Process process = start(Map.of("EASEL_LANG", "en"), arguments);
        List<ProcessHandle> children = List.of();
        try {
            untilSaid(word, 1);
            children = process.descendants().toList();
            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor()).isZero();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("it ends").isTrue();
            for (ProcessHandle child : children) {
                child.onExit().get(5, TimeUnit.SECONDS);
            }
        } finally {
            end(process, children.isEmpty() ? process.descendants().toList() : children);
        }
        return new Ran(process.exitValue(), Files.readString(stdout()), Files.readString(folder.resolve("stderr")));
    }

    /** Leaves nothing running where a test failed: an engine without its program would eat the processors of those after it. */
    private static void end(Process process, List<ProcessHandle> children) {
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits until a word was said so often on standard output. */
    void untilSaid(String word, int times) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (Files.readString(stdout()).split(java.util.regex.Pattern.quote(word), -1).length <= times) {
            assertThat(System.nanoTime()).as("it says %s: %s", word, Files.readString(stdout()) + Files.readString(folder.resolve("stderr"))).isLessThan(end);
            Thread.sleep(50);
        }
    }

    Path stdout() {
        return folder.resolve("stdout");
    }
}
