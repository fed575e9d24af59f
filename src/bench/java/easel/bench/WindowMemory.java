package easel.bench;

import easel.graph.Document;
import easel.platform.Os;
import easel.platform.ProcessMemory;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code ./easel} with its real engine process, whose library is one that makes pictures up ({@code native/bench/standin.cpp}):
 * previews and results go the real way, through the pipe, the cache, the files and the strip.
 */
final class WindowMemory implements Figure {

    private static final int RESULTS = 100;
    private static final int EDGE = 1024;

    @Override
    public String name() {
        return "window-memory";
    }

    @Override
    public String what() {
        return "./easel's own process, resident, after 100 results of 1024x1024 made up by a stand-in library";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        Path beside = besideWithStandIn(house);
        Path user = house.work().resolve(name());
        Path pictures = user.resolve("pictures");
        Files.createDirectories(user.resolve("config"));
        Document hundred = Jobs.document(EDGE, 4, 1).withCount(RESULTS);
        Files.writeString(user.resolve("config/settings.json"), Remembered.settings(hundred, pictures));
        ProcessBuilder easel = House.quietly(List.of(beside.resolve("easel").toString()));
        easel.environment().put("EASEL_HOME", user.toString());
        Display display = new Display();
        int[] empty = display.look(Display.whole());
        Process process = easel.start();
        try {
            AppWindow.until("the window is there", () -> !java.util.Arrays.equals(empty, display.look(Display.whole())));
            Thread.sleep(3000);   // it has the keys, and what comes after the first paint has come
            double fresh = resident(process);
            display.press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
            int told = 0;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
            for (int there = 0; there < RESULTS; there = count(pictures)) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IOException("only " + there + " pictures came");
                }
                if (there / 25 > told) {
                    told = there / 25;
                    progress.accept("%d results: %.1f MB".formatted(there, resident(process) / 1e6));
                }
                Thread.sleep(100);
            }
            Thread.sleep(2000);   // the last one is shown
            return List.of(Reading.once(name(), resident(process) / 1e6, "MB", Goal.atMost(300)),
                    Reading.once(name() + "-fresh", fresh / 1e6, "MB", null));
        } finally {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /** A folder like the repository in which {@code ./easel} starts the same program with another library. */
    private static Path besideWithStandIn(House house) throws IOException, InterruptedException {
        Path beside = house.work().resolve("beside");
        Files.createDirectories(beside.resolve("target"));
        Path library = house.compile("standin.cpp", Os.current().libraryFile("standin"), "-shared", "-fPIC", "-Wl,--no-as-needed");
        // What the program asks to find beside a library.
        Files.copy(house.library().resolveSibling("build-id"), library.resolveSibling("build-id"));
        // A copy of the launcher finds its own folder, links the rest of the house: all of it older than what it builds from.
        try (DirectoryStream<Path> rooms = Files.newDirectoryStream(house.home())) {
            for (Path room : rooms) {
                String name = room.getFileName().toString();
                if (!name.equals("target") && !name.equals("easel") && !name.startsWith(".")) {
                    Files.createSymbolicLink(beside.resolve(name), room);
                }
            }
        }
        Files.copy(house.home().resolve("easel"), beside.resolve("easel"));
        Path cache = house.home().resolve("target/easel.aot");
        if (Files.exists(cache)) {
            Files.createSymbolicLink(beside.resolve("target/easel.aot"), cache);
        }
        List<String> launch = new ArrayList<>();
        for (String line : Files.readAllLines(house.home().resolve("target/launch"), StandardCharsets.UTF_8)) {
            launch.add(line.startsWith("library=") ? "library='" + library + "'" : line);
        }
        Files.write(beside.resolve("target/launch"), launch);
        return beside;
    }

    private static int count(Path pictures) throws IOException {
        if (!Files.isDirectory(pictures)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(pictures)) {
            return (int) files.filter(f -> f.toString().endsWith(".png")).count();
        }
    }

    private static double resident(Process process) throws IOException {
        // ./easel becomes the program it starts.
        long bytes = ProcessMemory.resident(process.pid());
        if (bytes <= 0) {
            throw new IOException("this system does not tell a process's memory");
        }
        return bytes;
    }
}
