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

    /** Above those of other figures, whose pictures the cache has. */
    private long seed = 1_000_000;

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public String what() {
        return "sampling with a preview every step / without, window open, 128x128 and 512x512";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        List<Reading> readings = new ArrayList<>();
        String settings = Remembered.settings(Jobs.document(128, 20, 1), house.pictures(name()));
        try (AppWindow window = new AppWindow(house, house.folders(name(), settings))) {
            seconds(window, house, 128, 1, Preview.TAE);
            measure(window, house, 128, 20, house.times(12), readings);
            progress.accept("128x128 done");
            measure(window, house, 512, 3, house.times(5), readings);
        }
        return readings;
    }

    private void measure(AppWindow window, House house, int edge, int steps, int rounds, List<Reading> readings) throws Exception {
        Map<Preview, List<Double>> ratios = new EnumMap<>(Map.of(Preview.LINEAR, new ArrayList<>(), Preview.TAE, new ArrayList<>()));
        for (int i = 0; i < rounds; i++) {
            for (Preview preview : List.of(Preview.LINEAR, Preview.TAE)) {
                // Neighbours in time, each first every other time.
                boolean plainFirst = i % 2 == 0;
                double first = seconds(window, house, edge, steps, plainFirst ? Preview.NONE : preview);
                double second = seconds(window, house, edge, steps, plainFirst ? preview : Preview.NONE);
                ratios.get(preview).add(plainFirst ? second / first : first / second);
                if (preview == Preview.LINEAR && edge > 128 && i % 2 == 1) {
                    break;   // the small autoencoder's is only shown: fewer of the long ones do
                }
            }
        }
        readings.add(Reading.median("preview-linear-" + edge, Sample.of(ratios.get(Preview.LINEAR)), "ratio", GOAL));
        readings.add(Reading.median("preview-tae-" + edge, Sample.of(ratios.get(Preview.TAE)), "ratio", null));
    }

    /** Seconds of the sampling phase. Each picture has a seed of its own, else it would be known already. */
    private double seconds(AppWindow window, House house, int edge, int steps, Preview preview) throws Exception {
        StudioRun run = StudioRun.of(window.studio(), Jobs.document(edge, steps, seed++), new RunOptions(null, preview, house.pictures(name())));
        return run.timings().phases().get(Phase.SAMPLING);
    }
}
