package easel.bench;

import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.Position;
import easel.platform.Os;
import easel.platform.ProcessMemory;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    private final int nodes;

    /** @param nodes how many the graph has that is shown; 0 shows the form */
    WindowMemory(int nodes) {
        this.nodes = nodes;
    }

    @Override
    public String name() {
        return nodes == 0 ? "window-memory" : "graph-memory";
    }

    @Override
    public String what() {
        return "./easel's own process, resident, after 100 results of 1024x1024 made up by a stand-in library"
                + (nodes == 0 ? "" : ", beside a graph of %,d nodes".formatted(nodes));
    }

    /** The graph with, above it, the nodes that paint; without a form its nodes are what is shown. */
    private Document graph(Document painting) {
        Document graph = CanvasGraph.of(nodes).withCount(painting.count());
        for (Node node : painting.nodes()) {
            graph = graph.with(node.at(new Position(node.position().x(), node.position().y() - 1200)));
        }
        return graph;
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        Path beside = besideWithStandIn(house, house.work().resolve("beside-" + nodes));
        Path user = house.work().resolve(name());
        Path pictures = user.resolve("pictures");
        Files.createDirectories(user.resolve("config"));
        Document hundred = Jobs.document(EDGE, 4, 1).withCount(RESULTS);
        Files.writeString(user.resolve("config/settings.json"), Remembered.settings(hundred, pictures));
        List<String> command = new ArrayList<>(List.of(beside.resolve("easel").toString()));
        if (nodes > 0) {
            Path graph = user.resolve("graph" + WorkflowFile.ENDING);
            WorkflowFile.write(graph, graph(hundred));
            command.add(graph.toString());
        }
        ProcessBuilder easel = House.quietly(command);
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
            Thread.sleep(5000);   // the last one is shown, and what can be given back has been
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
    private static Path besideWithStandIn(House house, Path beside) throws IOException, InterruptedException {
        Files.createDirectories(beside.resolve("target"));
        Path library = house.compile("standin.cpp", Os.current().libraryFile("standin"), "-shared", "-fPIC", "-Wl,--no-as-needed");
        // What the program asks to find beside a library.
        Files.copy(house.library().resolveSibling("build-id"), library.resolveSibling("build-id"), StandardCopyOption.REPLACE_EXISTING);
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
