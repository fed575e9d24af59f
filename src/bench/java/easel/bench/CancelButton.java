package easel.bench;

import easel.engine.Phase;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.NodeState;
import easel.run.RunEvent;
import easel.ui.EaselWindow;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.swing.JLabel;

/** Esc while it paints: how soon the window shows that it has understood. */
final class CancelButton implements Figure {

    private static final int TIMES = 20;
    private static final int EDGE = 256;

    @Override
    public String name() {
        return "cancel-button";
    }

    @Override
    public String what() {
        return "Esc pressed until the window shows that it cancels, while sampling at 256x256";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        List<Double> milliseconds = new ArrayList<>();
        AtomicInteger step = new AtomicInteger();
        Words words = Words.of(EaselWindow.class, Language.ENGLISH);
        // With short steps it may be over before the window has said that it cancels.
        Set<String> answers = Set.of(words.say("stage.cancelling"), words.say("stage.cancelled"));
        String settings = Remembered.settings(Jobs.document(EDGE, 20, 1), house.pictures(name()));
        try (AppWindow window = new AppWindow(house, house.folders(name(), settings));
                var _ = window.studio().listen(event -> {
                    if (event instanceof RunEvent.NodeChanged(_, _, _, NodeState.Running(var now)) && now.phase() == Phase.SAMPLING) {
                        step.set(now.step());
                    }
                });
                PaintWatch watch = new PaintWatch(() -> window.shows(c -> c instanceof JLabel label && answers.contains(label.getText())))) {
            for (int i = 0; i < house.times(TIMES); i++) {
                step.set(0);
                window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
                AppWindow.until("it samples", () -> step.get() >= 2);
                watch.arm();
                long pressed = window.press(KeyEvent.VK_ESCAPE);
                AppWindow.until("the window says that it cancels", () -> watch.at() != 0);
                milliseconds.add((watch.at() - pressed) / 1e6);
                AppWindow.until("the run is over", () -> window.studio().queue().isEmpty());
                Thread.sleep(150);
            }
        }
        return List.of(Reading.p95(name(), Sample.of(milliseconds), "ms", Goal.atMost(100)));
    }
}
