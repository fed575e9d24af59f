package easel.bench;

import java.awt.EventQueue;
import java.awt.Toolkit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.swing.RepaintManager;

/** Notes when a repaint has reached the display after which something is to be seen. */
final class PaintWatch extends RepaintManager implements AutoCloseable {

    private final BooleanSupplier seen;
    private final RepaintManager before;
    private final AtomicLong at = new AtomicLong();
    private volatile boolean armed;

    /** @param seen asked on the event thread, after a repaint */
    PaintWatch(BooleanSupplier seen) throws Exception {
        this.seen = seen;
        RepaintManager[] current = new RepaintManager[1];
        EventQueue.invokeAndWait(() -> {
            current[0] = RepaintManager.currentManager(null);
            RepaintManager.setCurrentManager(this);
        });
        before = current[0];
    }

    /** Forgets what was seen and looks from now on. */
    void arm() {
        at.set(0);
        armed = true;
    }

    /** The moment it was on the display, as {@link System#nanoTime}; 0 until then. */
    long at() {
        return at.get();
    }

    @Override
    public void paintDirtyRegions() {
        super.paintDirtyRegions();
        if (armed && seen.getAsBoolean()) {
            armed = false;
            Toolkit.getDefaultToolkit().sync();   // waits until the display has it
            at.set(System.nanoTime());
        }
    }

    @Override
    public void close() {
        EventQueue.invokeLater(() -> RepaintManager.setCurrentManager(before));
    }
}
