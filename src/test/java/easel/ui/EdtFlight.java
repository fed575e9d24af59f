package easel.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * What Java's flight recorder saw our code do on the event thread that it must not do there: read or write files and sockets,
 * start processes, wait for what others compute, sleep. What the toolkit does there by itself is not ours; nor is a window's
 * end, which writes what is not yet written before the process goes.
 */
final class EdtFlight {

    private static final List<String> WATCHED = List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce", "jdk.SocketRead", "jdk.SocketWrite",
            "jdk.ProcessStart", "jdk.ThreadPark", "jdk.ThreadSleep");
    /** What stands above our own code in a stack if our own code asked for it. */
    private static final List<String> ASKED = List.of("java.io.", "java.nio.", "sun.nio.", "java.net.", "java.lang.Process", "java.lang.Thread",
            "java.util.concurrent.Future", "java.util.concurrent.CompletableFuture", "java.util.concurrent.CountDownLatch");
    /** The words of a room and the theme are read once, with its classes. */
    private static final List<String> ONCE = List.of("easel.platform.Words", "easel.ui.theme.");
    private static final List<String> ENDS = List.of("easel.ui.desk.Journal.close", "easel.ui.settings.Memory.close", "easel.ui.EaselWindow.close");

    private static Recording recording;

    private EdtFlight() {}

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
        if (frames.stream().map(EdtFlight::method).anyMatch(m -> ENDS.stream().anyMatch(m::startsWith))) {
            return Optional.empty();
        }
        int own = 0;
        while (own < frames.size() && !method(frames.get(own)).startsWith("easel.")) {
            own++;
        }
        if (own == 0 || own == frames.size() || ONCE.stream().anyMatch(method(frames.get(own))::startsWith)
                || ASKED.stream().noneMatch(method(frames.get(own - 1))::startsWith)) {
            return Optional.empty();
        }
        return Optional.of(event.getEventType().getName() + " in " + method(frames.get(own)) + ":" + frames.get(own).getLineNumber()
                + frames.stream().skip(own + 1L).map(EdtFlight::method).filter(m -> m.startsWith("easel.")).limit(3).map(m -> " < " + m).collect(Collectors.joining()));
    }

    private static String method(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
