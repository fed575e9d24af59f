package easel.ui;

import easel.ui.task.Edt;
import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import javax.swing.Timer;

/**
 * Gives memory back to the system once the queue has been empty and nobody has typed or moved the mouse for a while. A run of large
 * pictures leaves hundreds of megabytes of heap behind that the next model could use; by itself Java would keep them. It
 * stops everything meanwhile, which a hand at work would feel. On the EDT.
 */
final class Rest implements AutoCloseable {

    private static final int AFTER_MS = 3000;

    private final Timer timer;
    private final AWTEventListener hands = _ -> touched();
    private boolean idle = true;

    Rest() {
        this(AFTER_MS, () -> Thread.ofVirtual().start(System::gc));
    }

    /** One that does something else, or sooner. */
    Rest(int afterMs, Runnable resting) {
        timer = new Timer(afterMs, _ -> resting.run());
        timer.setRepeats(false);
        Toolkit.getDefaultToolkit().addAWTEventListener(hands, AWTEvent.KEY_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK
                | AWTEvent.MOUSE_MOTION_EVENT_MASK | AWTEvent.MOUSE_WHEEL_EVENT_MASK);
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

    private void touched() {
        if (timer.isRunning()) {
            timer.restart();
        }
    }

    @Override
    public void close() {
        timer.stop();
        Toolkit.getDefaultToolkit().removeAWTEventListener(hands);
    }
}
