package easel.ui.task;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.Timer;

/**
 * Lets news through to the event thread at most 30 times a second. Whoever has news changes its state and calls
 * {@link #touch} from any thread; {@code show} then runs once, on the event thread, and reads the newest state.
 */
public final class Frames {

    /** 30 a second: more than people see in a picture that takes seconds, and it leaves the event thread to typing. */
    static final int INTERVAL_MS = 33;

    private final Runnable show;
    private final AtomicBoolean touched = new AtomicBoolean();
    private final Timer timer = new Timer(0, _ -> showNow());
    private long shownAt = System.nanoTime() - INTERVAL_MS * 1_000_000L;

    public Frames(Runnable show) {
        this.show = show;
        timer.setRepeats(false);
    }

    /** There is news. Cheap, from any thread. */
    public void touch() {
        if (touched.compareAndSet(false, true)) {
            Edt.later(this::showSoon);
        }
    }

    private void showSoon() {
        long waited = (System.nanoTime() - shownAt) / 1_000_000;
        if (waited >= INTERVAL_MS) {
            showNow();
        } else {
            timer.setInitialDelay((int) (INTERVAL_MS - waited));
            timer.restart();
        }
    }

    private void showNow() {
        shownAt = System.nanoTime();
        // Before showing: news that comes meanwhile asks for another turn.
        touched.set(false);
        show.run();
    }
}
