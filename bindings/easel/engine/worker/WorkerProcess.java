package easel.engine.worker;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.Versions;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A running engine process, seen from the program that started it. */
final class WorkerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);   // a laptop's disk that just woke up
    private static final int TOLD_CHARACTERS = 600;

    private final Process process;
    private final Pipe pipe;
    private final Versions versions;
    private final Path lastWords;
    private final Path errors;

    private WorkerProcess(Process process, Pipe pipe, Versions versions, Path lastWords, Path errors) {
        this.process = process;
        this.pipe = pipe;
        this.versions = versions;
        this.lastWords = lastWords;
        this.errors = errors;
    }

    /**
     * Starts the process and waits for its hello.
     *
     * @throws EngineException {@link Failure.LibraryMissing}, {@link Failure.LibraryMismatch} or {@link Failure.EngineNotStarted}
     */
    static WorkerProcess start(WorkerOptions options) throws EngineException {
        if (!Files.isRegularFile(options.library())) {
            throw new EngineException(new Failure.LibraryMissing(options.library()));
        }
        Path rendezvous = null;
        Process process = null;
        try {
            Files.createDirectories(options.state());
            sweep(options.state());
            // Short, because a socket's path has 108 bytes; private, because createTempDirectory gives it to its owner alone.
            rendezvous = Files.createTempDirectory("easel-");
            Path socket = rendezvous.resolve("s");
            Path lastWords = Files.createTempFile(options.state(), "engine-", ".words");
            Path errors = Files.createTempFile(options.state(), "engine-", ".err");
            try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                server.bind(UnixDomainSocketAddress.of(socket));
                process = launch(options, socket, lastWords, errors);
                Pipe pipe = accept(server, process, errors);
                Message first = pipe.receive();
                return switch (first) {
                    case Message.Hello(int protocol, Versions versions) when protocol == Message.PROTOCOL ->
                            new WorkerProcess(process, pipe, versions, lastWords, errors);
                    case Message.Refused(Failure failure) -> throw new EngineException(failure);
                    default -> throw new IOException("its first words were " + first);
                };
            }
        } catch (IOException | InterruptedException e) {
            boolean killed = e instanceof IOException && process != null && wasKilled(process);
            if (process != null) {
                process.destroyForcibly();
            }
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            String why = String.valueOf(e.getMessage());
            throw new EngineException(killed ? new Failure.EngineDied(why) : new Failure.EngineNotStarted(why));
        } finally {
            deleteQuietly(rendezvous == null ? null : rendezvous.resolve("s"));
            deleteQuietly(rendezvous);
        }
    }

    /** Whether a signal ended it, as far as the system tells: then another start may well go better. */
    private static boolean wasKilled(Process process) {
        try {
            return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() > 128;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What killed programs could not take away. */
    private static void sweep(Path state) {
        Instant old = Instant.now().minus(Duration.ofDays(7));   // of an engine that is in use for so long only the last words would be lost
        try (DirectoryStream<Path> files = Files.newDirectoryStream(state, "engine-*.{words,err}")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    deleteQuietly(file);
                }
            }
        } catch (IOException staysForNow) {
            // Only a few bytes, and the next start tries again.
        }
    }

    private static Process launch(WorkerOptions options, Path socket, Path lastWords, Path errors) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=error:stderr",   // standard output is the library's and thrown away
                // The heap holds a few pictures at a time; give it back, the model needs the memory. By itself it would begin
                // with a 64th of the machine's memory, and never be less.
                "-Xms16m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20", "-XX:-ShrinkHeapInSteps",
                "-Djava.awt.headless=true",
                "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + options.state().resolve("engine-crash.log")));
        String cache = System.getProperty("easel.worker.aot", "");
        if (!cache.isBlank() && Files.isRegularFile(Path.of(cache))) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-cp", absoluteClassPath(), WorkerMain.class.getName(),
                socket.toString(), options.library().toString(), lastWords.toString(), options.state().toString(),
                options.ownEngine() ? "own" : "shared", options.lowPriority() ? "low" : "normal"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(options.state().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)   // the library prints there
                .redirectError(errors.toFile());
        builder.environment().put("GGML_NO_BACKTRACE", "1");
        // What these add to a command line is meant for the program the person started.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        return builder.start();
    }

    // The engine's process works in another folder than ours.
    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }

    private static Pipe accept(ServerSocketChannel server, Process process, Path errors) throws IOException, InterruptedException {
        server.configureBlocking(false);
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            var channel = server.accept();
            if (channel != null) {
                channel.configureBlocking(true);
                return new Pipe(channel);
            }
            if (!process.isAlive()) {
                throw new IOException("it ended with " + process.exitValue() + ": " + tail(errors));
            }
            Thread.sleep(2);
        }
        throw new IOException("no word from it for " + START.toSeconds() + " s");
    }

    Pipe pipe() {
        return pipe;
    }

    Versions versions() {
        return versions;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process at once, whatever it is doing. */
    void kill() {
        process.destroyForcibly();
    }

    /** After the pipe broke: why the process ended, in the library's or the system's words. */
    String epitaph() {
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String said = (tail(lastWords) + " " + tail(errors)).strip();
        if (!said.isEmpty()) {
            return said;
        }
        int code = process.isAlive() ? -1 : process.exitValue();
        return code > 128 ? String.format(Locale.ROOT, "signal %d", code - 128) : "exit code " + code;
    }

    /** Ends the process and takes its files away. */
    @Override
    public void close() {
        try {
            pipe.close();
        } catch (IOException alreadyGone) {
            // closing is all that was wanted
        }
        process.destroyForcibly();
        deleteQuietly(lastWords);
        deleteQuietly(errors);
    }

    private static String tail(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
            return text.length() <= TOLD_CHARACTERS ? text : text.substring(text.length() - TOLD_CHARACTERS);
        } catch (IOException nothingSaid) {
            return "";
        }
    }

    private static void deleteQuietly(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stillInUse) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
