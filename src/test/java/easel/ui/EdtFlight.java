package easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What Java's flight recorder saw our code do on the event thread that it must not do there: read or write files and sockets,
 * start processes, wait for what others compute or for a lock that is held long, sleep. What the toolkit does there by itself
 * is not ours. As an extension it fails a class of tests in whose course any of it was seen.
 */
final class EdtFlight implements BeforeAllCallback, AfterAllCallback {

    private static final List<String> WATCHED = List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce", "jdk.SocketRead", "jdk.SocketWrite",
            "jdk.ProcessStart", "jdk.ThreadPark", "jdk.ThreadSleep", "jdk.JavaMonitorWait", "jdk.JavaMonitorEnter");
    /** A lock that another thread holds as long as that was not taken for a moment. A busy machine may stop its holder for a while. */
    private static final Duration LONG = Duration.ofMillis(200);
    /** What stands above our own code in a stack if our own code asked for it. */
    private static final List<String> ASKED = List.of("java.io.", "java.nio.", "sun.nio.", "java.net.", "java.lang.Process", "java.lang.Thread", "java.lang.Object",
            "java.util.concurrent.Future", "java.util.concurrent.CompletableFuture", "java.util.concurrent.CountDownLatch");
    /** The words of a room and the theme are read once, with its classes. */
    private static final List<String> ONCE = List.of("easel.platform.Words", "easel.ui.theme.");

    private static Recording recording;

    @Override
    public void beforeAll(ExtensionContext context) {
        begin();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        assertThat(end()).as("done on the event thread").isEmpty();
    }

    /** Watches from now on. */
    static synchronized void begin() {
        if (recording == null && FlightRecorder.isAvailable()) {
            recording = new Recording();
            WATCHED.forEach(event -> recording.enable(event).withStackTrace().withoutThreshold());
            recording.start();
        }
    }

    /** What was seen; watches no more. */
    static synchronized List<String> end() throws IOException {
        if (recording == null) {
            return List.of();
        }
        Path file = Files.createTempFile("easel-flight", ".jfr");
        List<String> seen = new ArrayList<>();
        try {
            recording.dump(file);
            RecordingFile.readAllEvents(file).forEach(event -> ours(event).ifPresent(seen::add));
        } finally {
            recording.close();
            recording = null;
            Files.delete(file);
        }
        return seen;
    }

    private static Optional<String> ours(RecordedEvent event) {
        if (event.getThread() == null || !String.valueOf(event.getThread().getJavaName()).startsWith("AWT-EventQueue") || event.getStackTrace() == null) {
            return Optional.empty();
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames().stream().filter(RecordedFrame::isJavaFrame).toList();
        int own = 0;
        while (own < frames.size() && !method(frames.get(own)).startsWith("easel.")) {
            own++;
        }
        if (own == frames.size() || ONCE.stream().anyMatch(method(frames.get(own))::startsWith) || !isAsked(event, own, frames)) {
            return Optional.empty();
        }
        return Optional.of(event.getEventType().getName() + " in " + method(frames.get(own)) + ":" + frames.get(own).getLineNumber()
                + frames.stream().skip(own + 1L).map(EdtFlight::method).filter(m -> m.startsWith("easel.")).limit(3).map(m -> " < " + m).collect(Collectors.joining()));
    }

    /** Whether our own code asked for it, and not the toolkit on its behalf; of locks, for one that was held long. */
    private static boolean isAsked(RecordedEvent event, int own, List<RecordedFrame> frames) {
        if (event.getEventType().getName().equals("jdk.JavaMonitorEnter")) {
            return own == 0 && event.getDuration().compareTo(LONG) >= 0;
        }
        String asked = own == 0 ? "" : method(frames.get(own - 1));
        return ASKED.stream().anyMatch(asked::startsWith) || asked.startsWith("java.util.concurrent.locks.") && event.getDuration().compareTo(LONG) >= 0;
    }

    private static String method(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
