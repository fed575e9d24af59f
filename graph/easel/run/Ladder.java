package easel.run;

import com.google.gson.JsonParseException;
import easel.engine.ContextKey;
import easel.engine.Device;
import easel.engine.Execution;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Rung;
import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memory ladder: which rung a picture is begun on, and which comes after one that memory was too short for. What
 * worked last is remembered over restarts, for each model and size, as long as the engine is the same build. For any
 * thread.
 */
final class Ladder {

    private static final int MOST = 1_000;

    private final Path memory;
    private final Map<String, Rung> worked = new LinkedHashMap<>();
    private @Nullable String build;

    /** What lies in the file. */
    private record Remembered(String build, Map<String, Rung> rungs) {}

    /** A size in pixels: of a second pass if there is one, which needs the most. */
    record Size(int width, int height) {

        static Size of(ImageRequest request) {
            Hires hires = request.hires();
            return hires == null ? new Size(request.width(), request.height()) : new Size(hires.width(), hires.height());
        }
    }

    /**
     * @param memory the file that remembers; one that is missing or damaged only costs time
     */
    Ladder(Path memory) {
        this.memory = memory;
    }

    /** The rung to begin on: the last that worked for this model and size, else the one asked for. */
    synchronized Rung first(String engineBuild, ContextKey asked, Size size) {
        read(engineBuild);
        Rung known = worked.getOrDefault(name(asked, size), Rung.AS_ASKED);
        Rung wanted = asked.execution().rung();
        return known.compareTo(wanted) > 0 ? known : wanted;
    }

    /**
     * The rung below one that memory was too short for. Those that change nothing are left out: whoever works in main
     * memory already gains nothing from weights that wait there, limits of video memory mean nothing to it, and the
     * processor is no way out but to itself; so tiling is all there is. A request that tiles by itself does so already.
     */
    static Optional<Rung> below(Rung rung, Device.Kind kind, ImageRequest request) {
        return Arrays.stream(Rung.values()).filter(r -> r.compareTo(rung) > 0).filter(r -> switch (r) {
            case AS_ASKED -> false;
            case VAE_TILING -> request.tiling() == null;
            case TEXT_AND_VAE_ON_CPU, WEIGHTS_ON_CPU, LIMITED_VRAM, STREAMED -> kind == Device.Kind.GPU || kind == Device.Kind.INTEGRATED_GPU;
            case CPU -> kind != Device.Kind.CPU;
        }).findFirst();
    }

    /** Remembers a rung that worked. */
    synchronized void worked(String engineBuild, ContextKey asked, Size size, Rung rung) {
        read(engineBuild);
        String name = name(asked, size);
        if (rung == worked.getOrDefault(name, Rung.AS_ASKED)) {
            return;
        }
        worked.remove(name);
        worked.put(name, rung);
        for (Iterator<String> oldest = worked.keySet().iterator(); worked.size() > MOST; ) {
            oldest.next();
            oldest.remove();
        }
        try {
            WholeFile.write(memory, Json.GSON.toJson(new Remembered(engineBuild, worked)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException onlyCostsTime) {
            // The next start goes down again.
        }
    }

    private void read(String engineBuild) {
        if (engineBuild.equals(build)) {
            return;
        }
        build = engineBuild;
        worked.clear();
        try {
            Remembered read = Json.GSON.fromJson(Files.readString(memory), Remembered.class);
            if (read != null && engineBuild.equals(read.build) && read.rungs != null) {
                read.rungs.forEach((name, rung) -> {
                    if (rung != null) {
                        worked.put(name, rung);
                    }
                });
            }
        } catch (IOException | JsonParseException startsAtTheTop) {
            worked.clear();
        }
    }

    /** All of a context but its memory plan; how many threads work changes nothing either. */
    private static String name(ContextKey asked, Size size) {
        Execution execution = asked.execution();
        ContextKey plain = new ContextKey(asked.files(), asked.embeddings(), new Execution(execution.device(), 1, Rung.AS_ASKED, execution.flashAttention(), false),
                asked.loraMode(), asked.rng(), asked.samplerRng(), asked.seamlessX(), asked.seamlessY());
        return new KeyMaker().add(plain.toString()).key().hex().substring(0, 32) + " " + size.width + "x" + size.height;
    }
}
