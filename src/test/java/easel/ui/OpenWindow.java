package easel.ui;

import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Value;
import easel.platform.Folders;
import easel.run.Preset;
import easel.run.Studio;
import easel.support.PlainPreset;
import easel.ui.widget.Outgoing;
import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;

/** The real window over a scripted engine and the real studio, driven by real keys and a real pointer. */
final class OpenWindow implements AutoCloseable {

    private final Path home;
    private final ScriptedEngine engine;
    private final Studio studio;
    private final Robot robot;
    private final JFrame frame;
    private final CountDownLatch closed = new CountDownLatch(1);

    OpenWindow(Path home, ScriptedEngine engine, String language) throws IOException, AWTException {
        this(home, engine, language, List.of());
    }

    /** @param files what it opens as it starts */
    OpenWindow(Path home, ScriptedEngine engine, String language, List<Path> files) throws IOException, AWTException {
        this.home = home;
        this.engine = engine;
        Folders folders = new Folders(home.resolve("config"), home.resolve("data"), home.resolve("cache"), home.resolve("state"));
        Path settings = folders.config().resolve("settings.json");
        if (!Files.exists(settings)) {
            Files.createDirectories(folders.config());
            Files.writeString(settings, "{\"version\":1,\"look\":{\"language\":\"%s\",\"appearance\":\"DARK\"},\"work\":{\"outputFolder\":\"%s\",\"moreOpen\":true},\"shown\":{\"tour\":true}}"
                    .formatted(language, home.resolve("pictures").toString().replace("\\", "\\\\")));
        }
        Path model = Files.writeString(home.resolve("model.safetensors"), "weights");
        studio = Studio.keeping(engine, folders, home, Studio.Limits.STANDARD);
        Preset bundled = PlainPreset.preset();
        Preset preset = new Preset(bundled.name(),
                new Edit.SetParameter(InputRef.of("model", "checkpoint"), Value.of(model.toString())).on(bundled.document()));
        // A dialog of Java's own: one of the system's is out of a test's sight.
        System.setProperty("flatlaf.useSystemFileChooser", "false");
        robot = new Robot();
        robot.setAutoDelay(15);
        HandledInput.get();
        EaselWindow.open(new Setup(studio, engine, folders, List.of(preset), () -> -1, files), closed::countDown);
        until("the window is there", () -> Arrays.stream(Frame.getFrames()).anyMatch(f -> f.isShowing() && f.getName().equals("easel")));
        frame = (JFrame) Arrays.stream(Frame.getFrames()).filter(f -> f.isShowing() && f.getName().equals("easel")).findFirst().orElseThrow();
        EdtWatch.install();
        until("the prompt, or the nodes, have the keys", () -> onEdt(() -> named("prompt", Component.class).isFocusOwner()
                || named("canvas", Component.class) instanceof Component canvas && canvas.isFocusOwner()));
    }

    Path pictures() {
        return home.resolve("pictures");
    }

    JFrame frame() {
        return frame;
    }

    <T> T named(String name, Class<T> type) {
        return type.cast(find(frame, name));
    }

    private static Component find(Container in, String name) {
        for (Component c : in.getComponents()) {
            if (name.equals(c.getName())) {
                return c;
            }
            if (c instanceof Container inner) {
                Component found = find(inner, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Presses keys together, the last one last, and waits until the window has handled them. */
    void keys(int... codes) {
        int before = HandledInput.get().keys();
        for (int code : codes) {
            robot.keyPress(code);
        }
        for (int i = codes.length - 1; i >= 0; i--) {
            robot.keyRelease(codes[i]);
        }
        HandledInput.get().awaitKeys(before + codes.length);
    }

    void type(String lowerCase) {
        for (char c : lowerCase.toCharArray()) {
            keys(c == ' ' ? java.awt.event.KeyEvent.VK_SPACE : java.awt.event.KeyEvent.getExtendedKeyCodeForChar(c));
        }
    }

    void click(Component component) {
        Point at = onEdt(() -> {
            Point p = new Point(component.getWidth() / 2, component.getHeight() / 2);
            SwingUtilities.convertPointToScreen(p, component);
            return p;
        });
        click(at);
    }

    /** Clicks at a place of the screen. */
    void click(Point at) {
        robot.mouseMove(at.x, at.y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        letGo();
    }

    /** Presses at a place of the screen, moves to another in some steps, lets go. */
    void drag(Point from, Point to) {
        hold(from, to);
        letGo();
    }

    /** The same without letting go. */
    void hold(Point from, Point to) {
        robot.mouseMove(from.x, from.y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int i = 1; i <= 5; i++) {
            robot.mouseMove(from.x + (to.x - from.x) * i / 5, from.y + (to.y - from.y) * i / 5);
        }
    }

    void letGo() {
        int before = HandledInput.get().buttons();
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        HandledInput.get().awaitButtons(before + 1);
    }

    /** Moves the pointer to a place of the screen. */
    void point(Point at) {
        robot.mouseMove(at.x, at.y);
    }

    static <T> T onEdt(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        EventQueue.invokeLater(task);
        try {
            return task.get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static void until(String what, BooleanSupplier true_) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!true_.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        if (frame.isShowing()) {
            EventQueue.invokeLater(() -> frame.dispatchEvent(new java.awt.event.WindowEvent(frame, java.awt.event.WindowEvent.WINDOW_CLOSING)));
        }
        until("the window is closed", () -> closed.getCount() == 0);
        engine.close();
        studio.close();
    }

    /** Drops a file on something; whether it was taken. */
    static boolean dropOn(JComponent content, Path file) {
        return onEdt(() -> content.getTransferHandler().importData(new TransferHandler.TransferSupport(content, new Outgoing(file))));
    }
}
