package easel.run;

import easel.engine.ContextKey;
import easel.engine.Device;
import easel.engine.Embedding;
import easel.engine.Engine;
import easel.engine.Event;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Outcome;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.engine.Result;
import easel.engine.Running;
import easel.engine.Timings;
import easel.engine.Versions;
import easel.engine.VideoRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Paints one colour, made of the request, and remembers what it was asked. For tests of the graph's logic alone. */
final class FakeEngine implements Engine {

    final List<ImageRequest> painted = new CopyOnWriteArrayList<>();
    /** What videos it was asked for; each of their frames is one grey, ten lighter than the one before. */
    final List<VideoRequest> filmed = new CopyOnWriteArrayList<>();
    /** What it was asked to enlarge; it doubles each pixel. */
    final List<Job.Upscale> upscaled = new CopyOnWriteArrayList<>();
    /** What it was asked to convert; it copies the file. */
    final List<Job.Convert> converted = new CopyOnWriteArrayList<>();
    /** Of what it was asked to draw edges; it gives the picture back. */
    final List<Job.Canny> edged = new CopyOnWriteArrayList<>();
    /** On what, in the same order. */
    final List<ContextKey> contexts = new CopyOnWriteArrayList<>();
    /** How often it was asked anything but to paint. */
    volatile int questions;
    volatile String buildId = "fake-1";
    /** What fails instead of being painted, and how. */
    volatile Function<ImageRequest, @Nullable Failure> failing = _ -> null;
    /** What memory is too short for. */
    volatile Predicate<Job.Sampled> tooMuch = _ -> false;
    /** The largest tile that memory is enough for. */
    volatile int largestTile = Integer.MAX_VALUE;
    volatile Device.Kind device = Device.Kind.CPU;
    volatile int unloads;
    /** What it finds wrong with any model's files before a run. */
    volatile @Nullable Failure unfit;
    /** What it tells of a model. */
    volatile @Nullable Boolean unet;
    /** While it is closed, jobs wait in the middle until they are cancelled. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    @Override
    public Running start(Job job, Consumer<Event> listener) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        CountDownLatch cancelled = new CountDownLatch(1);
        if (job instanceof Job.Upscale upscale) {
            upscaled.add(upscale);
            Outcome made = upscale.tile() <= largestTile ? doubled(upscale.picture())
                    : tooShort(upscale.execution());
            return at(CompletableFuture.completedFuture(made), new CountDownLatch(1));
        }
        if (job instanceof Job.Film film) {
            contexts.add(film.context());
            filmed.add(film.request());
            if (tooMuch.test(film)) {
                return at(CompletableFuture.completedFuture(tooShort(film.context().execution())), new CountDownLatch(1));
            }
            List<Picture> frames = java.util.stream.IntStream.range(0, film.request().frames()).mapToObj(i -> grey(i * 10, film.request().width(), film.request().height())).toList();
            return at(CompletableFuture.completedFuture(new Outcome.Done(new Result.Filmed(frames, film.request().fps(), film.request().seed(),
                    new Timings(Map.of(Phase.SAMPLING, 1.0), 0.9, 1.0), -1, buildId))), new CountDownLatch(1));
        }
        if (job instanceof Job.Canny canny) {
            edged.add(canny);
            return at(CompletableFuture.completedFuture(new Outcome.Done(new Result.Painted(canny.picture(), 0, new Timings(Map.of(), 0, 0), -1, buildId))),
                    new CountDownLatch(1));
        }
        if (job instanceof Job.Convert convert) {
            converted.add(convert);
            return at(CompletableFuture.completedFuture(copied(convert)), new CountDownLatch(1));
        }
        contexts.add(((Job.Paint) job).context());
        thread.execute(() -> outcome.complete(work((Job.Paint) job, listener, cancelled)));
        return at(outcome, cancelled);
    }

    private static Outcome tooShort(Execution execution) {
        return new Outcome.Failed(new Failure.OutOfMemory(execution.rung(), "failed to allocate"));
    }

    private static Outcome copied(Job.Convert convert) {
        try {
            Files.copy(convert.model(), convert.to());
            return new Outcome.Done(new Result.Converted(convert.to(), new Timings(Map.of(Phase.CONVERTING, 1.0), 0.9, 1.0)));
        } catch (IOException e) {
            return new Outcome.Failed(new Failure.EngineFailed(e.toString()));
        }
    }

    private Outcome doubled(Picture small) {
        byte[] samples = new byte[small.samples().length * 4];
        for (int at = 0; at < samples.length; at++) {
            int pixel = at / 3;
            samples[at] = (byte) small.at(pixel % (small.width() * 2) / 2, pixel / (small.width() * 2) / 2, at % 3);
        }
        return new Outcome.Done(new Result.Painted(Picture.of(small.width() * 2, small.height() * 2, 3, samples), 0,
                new Timings(Map.of(Phase.UPSCALING, 1.0), 0.9, 1.0), -1, buildId));
    }

    private static Running at(CompletableFuture<Outcome> outcome, CountDownLatch cancelled) {
        return new Running() {
            @Override
            public CompletableFuture<Outcome> outcome() {
                return outcome;
            }

            @Override
            public void cancel() {
                cancelled.countDown();
            }

            @Override
            public void forceStop() {
                cancelled.countDown();
            }
        };
    }

    private Outcome work(Job.Paint job, Consumer<Event> listener, CountDownLatch cancelled) {
        ImageRequest request = job.request();
        painted.add(request);
        listener.accept(new Event.PhaseBegan(Phase.SAMPLING));
        listener.accept(new Event.Progress(Phase.SAMPLING, 1, 2, 0.5));
        listener.accept(new Event.PreviewPainted(1, colour(request, 8, 8)));
        try {
            while (!gate.await(5, TimeUnit.MILLISECONDS)) {
                if (cancelled.getCount() == 0) {
                    return new Outcome.Failed(new Failure.Cancelled());
                }
            }
        } catch (InterruptedException e) {
            return new Outcome.Failed(new Failure.EngineFailed("interrupted"));
        }
        if (tooMuch.test(job)) {
            return tooShort(job.context().execution());
        }
        Failure failure = failing.apply(request);
        if (failure != null) {
            return new Outcome.Failed(failure);
        }
        return new Outcome.Done(new Result.Painted(colour(request, request.width(), request.height()), request.seed(),
                new Timings(Map.of(Phase.SAMPLING, 1.0), 0.9, 1.0), -1, buildId));
    }

    /** The sample that all of a picture is made of. */
    static int colour(ImageRequest request) {
        return (int) (request.prompt().hashCode() * 31 + request.seed()) & 0xFF;
    }

    private static Picture colour(ImageRequest request, int width, int height) {
        return grey(colour(request), width, height);
    }

    private static Picture grey(int level, int width, int height) {
        byte[] samples = new byte[width * height * 3];
        Arrays.fill(samples, (byte) level);
        return Picture.of(width, height, 3, samples);
    }

    @Override
    public Optional<Failure> examine(ModelFiles files, List<Embedding> embeddings, List<Lora> loras) {
        return Optional.ofNullable(unfit);
    }

    @Override
    public Optional<Boolean> isUnet(ModelFiles files) {
        return Optional.ofNullable(unet);
    }

    @Override
    public List<Device> devices() {
        questions++;
        return List.of(new Device("CPU", "a device", device, 1, 1));
    }

    @Override
    public Versions versions() {
        questions++;
        return new Versions(1, "fake", "none", buildId, "");
    }

    @Override
    public void unload() {
        unloads++;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
