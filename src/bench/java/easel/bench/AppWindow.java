package easel.bench;

import easel.engine.worker.WorkerEngine;
import easel.platform.Folders;
import easel.run.Presets;
import easel.run.Studio;
import easel.ui.EaselWindow;
import easel.ui.Setup;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Robot;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The real window in this process, over a real engine and studio; keys come from a robot. */
final class AppWindow implements AutoCloseable {

    private static final long PATIENCE_S = 60;

    private final WorkerEngine engine;
    private final Studio studio;
    private final Robot robot;
    private final Frame frame;
    private final CountDownLatch closed = new CountDownLatch(1);

    AppWindow(House house, Folders folders) throws Exception {
        engine = house.engine();
        studio = Studio.keeping(engine, folders, house.home(), Studio.Limits.STANDARD);
        robot = new Robot();
        EaselWindow.open(new Setup(studio, engine, folders, Presets.bundled(), () -> -1, List.of()), closed::countDown);
        until("the window is there", () -> shown().isPresent());
        frame = shown().orElseThrow();
        until("the window has the keys", () -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner() != null);
    }

    private static Optional<Frame> shown() {
        return Arrays.stream(Frame.getFrames()).filter(f -> f.isShowing() && "easel".equals(f.getName())).findFirst();
    }

    Studio studio() {
        return studio;
    }

    /** Presses keys together, the last one last; gives the moment before the last one went down. */
    long press(int... codes) {
        long pressed = 0;
        for (int code : codes) {
            pressed = System.nanoTime();
            robot.keyPress(code);
        }
        for (int i = codes.length - 1; i >= 0; i--) {
            robot.keyRelease(codes[i]);
        }
        return pressed;
    }

    /** Whether a visible component of the window is like that. On the event thread. */
    boolean shows(Predicate<Component> like) {
        return shows(frame, like);
    }

    private static boolean shows(Component component, Predicate<Component> like) {
        return component.isVisible() && (like.test(component)
                || component instanceof Container container && Arrays.stream(container.getComponents()).anyMatch(c -> shows(c, like)));
    }

    static void until(String what, BooleanSupplier holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("waited in vain until " + what);
            }
            Thread.sleep(2);
        }
    }

    @Override
    public void close() {
        EventQueue.invokeLater(() -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
        try {
            if (!closed.await(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the window did not close");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            studio.close();
            engine.close();
        }
    }
}
