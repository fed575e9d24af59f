package easel.bench;

import easel.engine.ModelFiles;
import easel.engine.Result;
import easel.engine.Timings;
import easel.engine.worker.WorkerEngine;
import easel.run.RunOptions;
import easel.run.Studio;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What everything around the library's call adds to it: pipe, process, checks; and document, plan and file for the app. */
final class WarmPicture implements Figure {

    private static final int TIMES = 30;
    private static final int STEPS = 20;
    private static final Goal GOAL = Goal.atMost(0.02);

    @Override
    public String name() {
        return "warm-picture";
    }

    @Override
    public String what() {
        return "(job in to picture out - inside the library call) / inside, model loaded, 128x128, 20 steps";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        List<Double> engineShare = new ArrayList<>();
        List<Double> appShare = new ArrayList<>();
        ModelFiles model = Jobs.starter(house);
        try (WorkerEngine engine = house.engine(); Studio studio = Studio.keeping(engine, house.folders(), house.home(), Studio.Limits.STANDARD)) {
            RunOptions options = RunOptions.into(house.pictures(name()));
            House.painted(engine.start(Jobs.paint(model, 128, 1, 1), _ -> { }));
            StudioRun.of(studio, Jobs.document(128, 1, 1), options);
            for (int i = 0; i < house.times(TIMES); i++) {
                long began = System.nanoTime();
                Result.Painted painted = House.painted(engine.start(Jobs.paint(model, 128, STEPS, i), _ -> { }));
                engineShare.add(share(began, painted.timings()));
                StudioRun run = StudioRun.of(studio, Jobs.document(128, STEPS, i), options);
                appShare.add((run.seconds() - run.timings().native_()) / run.timings().native_());
                if (i % 10 == 9) {
                    progress.accept("%d of %d pairs; the last took %.2f s inside the library".formatted(i + 1, house.times(TIMES), run.timings().native_()));
                }
            }
        }
        return List.of(Reading.median(name() + "-engine", Sample.of(engineShare), "ratio", GOAL),
                Reading.median(name() + "-app", Sample.of(appShare), "ratio", GOAL));
    }

    private static double share(long began, Timings timings) {
        double all = (System.nanoTime() - began) / 1e9;
        return (all - timings.native_()) / timings.native_();
    }
}
