package easel.run;

import easel.graph.Document;
import java.util.concurrent.CompletableFuture;

/**
 * A job that waits or runs.
 *
 * @param document the snapshot it runs, seeds drawn and counted up
 * @param index    which of the pictures asked for at once, from 0
 * @param count    how many were asked for at once
 * @param ending   completes, always normally, once every listener has heard the job's end
 */
public record QueuedJob(JobId id, Document document, RunOptions options, int index, int count, CompletableFuture<Ending> ending) {

    /** Whether it is one of those that a document asks for as it is now. */
    public boolean isOf(Document asking) {
        return Planner.one(asking, index).equals(document);
    }
}
