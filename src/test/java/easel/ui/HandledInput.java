package easel.ui;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The event queue of the tests, which counts the keys and buttons let go that it has handled: what a robot sends goes to the
 * display and back first, and comes to the window some time after the robot returned.
 */
final class HandledInput extends EventQueue {

    /** Where the display gives the key to another program, or a native drag takes the button, none ever comes. */
    private static final long PATIENCE_MS = 500;

    private static HandledInput installed;

    private int keys;
    private int buttons;

    private HandledInput() {
    }

    /** The one queue of this virtual machine. */
    static synchronized HandledInput get() {
        if (installed == null) {
            installed = new HandledInput();
            Toolkit.getDefaultToolkit().getSystemEventQueue().push(installed);
        }
        return installed;
    }

    @Override
    protected void dispatchEvent(AWTEvent event) {
        try {
            super.dispatchEvent(event);
        } finally {
            synchronized (this) {
                if (event.getID() == KeyEvent.KEY_RELEASED) {
                    keys++;
                } else if (event.getID() == MouseEvent.MOUSE_RELEASED) {
                    buttons++;
                }
                notifyAll();
            }
        }
    }

    synchronized int keys() {
        return keys;
    }

    synchronized int buttons() {
        return buttons;
    }

    /** Waits until so many keys in all were let go. */
    void awaitKeys(int count) {
        await(() -> keys >= count);
    }

    /** Waits until so many buttons in all were let go. */
    void awaitButtons(int count) {
        await(() -> buttons >= count);
    }

    private synchronized void await(BooleanSupplier there) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        try {
            for (long left = PATIENCE_MS; !there.getAsBoolean() && left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
                wait(left);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
