package easel.bench;

import easel.engine.Phase;
import easel.engine.worker.WorkerEngine;
import easel.run.Ending;
import easel.run.NodeState;
import easel.run.QueuedJob;
import easel.run.RunEvent;
import easel.run.RunOptions;
import easel.run.Studio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The engine ended under a job, whatever it is doing. */
final class ForceStop implements Figure {

    private static final int TIMES = 3;

    @Override
    public String name() {
        return "force-stop";
    }

    @Override
    public String what() {
        return "force stop until the job is over, while loading, sampling and decoding";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        List<Double> seconds = new ArrayList<>();
        try (WorkerEngine engine = house.engine(); Studio studio = new Studio(engine, house.folders(), house.home())) {
            for (int i = 0; i < house.times(TIMES); i++) {
                // A new process after each stop, so that it loads again every time.
                seconds.add(stopped(studio, house, Phase.LOADING_MODEL, 100 + i));
                seconds.add(stopped(studio, house, Phase.SAMPLING, 200 + i));
                seconds.add(stopped(studio, house, Phase.DECODING, 300 + i));
            }
        }
        return List.of(Reading.p95(name(), Sample.of(seconds), "s", Goal.atMost(2)));
    }

    private double stopped(Studio studio, House house, Phase during, long seed) throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        try (var _ = studio.listen(event -> {
            if (event instanceof RunEvent.NodeChanged(_, _, _, NodeState.Running(var now)) && now.phase() == during) {
                there.countDown();
            }
        })) {
            // One step of a large picture: its decoding takes long enough to be met.
            QueuedJob job = studio.submit(Jobs.document(512, 1, seed), RunOptions.into(house.pictures(name()))).jobs().getFirst();
            if (!there.await(120, TimeUnit.SECONDS)) {
                throw new IOException("it never came to " + during);
            }
            long asked = System.nanoTime();
            studio.forceStop(job.id());
            Ending ending = job.ending().get(60, TimeUnit.SECONDS);
            double took = (System.nanoTime() - asked) / 1e9;
            if (!(ending instanceof Ending.Cancelled)) {
                throw new IOException("stopped while " + during + " it ended with " + ending);
            }
            return took;
        }
    }
}
