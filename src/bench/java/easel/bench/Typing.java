package easel.bench;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.swing.text.JTextComponent;

/** The window under the fingers while the engine has all its threads at work. */
final class Typing implements Figure {

    private static final int EDGE = 512;
    private static final int LETTERS = 100;
    private static final long STALL_S = 600;

    @Override
    public String name() {
        return "typing";
    }

    @Override
    public String what() {
        return "a letter pressed in the prompt until it is painted, jobs of 512x512 running at the default threads; "
                + "the longest time in ten minutes of typing and of such jobs that the event thread, and one with nothing else to do, did not answer";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        List<Reading> readings = new ArrayList<>();
        List<Double> milliseconds = new ArrayList<>();
        AtomicLong awaited = new AtomicLong();
        String settings = Remembered.settings(Jobs.document(EDGE, 20, 1), house.pictures(name()));
        try (AppWindow window = new AppWindow(house, house.folders(name(), settings));
                PaintWatch watch = new PaintWatch(() -> promptLength() >= awaited.get())) {
            for (int i = 0; i < house.times(LETTERS); i++) {
                working(window);
                EventQueue.invokeAndWait(() -> awaited.set(promptLength() + 1));
                watch.arm();
                long pressed = window.press(KeyEvent.VK_A + i % 26);
                AppWindow.until("the letter is painted", () -> watch.at() != 0);
                milliseconds.add((watch.at() - pressed) / 1e6);
                Thread.sleep(60);
            }
            readings.add(Reading.median(name(), Sample.of(milliseconds), "ms", Goal.atMost(16)));
            // Not while a letter is watched: to wait for the display is the bench's own doing.
            try (Heartbeat events = Heartbeat.ofEvents(); Heartbeat idle = Heartbeat.ofIdle()) {
                typeOn(window, house.quick() ? 2 : STALL_S);
                readings.add(Reading.once("event-thread-stall", events.longestMs(), "ms", Goal.atMost(50)));
                readings.add(Reading.once("idle-thread-stall", idle.longestMs(), "ms", null));
                progress.accept(events.account());
            }
        }
        return readings;
    }

    /** Words are begun and taken back, and there is always a picture being painted of them. */
    private static void typeOn(AppWindow window, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            working(window);
            for (int key : new int[] {KeyEvent.VK_E, KeyEvent.VK_A, KeyEvent.VK_BACK_SPACE, KeyEvent.VK_BACK_SPACE}) {
                window.press(key);
                Thread.sleep(60);
            }
        }
    }

    /** Has a job run; of another prompt than those before, or what they gave would do. */
    private static void working(AppWindow window) throws InterruptedException {
        if (window.studio().queue().isEmpty()) {
            window.press(KeyEvent.VK_A);
            window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
            Thread.sleep(300);
        }
    }

    private static int promptLength() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return owner instanceof JTextComponent text ? text.getDocument().getLength() : 0;
    }
}
