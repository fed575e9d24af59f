package easel.run;

import easel.engine.Device;
import easel.engine.Engine;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.Rung;
import easel.platform.Processor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine said of itself and of what it can work on, asked once: keys and the choice of a device need it. */
final class Machine {

    private final String buildId;
    private final List<Device> devices;

    private Machine(String buildId, List<Device> devices) {
        this.buildId = buildId;
        this.devices = devices;
    }

    static Machine of(Engine engine) throws EngineException {
        return new Machine(engine.versions().buildId(), List.copyOf(engine.devices()));
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

    /** What changes pixels beside a request: the engine's build, the kind of device, flash attention. */
    String salt(Execution execution) {
        return String.join(" ", buildId, kind(execution).name(), Boolean.toString(execution.flashAttention()));
    }
}
