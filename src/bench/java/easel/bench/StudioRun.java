package easel.bench;

import easel.engine.Timings;
import easel.graph.Document;
import easel.nodes.Image;
import easel.nodes.Made;
import easel.run.Ending;
import easel.run.NodeState;
import easel.run.QueuedJob;
import easel.run.RunEvent;
import easel.run.RunOptions;
import easel.run.Studio;
import easel.run.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A document submitted and its picture saved.
 *
 * @param seconds from the wish to the end, the picture on the disk
 * @param images  what was written; none if it was known and lay on the disk already
 */
record StudioRun(double seconds, List<Image> images) {

    /** Runs a document that gives one picture. */
    static StudioRun of(Studio studio, Document document, RunOptions options) throws Exception {
        List<NodeState.Done> done = new CopyOnWriteArrayList<>();
        try (var _ = studio.listen(event -> {
            if (event instanceof RunEvent.NodeChanged(_, _, _, NodeState.Done state) && state.file() != null) {
                done.add(state);
            }
        })) {
            long began = System.nanoTime();
            Submission submission = studio.submit(document, options);
            for (QueuedJob job : submission.jobs()) {
                Ending ending = job.ending().get(300, TimeUnit.SECONDS);
                if (!(ending instanceof Ending.Done)) {
                    throw new IOException("the run ended with " + ending);
                }
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            if (done.size() != 1 || !Files.isRegularFile(done.getFirst().file())) {
                throw new IOException("not one picture saved: " + submission.problems() + " " + done);
            }
            return new StudioRun(seconds, done.getFirst().images());
        }
    }

    /** Of the engine's job that painted it. */
    Timings timings() throws IOException {
        Made made = images.size() == 1 ? images.getFirst().made() : null;
        if (made == null) {
            throw new IOException("it was not painted just now");
        }
        return made.timings();
    }
}
