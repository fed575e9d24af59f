package easel.bench;

import easel.engine.worker.WorkerEngine;
import easel.graph.Document;
import easel.graph.Value;
import easel.run.Presets;
import easel.run.RunOptions;
import easel.run.Studio;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How long each preset takes to paint what it comes with on the bundled weights; one who waits longer goes away. */
final class PresetTimes implements Figure {

    private static final Goal GOAL = Goal.atMost(10);
    private static final long LONGEST_S = 600;

    @Override
    public String name() {
        return "presets";
    }

    @Override
    public String what() {
        return "the slowest preset from job in to picture kept, model loaded, as each comes (./easel presets --thumbnails); the first one fast, with 12 steps and fine, 256x256";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        Path out = house.pictures(name());
        List<Reading> readings = new ArrayList<>();
        readings.add(Reading.once(name() + "-first-cold", House.seconds(house.easel("generate", "--seed", "41", "--quiet", "--out", out.toString())), "s", null));
        Process process = house.easel("presets", "--thumbnails", "--out", out.toString()).redirectOutput(ProcessBuilder.Redirect.PIPE).start();
        CompletableFuture.delayedExecutor(LONGEST_S, TimeUnit.SECONDS).execute(process::destroyForcibly);
        double slowest = 0;
        long began = 0;   // of the second one: the program, the model and the start picture come before the first
        try (BufferedReader lines = process.inputReader()) {
            for (String preset = lines.readLine(); preset != null; preset = lines.readLine()) {
                long now = System.nanoTime();
                if (began != 0) {
                    double seconds = (now - began) / 1e9;
                    readings.add(Reading.once(name() + "-" + preset, seconds, "s", null));
                    slowest = Math.max(slowest, seconds);
                }
                began = now;
            }
        }
        if (process.waitFor() != 0 || slowest == 0) {
            throw new IOException("the presets were not painted");
        }
        readings.addFirst(Reading.once(name() + "-slowest", slowest, "s", GOAL));
        first(house, readings);
        return readings;
    }

    /** The first preset with the model loaded: as it comes, which is fast; with twelve steps; fine as it comes. */
    private void first(House house, List<Reading> readings) throws Exception {
        try (WorkerEngine engine = house.engine(); Studio studio = Studio.keeping(engine, house.folders(), house.home(), Studio.Limits.STANDARD)) {
            RunOptions options = RunOptions.into(house.pictures(name()));
            Document fast = Presets.bundled(Presets.FIRST).orElseThrow().document();
            Document fine = Jobs.fine(fast);
            readings.add(warm(house, studio, "fast", fast, options, Goal.atMost(3)));
            readings.add(warm(house, studio, "fine-12", Jobs.set(fine, "steps", Value.of(12)), options, Goal.atMost(8)));
            readings.add(warm(house, studio, "fine", fine, options, GOAL));
        }
    }

    private Reading warm(House house, Studio studio, String way, Document document, RunOptions options, Goal goal) throws Exception {
        StudioRun.of(studio, Jobs.set(document, "seed", Value.Seed.fixed(0)), options);
        List<Double> seconds = new ArrayList<>();
        for (int seed = 1; seed <= house.times(7); seed++) {
            seconds.add(StudioRun.of(studio, Jobs.set(document, "seed", Value.Seed.fixed(seed)), options).seconds());
        }
        return Reading.median(name() + "-first-" + way, Sample.of(seconds), "s", goal);
    }
}
