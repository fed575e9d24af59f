package easel.engine.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Tells a hang from slow work. On the processor nothing may stand still for {@link #ON_CPU}: no event, no processor time,
 * no reading (text encoding of large models is silent for most of a minute, but busy). On a GPU silence proves nothing
 * before {@link #ON_GPU}: shaders are compiled and large models computed by the device while the process sleeps.
 */
final class HangWatch {

    static final Duration ON_CPU = Duration.ofSeconds(60);
    static final Duration ON_GPU = Duration.ofMinutes(10);

    private final ProcessHandle process;
    private final Duration patience;
    private long lastSign = System.nanoTime();
    private Duration processorTime = Duration.ZERO;
    private long bytesRead = -1;

    HangWatch(ProcessHandle process, Duration patience) {
        this.process = process;
        this.patience = patience;
    }

    /** An event came. */
    synchronized void sign() {
        lastSign = System.nanoTime();
    }

    /** Looks at the process; whether it has stood still too long. To be called every few seconds. */
    synchronized boolean isHung() {
        Duration now = process.info().totalCpuDuration().orElse(Duration.ZERO);
        long read = bytesRead(process.pid());
        // The watch itself and the collector cost a few milliseconds.
        if (now.minus(processorTime).compareTo(Duration.ofMillis(200)) > 0 || read != bytesRead) {
            lastSign = System.nanoTime();
        }
        processorTime = now;
        bytesRead = read;
        return stillFor().compareTo(patience) > 0;
    }

    synchronized Duration stillFor() {
        return Duration.ofNanos(System.nanoTime() - lastSign);
    }

    private static long bytesRead(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "io")).stream()
                    .filter(l -> l.startsWith("rchar:")).findFirst().map(l -> Long.parseLong(l.substring(6).strip())).orElse(-1L);
        } catch (IOException notToldHere) {
            return -1;
        }
    }
}
