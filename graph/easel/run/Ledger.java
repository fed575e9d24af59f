package easel.run;

import easel.graph.Document;
import easel.graph.NodeId;
import easel.run.store.FinishedJob;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the queue is written down, beside the memory of this process. */
interface Ledger extends AutoCloseable {

    /** Writes jobs down, and gives their numbers, one after the other; {@code sinks} is what they promise. May wait for the disk. */
    List<JobId> add(Document drawn, RunOptions options, Set<NodeId> sinks, int count);

    /** Whether this process may run a job: another may have it, or it was taken back. May wait for the disk. */
    boolean take(JobId job);

    /** What is known of the files a job wrote before. May wait for the disk. */
    Saves saves(JobId job);

    /** A job was not run to its end, and nobody took it back. */
    void giveBack(JobId job);

    /** A job is over; it is in the history once this returns, if there is something to tell. May wait for the disk. */
    void finish(JobId job, Optional<FinishedJob> told, Optional<Thumb> thumbnail);

    /** Jobs that waited were taken back. */
    void cancel(List<JobId> jobs);

    /** A waiting job was put at a place among those that wait. */
    void move(JobId job, int place);

    /** No job is to begin, or they may again. */
    void pause(boolean paused);

    /** Runs something while nobody compares the queue in memory with what is written down. */
    void holdingStill(Runnable change);

    /** Whether jobs stay when the program ends. */
    boolean isKept();

    @Override
    void close();

    /** Makes a small picture, once there is time. */
    @FunctionalInterface
    interface Thumb {
        byte[] jpeg();
    }
}
