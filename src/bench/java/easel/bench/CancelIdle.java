package easel.bench;

import easel.engine.Event;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.ModelFiles;
import easel.engine.Outcome;
import easel.engine.Phase;
import easel.engine.Running;
import easel.engine.Tiling;
import easel.engine.worker.WorkerEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A cancel at some moment inside a step or a tile: how long the engine is busy beyond that step. */
final class CancelIdle implements Figure {

    private static final Goal GOAL = Goal.atMost(0.2);

    @Override
    public String name() {
        return "cancel-idle";
    }

    @Override
    public String what() {
        return "cancel until the engine is idle, minus one step (one tile), sampling at 128 and 512, decoding in tiles";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        ModelFiles model = Jobs.starter(house);
        List<Reading> readings = new ArrayList<>();
        try (WorkerEngine engine = house.engine()) {
            House.painted(engine.start(Jobs.paint(model, 128, 1, 1), _ -> { }));
            readings.add(reading("128", engine, Jobs.paint(model, 128, 20, 1), Phase.SAMPLING, house.times(15)));
            progress.accept("128x128 done");
            readings.add(reading("512", engine, Jobs.paint(model, 512, 20, 1), Phase.SAMPLING, house.times(5)));
            progress.accept("512x512 done");
            readings.add(reading("tiling", engine, tiled(Jobs.paint(model, 256, 1, 1)), Phase.DECODING, house.times(10)));
        }
        return readings;
    }

    private static Job.Paint tiled(Job.Paint job) {
        var r = job.request();
        return new Job.Paint(job.context(), new easel.engine.ImageRequest(r.prompt(), r.negativePrompt(), r.clipSkip(), r.width(), r.height(),
                r.sampling(), r.seed(), r.loras(), r.start(), r.control(), r.references(), r.hires(), new Tiling(8, 8, 0.25)), job.preview());
    }

    private Reading reading(String where, WorkerEngine engine, Job.Paint job, Phase phase, int times) throws Exception {
        Random random = new Random(1);
        List<Double> beyond = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            beyond.add(beyond(engine, job, phase, random.nextDouble()));
        }
        return Reading.p95(name() + "-" + where, Sample.of(beyond), "s", GOAL);
    }

    /** @param part of a step after which it is cancelled */
    private static double beyond(WorkerEngine engine, Job.Paint job, Phase phase, double part) throws Exception {
        Steps steps = new Steps(phase);
        Running running = engine.start(job, steps);
        if (!steps.two.await(300, TimeUnit.SECONDS)) {
            throw new IOException("it never came to " + phase);
        }
        double step = steps.seconds;
        TimeUnit.NANOSECONDS.sleep((long) (part * step * 1e9));
        long cancelled = System.nanoTime();
        running.cancel();
        Outcome outcome = running.outcome().get(60, TimeUnit.SECONDS);
        double took = (System.nanoTime() - cancelled) / 1e9;
        if (!(outcome instanceof Outcome.Failed(Failure.Cancelled _))) {
            throw new IOException("it was not cancelled in time to see anything: " + outcome);
        }
        return took - step;
    }

    /** Waits for the second step of a phase, by the listener's own clock. */
    private static final class Steps implements Consumer<Event> {

        private final Phase phase;
        private final CountDownLatch two = new CountDownLatch(1);
        private volatile double seconds;
        private @Nullable Long first;

        Steps(Phase phase) {
            this.phase = phase;
        }

        @Override
        public void accept(Event event) {
            if (event instanceof Event.Progress(Phase now, int step, _, _) && now == phase && step >= 1 && two.getCount() > 0) {
                if (first == null) {
                    first = System.nanoTime();
                } else {
                    seconds = (System.nanoTime() - first) / 1e9;
                    two.countDown();
                }
            }
        }
    }
}
