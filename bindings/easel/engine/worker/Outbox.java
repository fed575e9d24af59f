package easel.engine.worker;

import easel.engine.Event;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * What the engine has to say, sent by a thread of its own so that a slow reader never holds up the painting.
 * Of previews that wait only the newest is kept; of log lines no more than {@link #LINES_A_SECOND}; all else is sent.
 */
final class Outbox {

    private static final int LINES_A_SECOND = 200;

    private final Pipe pipe;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private boolean sending;
    private long second;
    private int linesThisSecond;

    Outbox(Pipe pipe) {
        this.pipe = pipe;
    }

    /** Never waits for the reader. */
    synchronized void put(Message message) {
        if (message instanceof Message.Happened(long job, Event event)) {
            if (event instanceof Event.Logged && !mayLog()) {
                return;
            }
            if (event instanceof Event.PreviewPainted) {
                waiting.removeIf(m -> m instanceof Message.Happened(long other, Event old) && other == job && old instanceof Event.PreviewPainted);
            }
        }
        waiting.addLast(message);
        notifyAll();
    }

    private boolean mayLog() {
        long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
        if (now != second) {
            second = now;
            linesThisSecond = 0;
        }
        return linesThisSecond++ < LINES_A_SECOND;
    }

    /** Sends what is put, until the pipe breaks. */
    void sendAll() throws IOException, InterruptedException {
        while (true) {
            Message next;
            synchronized (this) {
                while (waiting.isEmpty()) {
                    sending = false;
                    notifyAll();
                    wait();
                }
                sending = true;
                next = waiting.removeFirst();
            }
            pipe.send(next);
        }
    }

    /** Waits until all that was put has been sent, at most so long. */
    synchronized void flush(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while ((sending || !waiting.isEmpty()) && System.nanoTime() < end) {
            wait(50);
        }
    }
}
