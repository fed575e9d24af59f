package easel.ui;

import com.formdev.flatlaf.util.HiDPIUtils;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.RepaintManager;

/** Notes every touch of a shown component from another thread than the event thread, and every exception on it. */
final class EdtWatch extends HiDPIUtils.HiDPIRepaintManager {

    private static final List<Throwable> SEEN = new CopyOnWriteArrayList<>();

    static void install() {
        SEEN.clear();
        RepaintManager.setCurrentManager(new EdtWatch());
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> SEEN.add(e));
    }

    static List<Throwable> seen() {
        return List.copyOf(SEEN);
    }

    private static void check(JComponent c) {
        if (c.isShowing() && !EventQueue.isDispatchThread()) {
            SEEN.add(new IllegalStateException("Swing off the event thread: " + Thread.currentThread().getName() + " at " + c.getClass()));
        }
    }

    @Override
    public synchronized void addInvalidComponent(JComponent c) {
        check(c);
        super.addInvalidComponent(c);
    }

    @Override
    public void addDirtyRegion(JComponent c, int x, int y, int w, int h) {
        check(c);
        super.addDirtyRegion(c, x, y, w, h);
    }
}
