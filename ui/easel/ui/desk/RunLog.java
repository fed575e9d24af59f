package easel.ui.desk;

import easel.engine.Event;
import easel.engine.Picture;
import easel.nodes.Image;
import easel.run.Ending;
import easel.run.JobId;
import easel.run.NodeState;
import easel.run.Progress;
import easel.run.QueuedJob;
import easel.run.RunEvent;
import easel.ui.image.PictureFile;
import easel.ui.image.Pixels;
import easel.ui.image.Scaling;
import easel.ui.image.Thumbs;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The studio's events brought down to what there is to show: previews and progress overwrite each other, results and
 * ends never get lost. Heard on the studio's threads, read on the EDT.
 */
final class RunLog {

    /** Lines of the engine's log that are kept for a failure's details. */
    private static final int LINES = 40;
    /** Steps whose times are averaged: enough to be calm, few enough to follow a machine that becomes busy. */
    private static final int PACE = 5;

    /** Something that must not be missed. */
    sealed interface Happening {
        record Finished(QueuedJob job, Path file, @Nullable Image image, @Nullable Drawable drawable, double seconds) implements Happening {}

        record Ended(QueuedJob job, Ending ending, double seconds, Progress last, @Nullable Picture preview, List<String> log) implements Happening {}

        record Warned(String code, List<String> arguments) implements Happening {}

        /** A file that is no picture now lies there. */
        record Wrote(Path file) implements Happening {}
    }

    /** A result as windows draw it; made where the event is heard, for the larger the picture the longer it takes. */
    record Drawable(@Nullable BufferedImage whole, BufferedImage small) {

        static Drawable of(Picture picture) {
            BufferedImage whole = Pixels.of(picture);
            return new Drawable(whole, Scaling.within(whole, Thumbs.WIDTH, Thumbs.HEIGHT));
        }

        /** Of a batch: whole is the last one alone, which is looked at; all of them could be more than there is memory for. */
        static List<Drawable> of(List<Image> images) {
            return IntStream.range(0, images.size()).mapToObj(i -> {
                Drawable drawable = of(images.get(i).picture());
                return i == images.size() - 1 ? drawable : new Drawable(null, drawable.small);
            }).toList();
        }
    }

    /** How things stand, and what happened since it was last asked. */
    record News(List<QueuedJob> queue, @Nullable Current current, List<Happening> happened, List<Told> nodes) {}

    /** The latest of a node of a job. */
    record Told(QueuedJob job, RunEvent.NodeChanged changed) {}

    /** The job that runs. */
    record Current(QueuedJob job, Progress progress, @Nullable Picture preview, OptionalDouble secondsLeft, double silent, boolean retrying) {}

    private final Map<JobId, QueuedJob> queue = new LinkedHashMap<>();
    private final List<Happening> happened = new ArrayList<>();
    private final Map<List<Object>, Told> nodes = new LinkedHashMap<>();
    private final Deque<String> log = new ArrayDeque<>();
    private final Deque<Double> pace = new ArrayDeque<>();
    private @Nullable JobId running;
    private Progress progress = Progress.BEGUN;
    private @Nullable Picture preview;
    private boolean retrying;
    private long heardAt = System.nanoTime();

    void hear(RunEvent event) {
        // Before others have to wait: the EDT asks for the news meanwhile.
        List<Drawable> drawables = event instanceof RunEvent.NodeChanged changed && changed.state() instanceof NodeState.Done done && done.file() != null
                ? Drawable.of(done.images()) : List.of();
        hear(event, drawables);
    }

    private synchronized void hear(RunEvent event, List<Drawable> drawables) {
        heardAt = System.nanoTime();
        switch (event) {
            case RunEvent.Queued(QueuedJob job) -> queue.put(job.id(), job);
            case RunEvent.Began(JobId job) -> begin(job);
            case RunEvent.NodeChanged changed -> change(changed, drawables);
            case RunEvent.Warned warned -> happened.add(new Happening.Warned(warned.code(), warned.arguments()));
            case RunEvent.Retried _ -> {
                retrying = true;
                progress = Progress.BEGUN;
                pace.clear();
            }
            case RunEvent.Logged logged -> log(logged);
            case RunEvent.Ended ended -> end(ended);
        }
    }

    private void begin(JobId job) {
        running = job;
        progress = Progress.BEGUN;
        preview = null;
        retrying = false;
        pace.clear();
        log.clear();
    }

    private void change(RunEvent.NodeChanged changed, List<Drawable> drawables) {
        QueuedJob job = queue.get(changed.job());
        if (job == null) {
            return;
        }
        nodes.put(List.of(changed.job(), changed.node()), new Told(job, changed));
        switch (changed.state()) {
            case NodeState.Running(Progress now) -> {
                if (now.step() > progress.step() && now.secondsPerStep() > 0) {
                    pace.addLast(now.secondsPerStep());
                    if (pace.size() > PACE) {
                        pace.removeFirst();
                    }
                }
                progress = now;
                preview = now.preview() == null ? preview : now.preview();
            }
            case NodeState.Done done when done.file() != null -> {
                for (int i = 0; i < done.files().size(); i++) {
                    Image image = i < done.images().size() ? done.images().get(i) : null;
                    Path file = done.files().get(i);
                    // A model that was converted is no result to look at.
                    Drawable drawable = image == null ? null : drawables.get(i);
                    happened.add(image != null || PictureFile.isNamedLikeOne(file) ? new Happening.Finished(job, file, image, drawable, done.seconds())
                            : new Happening.Wrote(file));
                }
            }
            case NodeState.Done _, NodeState.Waiting _, NodeState.Failed _, NodeState.Skipped _ -> { }
        }
    }

    private void log(RunEvent.Logged logged) {
        if (logged.level() != Event.Logged.Level.DEBUG) {
            log.addLast(logged.level() + " " + logged.text().strip());
            if (log.size() > LINES) {
                log.removeFirst();
            }
        }
    }

    private void end(RunEvent.Ended ended) {
        QueuedJob job = queue.remove(ended.job());
        if (job != null) {
            boolean wasRunning = ended.job().equals(running);
            happened.add(new Happening.Ended(job, ended.ending(), ended.seconds(), wasRunning ? progress : Progress.BEGUN,
                    wasRunning ? preview : null, List.copyOf(log)));
        }
        if (ended.job().equals(running)) {
            running = null;
            preview = null;
        }
    }

    /** How things stand; what happened is given out once. */
    synchronized News take() {
        List<Happening> since = List.copyOf(happened);
        happened.clear();
        List<Told> told = List.copyOf(nodes.values());
        nodes.clear();
        QueuedJob job = running == null ? null : queue.get(running);
        Current current = job == null ? null
                : new Current(job, progress, preview, secondsLeft(), (System.nanoTime() - heardAt) / 1e9, retrying);
        return new News(List.copyOf(queue.values()), current, since, told);
    }

    private OptionalDouble secondsLeft() {
        // One step says little: the first is often the slowest.
        if (pace.size() < 2 || progress.steps() <= progress.step()) {
            return OptionalDouble.empty();
        }
        double average = pace.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return OptionalDouble.of(average * (progress.steps() - progress.step()));
    }
}
