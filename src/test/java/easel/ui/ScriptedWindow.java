package easel.ui;

import easel.engine.Failure;
import easel.engine.Rung;
import easel.platform.Folders;
import easel.run.Presets;
import easel.run.Studio;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Opens the window over a scripted engine, to be looked at: arguments are phase ms, step ms, {@code fail} or {@code memory}, files. */
final class ScriptedWindow {

    private ScriptedWindow() {}

    public static void main(String[] args) {
        long began = ProcessHandle.current().info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
        Folders folders = Folders.ofUser();
        String how = args.length > 2 ? args[2] : "";
        EaselWindow.prepare(folders);
        ScriptedEngine engine = new ScriptedEngine(Long.parseLong(args[0]), Long.parseLong(args[1]), request -> switch (how) {
            case "memory" -> new Failure.OutOfMemory(Rung.CPU, "ggml_backend_alloc: 5.1 GB");
            case "fail" -> new Failure.EngineDied("GGML_ASSERT(ne[0] == 768) failed");
            default -> null;
        });
        Studio studio = new Studio(engine, folders, Path.of(System.getProperty("easel.home", ".")));
        List<Path> files = Arrays.stream(args).skip(3).map(Path::of).toList();
        if (SingleWindow.handOver(folders.state(), files)) {
            return;
        }
        EaselWindow.open(new Setup(studio, engine, folders, Presets.bundled(), () -> 412_000_000L, files), () -> {
            engine.close();
            System.exit(0);
        });
        while (java.util.Arrays.stream(java.awt.Frame.getFrames()).noneMatch(f -> f.isShowing() && f.getFocusOwner() != null)) {
            java.util.concurrent.locks.LockSupport.parkNanos(4_000_000);
            if (System.currentTimeMillis() - began > 20_000) {
                break;
            }
        }
        System.err.println("keys reach the window " + (System.currentTimeMillis() - began) + " ms after the process began, processor "
                + ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1_000_000 + " ms");
    }
}
