package easel.ui.desk;

import easel.engine.Event;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the engine and the program have said since the start, the last lines of it. Written and read on any thread. */
public final class LogBook {

    /** A megabyte at most: lines are cut. */
    private static final int LINES = 5000;
    private static final int LONGEST = 400;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** How bad it is. */
    public enum Level {
        DEBUG, INFO, WARNING, ERROR;

        static Level of(Event.Logged.Level engine) {
            return switch (engine) {
                case DEBUG -> DEBUG;
                case INFO -> INFO;
                case WARN -> WARNING;
                case ERROR -> ERROR;
            };
        }
    }

    /**
     * A line.
     *
     * @param number goes up by one with each line
     */
    public record Line(long number, LocalTime at, Level level, String text) {

        /** As it is copied. */
        @Override
        public String toString() {
            return TIME.format(at) + "  " + text;
        }
    }

    private final Deque<Line> lines = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long last;

    /** Writes what was said, a line for each of its lines. */
    public void write(Level level, String text) {
        synchronized (this) {
            LocalTime now = LocalTime.now();
            for (String line : text.strip().split("\\R")) {
                lines.addLast(new Line(++last, now, level, line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026"));
            }
            while (lines.size() > LINES) {
                lines.removeFirst();
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** The lines after a number, the oldest first. */
    public synchronized List<Line> after(long number) {
        if (last <= number) {
            return List.of();
        }
        List<Line> newer = new ArrayList<>();
        for (var back = lines.descendingIterator(); back.hasNext();) {
            Line line = back.next();
            if (line.number <= number) {
                break;
            }
            newer.add(line);
        }
        return newer.reversed();
    }

    /** Forgets everything. */
    public void clear() {
        synchronized (this) {
            lines.clear();
        }
    }

    /** Tells {@code listener}, on whichever thread, that something was written. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Tells it nothing more. */
    public void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
