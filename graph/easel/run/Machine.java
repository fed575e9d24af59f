package easel.run;

import com.google.gson.JsonParseException;
import easel.engine.Device;
import easel.engine.Engine;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.Rung;
import easel.platform.Processor;
import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the engine said of itself and of what it can work on, asked once: keys and the choice of a device need it. */
final class Machine {

    /**
     * Counts how Easel asks the engine for the same thing: raised whenever that gives other pixels, so that what was
     * painted before is not taken for current. 2: a small autoencoder beside a VAE makes previews only; larger tiles.
     */
    static final int PAINTING = 2;

    private final String buildId;
    private final List<Device> devices;

    private Machine(String buildId, List<Device> devices) {
        this.buildId = buildId;
        this.devices = devices;
    }

    static Machine of(Engine engine) throws EngineException {
        return new Machine(engine.versions().buildId(), List.copyOf(engine.devices()));
    }

    /** What an engine said the last time, in an earlier session perhaps: enough to compare with what was painted then. */
    static Optional<Machine> remembered(Path file) {
        try {
            Machine read = Json.GSON.fromJson(Files.readString(file), Machine.class);
            return Optional.ofNullable(read).filter(Machine::isWhole);
        } catch (IOException | JsonParseException notKnown) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("ConstantValue") // a file may lack any of them
    private boolean isWhole() {
        return buildId != null && devices != null && devices.stream().allMatch(d -> d != null && d.name() != null && d.kind() != null);
    }

    /** Remembers it; if that fails, marks are missing until the next run. */
    void remember(Path file) {
        try {
            WholeFile.write(file, Json.GSON.toJson(this).getBytes(StandardCharsets.UTF_8));
        } catch (IOException onlyCostsMarks) {
            System.getLogger(Machine.class.getName()).log(System.Logger.Level.DEBUG, "not remembered", onlyCostsMarks);
        }
    }

    /** What was asked for, else the first graphics card, else the processor with a thread a core. */
    Execution execution(@Nullable Execution asked) {
        if (asked != null) {
            return asked;
        }
        int threads = Processor.physicalCores();
        return devices.stream().filter(d -> d.kind() == Device.Kind.GPU).findFirst()
                .map(gpu -> new Execution(gpu.name(), threads, Rung.AS_ASKED, false, false))
                .orElseGet(() -> Execution.cpu(threads));
    }

    /** The engine's build. */
    String build() {
        return buildId;
    }

    /** The kind of device that is to work; a name that nobody knows is taken for a graphics card's. */
    Device.Kind kind(Execution execution) {
        return devices.stream().filter(d -> d.name().equals(execution.device())).findFirst().map(Device::kind)
                .orElse(execution.device().equalsIgnoreCase("CPU") ? Device.Kind.CPU : Device.Kind.GPU);
    }

    /** What changes pixels beside a request: the engine's build, how it is asked, the kind of device, flash attention. */
    String salt(Execution execution) {
        return String.join(" ", buildId, "painting " + PAINTING, kind(execution).name(), Boolean.toString(execution.flashAttention()));
    }
}
