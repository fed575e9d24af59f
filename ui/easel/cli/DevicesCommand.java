package easel.cli;

import com.google.gson.Gson;
import easel.engine.Device;
import easel.engine.EngineException;
import easel.engine.IdleGraphics;
import easel.engine.Versions;
import easel.platform.Language;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code easel devices}. */
@Command(name = "devices", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Lists what can do the work here, and what the engine is made of.")
final class DevicesCommand implements Runnable {

    @Mixin
    private EngineOptions engineOptions;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        try (var engine = engineOptions.engine()) {
            List<Device> devices = engine.devices();
            Versions versions = engine.versions();
            Optional<IdleGraphics> idle = IdleGraphics.of(versions.buildId(), devices);
            if (json) {
                Map<String, Object> all = new LinkedHashMap<>(Map.of("devices", devices, "engine", versions));
                idle.ifPresent(i -> all.put("idle", Map.of("code", i.reason().code(), "card", i.card().name(), "command", i.command(),
                        "sentence", i.sentence(Language.ofUser()))));
                out.println(new Gson().toJson(all));
            } else {
                for (Device device : devices) {
                    out.printf(Locale.ROOT, "%-12s %-15s %s, %.1f GB of %.1f GB free%n", device.name(), device.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            device.description(), device.freeBytes() / 1e9, device.totalBytes() / 1e9);
                }
                idle.ifPresent(i -> out.println(i.sentence(Language.ofUser())));
                out.printf("engine %s, ggml %s, build %s%n", versions.engine(), versions.ggml(), versions.buildId());
            }
            out.flush();
        } catch (EngineException e) {
            throw Failed.because(e.failure());
        }
    }
}
