package easel.cli;

import easel.engine.Device;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.Rung;
import easel.engine.weights.ModelCheck;
import easel.engine.worker.WorkerEngine;
import easel.engine.worker.WorkerOptions;
import easel.platform.Folders;
import easel.platform.Home;
import easel.platform.Processor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that starts the engine. */
final class EngineOptions {

    @Option(names = "--device", paramLabel = "NAME", description = "What does the work, as ./easel devices names it. By itself: the first graphics card, else the processor.")
    private @Nullable String device;

    @Option(names = "--threads", paramLabel = "N", description = "Threads on the processor. By itself: one a core.")
    private @Nullable Integer threads;

    @Option(names = "--own-engine", description = "Start an engine beside that of another Easel instead of waiting for it.")
    private boolean ownEngine;

    WorkerEngine engine() {
        WorkerOptions options = WorkerOptions.of(Home.library(), Folders.ofUser().state());
        return new WorkerEngine(ownEngine ? options.beside() : options, new ModelCheck());
    }

    /** What was asked for; null leaves the choice to the run. Asks the engine for its devices only if one was named. */
    @Nullable Execution execution(WorkerEngine engine) throws EngineException {
        if (threads != null && (threads < 1 || threads > 512)) {
            throw Failed.wrongUse("range", "--threads", threads, "1 - 512");
        }
        if (device == null && threads == null) {
            return null;
        }
        int count = threads == null ? Processor.physicalCores() : threads;
        if (device == null) {
            return engine.devices().stream().filter(d -> d.kind() == Device.Kind.GPU).findFirst()
                    .map(gpu -> new Execution(gpu.name(), count, Rung.AS_ASKED, false, false)).orElseGet(() -> Execution.cpu(count));
        }
        List<Device> there = engine.devices();
        String name = there.stream().map(Device::name).filter(n -> n.equalsIgnoreCase(device)).findFirst()
                .orElseThrow(() -> Failed.wrongUseSaying(new Failure.NoSuchDevice(device, there.stream().map(Device::name).toList())
                        .sentence(easel.platform.Language.ofUser())));
        return new Execution(name, count, Rung.AS_ASKED, false, false);
    }
}
