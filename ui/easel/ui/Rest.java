package easel.ui;

import easel.ui.task.Edt;
import javax.swing.Timer;

/**
 * Gives memory back to the system once the queue has been empty for a while. A run of large pictures leaves hundreds of
 * megabytes of heap behind that the next model could use; by itself Java would keep them. On the EDT.
 */
final class Rest {

    private static final int AFTER_MS = 1000;

    private final Timer timer = new Timer(AFTER_MS, _ -> Thread.ofVirtual().start(System::gc));
    private boolean idle = true;

    Rest() {
        timer.setRepeats(false);
    }

    /** Tells whether the queue is empty now. */
    void at(boolean nowIdle) {
        Edt.mustBeOn();
        if (nowIdle && !idle) {
            timer.restart();
        } else if (!nowIdle) {
            timer.stop();
        }
        idle = nowIdle;
    }
}
