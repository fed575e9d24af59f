package easel.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The processor this process may use. */
public final class Processor {

    private Processor() {}

    /** Asked once: the window shows it often. */
    private static final class Counted {
        static final int CORES = count();
    }

    /**
     * Cores without their second threads, at least 1, never more than this process may use. Linux tells them in
     * {@code /sys/devices/system/cpu/cpuN/topology/core_cpus_list}; elsewhere the number of logical processors stands in.
     */
    public static int physicalCores() {
        return Counted.CORES;
    }

    private static int count() {
        int allowed = Runtime.getRuntime().availableProcessors();
        Set<String> cores = new HashSet<>();
        try (DirectoryStream<Path> processors = Files.newDirectoryStream(Path.of("/sys/devices/system/cpu"), "cpu[0-9]*")) {
            for (Path processor : processors) {
                Path siblings = processor.resolve("topology/core_cpus_list");
                if (Files.isReadable(siblings)) {
                    cores.add(Files.readString(siblings).strip());
                }
            }
        } catch (IOException notToldHere) {
            return allowed;
        }
        return cores.isEmpty() ? allowed : Math.clamp(cores.size(), 1, allowed);
    }
}
