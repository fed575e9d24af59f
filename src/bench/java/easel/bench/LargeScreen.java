package easel.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The canvas on a screen of 3840x2160 of its own, in a process of its own: Java takes the scale of its pixels once. Shown without a goal. */
final class LargeScreen implements Figure {

    private static final Set<String> SHOWN = Set.of("canvas-open", "canvas-1000", "canvas-3000", "canvas-drag");
    private static final long LONGEST_S = 600;

    private final String name;
    private final int scale;
    private final int width;
    private final int height;

    private LargeScreen(String name, int scale, int width, int height) {
        this.name = name;
        this.scale = scale;
        this.width = width;
        this.height = height;
    }

    /** The usual window where a point has two pixels a side. */
    static LargeScreen ofTwice() {
        return new LargeScreen("canvas-2x", 2, CanvasFrames.WIDTH, CanvasFrames.HEIGHT);
    }

    /** A window that fills the screen. */
    static LargeScreen filled() {
        return new LargeScreen("canvas-4k", 1, 3840, 2160);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String what() {
        return "the same canvas in a window of %dx%d points at %dx on a screen of 3840x2160".formatted(width, height, scale);
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        Path told = house.work().resolve(name + ".json");
        List<String> command = new ArrayList<>(List.of("xvfb-run", "-a", "-s", "-screen 0 3840x2160x24",
                ProcessHandle.current().info().command().orElseThrow(() -> new IOException("nobody says which java this is"))));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Dsun.java2d.uiScale=" + scale, "-D" + CanvasFrames.SIZE + "=" + width + "x" + height,
                "-cp", System.getProperty("java.class.path"), Main.class.getName(), "--only", "canvas", "--json", told.toString()));
        if (house.quick()) {
            command.add("--quick");
        }
        Process process = House.quietly(command).start();
        if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("the canvas could not be measured there");
        }
        List<Reading> readings = new ArrayList<>();
        for (JsonElement element : JsonParser.parseString(Files.readString(told)).getAsJsonArray()) {
            JsonObject row = element.getAsJsonObject();
            if (SHOWN.contains(row.get("name").getAsString())) {
                readings.add(Reading.once(row.get("name").getAsString().replaceFirst("canvas", name), row.get("value").getAsDouble(), "ms", null));
            }
        }
        return readings;
    }
}
