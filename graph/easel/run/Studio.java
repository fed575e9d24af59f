package easel.run;

import easel.engine.Engine;
import easel.engine.EngineException;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.nodes.Image;
import easel.platform.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The one door that window and command line go through: documents in, events and pictures out.
 *
 * <p>Threads: every method may be called from any thread. {@link #submit} and {@link #keys} may read model files
 * whole and start the engine, so the window calls them away from its own thread; all others answer at once. One
 * thread of the studio's runs the queue; listeners hear events there or on the engine's thread, one at a time and in
 * order, and must not block. After {@link #close} nothing is heard any more.
 */
public final class Studio implements AutoCloseable {

    /**
     * @param home the folder Easel itself lies in: the packed starter is found there
     */
    public Studio(Engine engine, Folders folders, Path home) {
        throw new UnsupportedOperationException();
    }

    /** Everything that can be said of a document without reading whole files or asking the engine. */
    public List<Problem> check(Document document) {
        throw new UnsupportedOperationException();
    }

    /**
     * The key each node has in this document as it is; nodes with errors before them have none.
     * A result is outdated if its key is not the one here.
     *
     * @throws EngineException if there is no engine
     */
    public Map<NodeId, Key> keys(Document document, RunOptions options) throws EngineException {
        throw new UnsupportedOperationException();
    }

    /**
     * Queues a document, as many jobs as its count says, each with all its seeds one higher than the one before.
     * The seeds that stand in the document come first; only if with those nothing would run, random ones are drawn
     * anew (and those that count up or down step on).
     *
     * @throws EngineException if there is no engine
     */
    public Submission submit(Document document, RunOptions options) throws EngineException {
        throw new UnsupportedOperationException();
    }

    /** What a node gave under a key, if it is still in memory. */
    public List<Image> images(Key key) {
        throw new UnsupportedOperationException();
    }

    /** The job that runs and those that wait, in their order. */
    public List<QueuedJob> queue() {
        throw new UnsupportedOperationException();
    }

    /** Takes a job back: at once if it waits, at the engine's next safe moment if it runs. */
    public void cancel(JobId job) {
        throw new UnsupportedOperationException();
    }

    /** Takes every job back. */
    public void cancelAll() {
        throw new UnsupportedOperationException();
    }

    /** Ends a job within two seconds whatever the engine is doing, at the price of a new engine process. */
    public void forceStop(JobId job) {
        throw new UnsupportedOperationException();
    }

    /** Hears everything from now on, until the answer is closed. */
    public Listening listen(Consumer<RunEvent> listener) {
        throw new UnsupportedOperationException();
    }

    /** A listener's place; closing it gives it up. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Cancels everything and waits for the running job's end; the engine belongs to who made it. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
