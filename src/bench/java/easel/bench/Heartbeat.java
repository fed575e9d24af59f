package easel.bench;

import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Asks a thread for a sign of life again and again, and looks at what it does when none comes. */
final class Heartbeat implements AutoCloseable {

    private static final long PAUSE_MS = 5;
    private static final long LATE_MS = 30;
    private static final int FRAMES = 12;
    private static final int KEPT = 5;
    /** Of the first line of Linux's {@code /proc/stat}, in hundredths of a second. */
    private static final int STOLEN = 8;

    private final Thread thread;
    private volatile boolean over;
    /** The longest first. */
    private final List<Beat> longest = new ArrayList<>();

    /** A sign of life that took so long, and what it was spent with as far as it can be told from outside. */
    private record Beat(double ms, long collectedMs, long stolenMs, String doing) {

        String account() {
            return String.format(Locale.ROOT, "%.1f ms, of which %d ms went into collecting garbage; meanwhile the machine's host took %d ms of its processors away%s",
                    ms, collectedMs, stolenMs, doing);
        }
    }

    private Heartbeat(Executor asked, Thread of) {
        thread = Thread.ofPlatform().daemon().name("heartbeat").start(() -> beat(asked, of));
    }

    /** That of the event thread. */
    static Heartbeat ofEvents() throws Exception {
        return of(EventQueue::invokeLater);
    }

    /** That of a thread with nothing else to do: what the machine itself makes a thread wait. */
    static Heartbeat ofIdle() throws Exception {
        return of(Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("idle").factory()));
    }

    private static Heartbeat of(Executor asked) throws Exception {
        CompletableFuture<Thread> itself = new CompletableFuture<>();
        asked.execute(() -> itself.complete(Thread.currentThread()));
        return new Heartbeat(asked, itself.get());
    }

    /** The longest time without an answer so far. */
    synchronized double longestMs() {
        return longest.isEmpty() ? 0 : longest.getFirst().ms;
    }

    /** What the longest times were spent with. */
    synchronized String account() {
        return "the longest answers took " + longest.stream().map(Beat::account).collect(Collectors.joining("\n      and "));
    }

    private void beat(Executor of, Thread itself) {
        try {
            while (!over) {
                long collected = collected();
                long stolen = stolen();
                String seen = "";
                CountDownLatch answered = new CountDownLatch(1);
                long asked = System.nanoTime();
                of.execute(answered::countDown);
                if (!answered.await(LATE_MS, TimeUnit.MILLISECONDS)) {
                    seen = Arrays.stream(itself.getStackTrace()).limit(FRAMES).map(frame -> "\n      at " + frame).collect(Collectors.joining());
                    answered.await();
                }
                note(new Beat((System.nanoTime() - asked) / 1e6, collected() - collected, stolen() - stolen, seen));
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(Beat beat) {
        longest.add(beat);
        longest.sort(Comparator.comparingDouble(Beat::ms).reversed());
        if (longest.size() > KEPT) {
            longest.removeLast();
        }
    }

    private static long collected() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    }

    /** What a virtual machine's processors did not get from its host, in milliseconds since it began; 0 where nobody says. */
    private static long stolen() {
        try (BufferedReader all = Files.newBufferedReader(Path.of("/proc/stat"))) {
            return 10 * Long.parseLong(all.readLine().trim().split(" +")[STOLEN]);
        } catch (IOException | RuntimeException nobody) {
            return 0;
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
