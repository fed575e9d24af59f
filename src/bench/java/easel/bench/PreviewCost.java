package easel.bench;

import easel.engine.Phase;
import easel.engine.Preview;
import easel.run.RunOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The sampling of the same picture with a preview every step and without, by turns, the window showing both. */
final class PreviewCost implements Figure {

    private static final Goal GOAL = Goal.atMost(1.03);

    private final int edge;
    private final int steps;
    private final int rounds;
    /** Above those of other figures, whose pictures the cache has. */
    private long seed = 1_000_000;

    /** Pictures of {@code edge} x {@code edge} with {@code steps} steps, so many rounds of them. */
    PreviewCost(int edge, int steps, int rounds) {
        this.edge = edge;
        this.steps = steps;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "preview-" + edge;
    }

    @Override
    public String what() {
        return "sampling %1$dx%1$d with a preview every step / without, window open".formatted(edge);
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        Map<Preview, List<Double>> ratios = new EnumMap<>(Map.of(Preview.LINEAR, new ArrayList<>(), Preview.TAE, new ArrayList<>()));
        String settings = Remembered.settings(Jobs.document(edge, steps, 1), house.pictures(name()));
        try (AppWindow window = new AppWindow(house, house.folders(name(), settings))) {
            seconds(window, house, 1, Preview.TAE);
            for (int i = 0; i < house.times(rounds); i++) {
                for (Preview preview : List.of(Preview.LINEAR, Preview.TAE)) {
                    // Neighbours in time, each first every other time.
                    boolean plainFirst = i % 2 == 0;
                    double first = seconds(window, house, steps, plainFirst ? Preview.NONE : preview);
                    double second = seconds(window, house, steps, plainFirst ? preview : Preview.NONE);
                    ratios.get(preview).add(plainFirst ? second / first : first / second);
                    if (preview == Preview.LINEAR && i % 2 == 1) {
                        break;   // the small autoencoder's is only shown: fewer of those do
                    }
                }
                progress.accept("%d of %d".formatted(i + 1, house.times(rounds)));
            }
        }
        return List.of(Reading.median("preview-linear-" + edge, Sample.of(ratios.get(Preview.LINEAR)), "ratio", GOAL),
                Reading.median("preview-tae-" + edge, Sample.of(ratios.get(Preview.TAE)), "ratio", null));
    }

    /** Seconds of the sampling phase. Each picture has a seed of its own, else it would be known already. */
    private double seconds(AppWindow window, House house, int steps, Preview preview) throws Exception {
        StudioRun run = StudioRun.of(window.studio(), Jobs.document(edge, steps, seed++), new RunOptions(null, preview, house.pictures(name())));
        return run.timings().phases().get(Phase.SAMPLING);
    }
}
