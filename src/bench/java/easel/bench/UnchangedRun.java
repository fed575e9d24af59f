package easel.bench;

import easel.engine.worker.WorkerEngine;
import easel.run.RunOptions;
import easel.run.Studio;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The same document run again, its seed fixed: the picture is known, nobody paints. */
final class UnchangedRun implements Figure {

    private static final int TIMES = 50;

    @Override
    public String name() {
        return "unchanged-run";
    }

    @Override
    public String what() {
        return "an unchanged workflow run again, submit to end; and how often the engine was asked";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        List<Double> milliseconds = new ArrayList<>();
        try (WorkerEngine engine = house.engine(); CountedEngine counted = new CountedEngine(engine);
                Studio studio = new Studio(counted, house.folders(), house.home())) {
            RunOptions options = RunOptions.into(house.pictures(name()));
            StudioRun.of(studio, Jobs.document(128, 2, 7), options);
            int before = counted.calls();
            for (int i = 0; i < house.times(TIMES); i++) {
                milliseconds.add(1000 * StudioRun.of(studio, Jobs.document(128, 2, 7), options).seconds());
            }
            return List.of(Reading.p95(name(), Sample.of(milliseconds), "ms", Goal.atMost(10)),
                    Reading.once(name() + "-engine-calls", counted.calls() - before, "calls", Goal.atMost(0)));
        }
    }
}
