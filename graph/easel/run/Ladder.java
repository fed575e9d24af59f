package easel.run;

import com.google.gson.JsonParseException;
import easel.engine.ContextKey;
import easel.engine.Device;
import easel.engine.Execution;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.Rung;
import easel.engine.VideoRequest;
import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memory ladder: which rung a picture is begun on, and which comes after one that memory was too short for. What
 * worked last is remembered over restarts, for each model and size, as long as the engine is the same build; and for
 * each result whose pictures' sizes only the run knew. For any thread.
 */
final class Ladder {

    private static final int MOST = 1_000;
    private static final int MOST_FOUND = 4_000;

    private final Path memory;
    private final Map<String, Rung> worked = new LinkedHashMap<>();
    private final Map<String, List<Rung>> found = new LinkedHashMap<>();
    private long findings;
    private @Nullable String build;

    /** What lies in the file. */
    private record Remembered(String build, Map<String, Rung> rungs, @Nullable Map<String, List<Rung>> found) {}

    /** A size in pixels, of a second pass if there is one, which needs the most; and of how many frames. */
    record Size(int width, int height, int frames) {

        static Size picture(int width, int height) {
            return new Size(width, height, 1);
        }

        static Size of(Job.Sampled job) {
            return switch (job) {
                case Job.Paint(_, ImageRequest request, _) -> {
                    Hires hires = request.hires();
                    yield hires == null ? picture(request.width(), request.height()) : picture(hires.width(), hires.height());
                }
                case Job.Film(_, VideoRequest request, _) -> new Size(request.width(), request.height(), request.frames());
            };
        }

        private String name() {
            return width + "x" + height + (frames == 1 ? "" : "x" + frames);
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
     * processor is no way out but to itself; so tiling is all there is.
     *
     * @param tiled whether it tiles by itself already
     */
    static Optional<Rung> below(Rung rung, Device.Kind kind, boolean tiled) {
        return Arrays.stream(Rung.values()).filter(r -> r.compareTo(rung) > 0).filter(r -> switch (r) {
            case AS_ASKED -> false;
            case VAE_TILING -> !tiled;
            case TEXT_AND_VAE_ON_CPU, WEIGHTS_ON_CPU, LIMITED_VRAM, STREAMED -> kind == Device.Kind.GPU || kind == Device.Kind.INTEGRATED_GPU;
            case CPU -> kind != Device.Kind.CPU;
        }).findFirst();
    }

    /** Remembers a rung that worked. */
    synchronized void worked(String engineBuild, ContextKey asked, Size size, Rung rung) {
        if (rung == asked.execution().rung()) {
            return;   // as somebody asked: nothing is known of what less sparing would have come to
        }
        read(engineBuild);
        String name = name(asked, size);
        if (rung == worked.getOrDefault(name, Rung.AS_ASKED)) {
            return;
        }
        put(worked, name, rung, MOST);
        write(engineBuild);
    }

    /**
     * Remembers how a node's pictures were painted, of which nobody could tell how many or how large they would be.
     *
     * @param thought the key that it would have had if all had been painted as asked
     */
    synchronized void found(String engineBuild, Key thought, List<Rung> rungs) {
        read(engineBuild);
        boolean asAsked = rungs.stream().allMatch(rung -> rung == Rung.AS_ASKED);
        if (asAsked ? found.remove(thought.hex()) == null : rungs.equals(found.get(thought.hex()))) {
            return;
        }
        if (!asAsked) {
            put(found, thought.hex(), List.copyOf(rungs), MOST_FOUND);
        }
        findings++;
        write(engineBuild);
    }

    /** What is known of it for one device and engine. */
    Rungs on(String engineBuild, Execution execution) {
        return new Rungs() {
            @Override
            public Rung first(Foretelling.Painting painting) {
                return Ladder.this.first(engineBuild, painting.loading().context(painting.files(), execution), painting.size());
            }

            @Override
            public List<Rung> found(Key thought) {
                synchronized (Ladder.this) {
                    read(engineBuild);
                    return found.getOrDefault(thought.hex(), List.of());
                }
            }

            @Override
            public long findings() {
                synchronized (Ladder.this) {
                    return findings;
                }
            }
        };
    }

    private static <V> void put(Map<String, V> into, String name, V value, int most) {
        into.remove(name);
        into.put(name, value);
        for (Iterator<String> oldest = into.keySet().iterator(); into.size() > most; ) {
            oldest.next();
            oldest.remove();
        }
    }

    private void write(String engineBuild) {
        try {
            WholeFile.write(memory, Json.GSON.toJson(new Remembered(engineBuild, worked, found)).getBytes(StandardCharsets.UTF_8));
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
        found.clear();
        findings++;
        try {
            Remembered read = Json.GSON.fromJson(Files.readString(memory), Remembered.class);
            if (read != null && engineBuild.equals(read.build) && read.rungs != null) {
                read.rungs.forEach((name, rung) -> {
                    if (rung != null) {
                        worked.put(name, rung);
                    }
                });
                if (read.found != null) {
                    read.found.forEach((key, rungs) -> {
                        if (rungs != null && !rungs.contains(null)) {
                            found.put(key, List.copyOf(rungs));
                        }
                    });
                }
            }
        } catch (IOException | JsonParseException startsAtTheTop) {
            worked.clear();
            found.clear();
        }
    }

    /** All of a context but its memory plan; how many threads work changes nothing either. */
    private static String name(ContextKey asked, Size size) {
        Execution execution = asked.execution();
        ContextKey plain = asked.on(new Execution(execution.device(), 1, Rung.AS_ASKED, execution.flashAttention(), false));
        return new KeyMaker().add(plain.toString()).key().hex().substring(0, 32) + " " + size.name();
    }
}
