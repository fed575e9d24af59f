package easel.run;

import easel.graph.Document;
import easel.graph.NodeId;
import easel.run.store.FinishedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A queue that ends with its process, such as a command's: who ends a command wants its jobs to end. Only the history is kept. */
final class ProcessLedger implements Ledger {

    private final Keeping keeping;
    private long last;

    ProcessLedger(Keeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public synchronized List<JobId> add(Document drawn, RunOptions options, Set<NodeId> sinks, int count) {
        keeping.open();   // while it is painted
        List<JobId> jobs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            jobs.add(new JobId(++last));
        }
        return jobs;
    }

    @Override
    public boolean take(JobId job) {
        return true;
    }

    @Override
    public Saves saves(JobId job) {
        return Saves.NONE;
    }

    @Override
    public void giveBack(JobId job) {}

    @Override
    public void finish(JobId job, Optional<FinishedJob> told, Optional<Thumb> thumbnail) {
        told.ifPresent(finished -> keeping.later(store -> {
            long entry = store.history().add(finished);
            if (thumbnail.isPresent()) {
                store.history().setThumbnail(entry, thumbnail.get().jpeg());
            }
        }));
    }

    @Override
    public void cancel(List<JobId> jobs) {}

    @Override
    public void move(JobId job, int place) {}

    @Override
    public void pause(boolean paused) {}

    @Override
    public void holdingStill(Runnable change) {
        change.run();
    }

    @Override
    public boolean isKept() {
        return false;
    }

    @Override
    public void close() {}
}
