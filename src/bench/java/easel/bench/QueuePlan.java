package easel.bench;

import easel.engine.worker.WorkerEngine;
import easel.platform.Folders;
import easel.run.QueuedJob;
import easel.run.RunOptions;
import easel.run.Studio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Two hundred pictures wished for at once: planned and on the kept queue. */
final class QueuePlan implements Figure {

    private static final int JOBS = 200;
    private static final int TIMES = 20;

    @Override
    public String name() {
        return "queue-200";
    }

    @Override
    public String what() {
        return "a plan of 200 jobs queued, so that a crash loses none";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        Path own = house.work().resolve(name());
        Folders folders = new Folders(own, house.folders().data(), house.folders().cache(), house.folders().state());
        List<Double> milliseconds = new ArrayList<>();
        try (WorkerEngine engine = house.engine(); Studio studio = Studio.keeping(engine, folders, house.home(), Studio.Limits.STANDARD)) {
            studio.pause();
            RunOptions options = RunOptions.into(house.pictures(name()));
            for (int i = 0; i < house.times(TIMES) + 1; i++) {
                long began = System.nanoTime();
                List<QueuedJob> jobs = studio.submit(Jobs.document(128, 20, 2_000_000L + 1000L * i).withCount(JOBS), options).jobs();
                if (i > 0) {   // the first one starts the engine and opens the database
                    milliseconds.add((System.nanoTime() - began) / 1e6);
                }
                if (jobs.size() != JOBS) {
                    throw new IllegalStateException(jobs.size() + " jobs");
                }
                studio.clear();
            }
            studio.resume();
        }
        return List.of(Reading.median(name(), Sample.of(milliseconds), "ms", Goal.atMost(100)));
    }
}
