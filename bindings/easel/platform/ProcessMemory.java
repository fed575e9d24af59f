package easel.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory that a process holds, as Linux tells it in proc(5); elsewhere unknown. */
public final class ProcessMemory {

    private ProcessMemory() {}

    /** Bytes of main memory the process holds now; -1 if the system does not say. */
    public static long resident(long pid) {
        return field(Long.toString(pid), "VmRSS:");
    }

    /** The most bytes this process has held so far; -1 if the system does not say. */
    public static long ownPeak() {
        return field("self", "VmHWM:");
    }

    private static long field(String process, String name) {
        try (var lines = Files.lines(Path.of("/proc", process, "status"))) {
            return lines.filter(l -> l.startsWith(name)).findFirst()
                    .map(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024).orElse(-1L);
        } catch (IOException | java.io.UncheckedIOException notToldHere) {
            return -1;
        }
    }
}
