package easel.bench;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The patience of someone who types at once: {@code ./easel} started, a key pressed again and again until the letter is
 * seen in the prompt, all from outside its process. The launcher's own time counts.
 */
final class FirstKey implements Figure {

    private static final int TIMES = 10;
    private static final int BETWEEN_KEYS_MS = 15;
    private static final int KEY = KeyEvent.VK_W;

    @Override
    public String name() {
        return "first-key";
    }

    @Override
    public String what() {
        return "./easel started until a typed letter is seen in the prompt field";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        Path user = house.work().resolve(name());
        Path settings = user.resolve("config/settings.json");
        Files.createDirectories(settings.getParent());
        String remembered = Remembered.settings(Jobs.document(128, 20, 1), user.resolve("pictures"));
        ProcessBuilder easel = house.easel();
        easel.environment().put("EASEL_HOME", user.toString());
        Display display = new Display();

        Files.writeString(settings, remembered);
        Typed letter = letter(easel, display);
        progress.accept("the letter is " + letter.places().length + " pixels in " + letter.at());

        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < house.times(TIMES); i++) {
            forget(user.resolve("state/desk"));   // what was typed would be there again
            seconds.add(seconds(easel, display, letter));
        }
        return List.of(Reading.median(name(), Sample.of(seconds), "s", Goal.atMost(1)));
    }

    /** A first start, to learn what the letter looks like and where. */
    private static Typed letter(ProcessBuilder easel, Display display) throws Exception {
        int[] empty = display.look(Display.whole());
        Process process = easel.start();
        try {
            AppWindow.until("the window is there", () -> !java.util.Arrays.equals(empty, display.look(Display.whole())));
            Thread.sleep(4000);   // everything that comes after the first paint has come
            List<int[]> before = Typed.watch(display);
            display.press(KEY);
            Thread.sleep(500);
            return Typed.between(before, Typed.watch(display));
        } finally {
            end(process);
        }
    }

    private static double seconds(ProcessBuilder easel, Display display, Typed letter) throws Exception {
        if (letter.isThere(display)) {
            throw new IOException("the letter is there before the program is");
        }
        long began = System.nanoTime();
        Process process = easel.start();
        try {
            long lastKey = began;
            while (!letter.isThere(display)) {
                long now = System.nanoTime();
                if (now - lastKey > BETWEEN_KEYS_MS * 1_000_000L) {
                    lastKey = now;
                    display.press(KEY);
                }
                if (now - began > 60_000_000_000L || !process.isAlive()) {
                    throw new IOException("no letter was seen");
                }
                Thread.sleep(2);
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            end(process);
        }
    }

    private static void forget(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Thread.sleep(300);   // the display is told that the window is gone
    }
}
