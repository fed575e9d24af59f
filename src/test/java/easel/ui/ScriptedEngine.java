package easel.ui;

import easel.engine.Device;
import easel.engine.Embedding;
import easel.engine.Engine;
import easel.engine.Event;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** An engine for window tests: it plays a script of phases and steps, and paints bands of colour. */
class ScriptedEngine implements Engine {

    private final long stepMs;
    private final long phaseMs;
    private final Function<ImageRequest, Failure> failure;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> Thread.ofPlatform().daemon().name("scripted-engine").unstarted(work));
    private volatile boolean loaded;
    private int holdAt = Integer.MAX_VALUE;

    /** @param failure what a request fails with; null paints it */
    ScriptedEngine(long phaseMs, long stepMs, Function<ImageRequest, Failure> failure) {
        this.phaseMs = phaseMs;
        this.stepMs = stepMs;
        this.failure = failure;
    }

    /** One that is quick and never fails. */
    static ScriptedEngine quick() {
        return new ScriptedEngine(1, 5, _ -> null);
    }

    /** One that stops before this step of every picture, however slow the machine is, until it is let go. */
    static ScriptedEngine holdingAt(int step) {
        ScriptedEngine engine = quick();
        engine.holdAt(step);
        return engine;
    }

    /** From now on it stops before this step. */
    synchronized void holdAt(int step) {
        holdAt = step;
    }

    /** From now on it holds no more. */
    synchronized void letGo() {
        holdAt = Integer.MAX_VALUE;
        notifyAll();
    }

    private synchronized void awaitLeave(int step) throws InterruptedException {
        while (step >= holdAt) {
            wait();
        }
    }

    @Override
    public Running start(Job job, Consumer<Event> listener) {
        Play play = new Play((Job.Paint) job, listener);
        thread.execute(play);
        return play;
    }

    @Override
    public Optional<Failure> examine(ModelFiles files, List<Embedding> embeddings, List<Lora> loras) {
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> isUnet(ModelFiles files) {
        return Optional.empty();
    }

    @Override
    public List<Device> devices() {
        return List.of(new Device("CPU", "Scripted processor", Device.Kind.CPU, 8L << 30, 16L << 30));
    }

    @Override
    public Versions versions() {
        return new Versions(1, "scripted", "scripted", "scripted", "");
    }

    @Override
    public void unload() {
        loaded = false;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private final class Play implements Running, Runnable {
        private final Job.Paint job;
        private final Consumer<Event> listener;
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private volatile boolean cancelled;

        Play(Job.Paint job, Consumer<Event> listener) {
            this.job = job;
            this.listener = listener;
        }

        @Override
        public void run() {
            try {
                outcome.complete(play());
            } catch (InterruptedException closed) {
                outcome.complete(new Outcome.Failed(new Failure.Cancelled()));
            } catch (RuntimeException e) {
                outcome.complete(new Outcome.Failed(new Failure.EngineFailed(e.toString())));
            }
        }

        private Outcome play() throws InterruptedException {
            ImageRequest request = job.request();
            long began = System.nanoTime();
            if (!loaded) {
                phase(Phase.STARTING_ENGINE);
                phase(Phase.LOADING_MODEL);
                loaded = true;
            }
            phase(Phase.READING_TEXT);
            Failure fails = failure.apply(request);
            listener.accept(new Event.PhaseBegan(Phase.SAMPLING));
            int steps = request.sampling().steps();
            for (int step = 1; step <= steps; step++) {
                Thread.sleep(stepMs);
                awaitLeave(step);
                if (cancelled) {
                    return new Outcome.Failed(new Failure.Cancelled());
                }
                if (fails != null && step > steps / 2) {
                    listener.accept(new Event.Logged(Event.Logged.Level.ERROR, "scripted failure at step " + step));
                    return new Outcome.Failed(fails);
                }
                listener.accept(new Event.Progress(Phase.SAMPLING, step, steps, stepMs / 1e3));
                listener.accept(new Event.PreviewPainted(step, paint(request, 1.0 - (double) step / steps)));
            }
            phase(Phase.DECODING);
            var phases = new EnumMap<Phase, Double>(Phase.class);
            phases.put(Phase.SAMPLING, steps * stepMs / 1e3);
            double total = (System.nanoTime() - began) / 1e9;
            return new Outcome.Done(new Result.Painted(paint(request, 0), request.seed(), new Timings(phases, total, total), 400L << 20, "scripted"));
        }

        private void phase(Phase phase) throws InterruptedException {
            listener.accept(new Event.PhaseBegan(phase));
            Thread.sleep(phaseMs);
        }

        @Override
        public CompletableFuture<Outcome> outcome() {
            return outcome;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void forceStop() {
            cancelled = true;
        }
    }

    /** A sky over a hill with a sun, in colours of the seed, under {@code noise} from 0 to 1. */
    static Picture paint(ImageRequest request, double noise) {
        int w = request.width();
        int h = request.height();
        byte[] samples = new byte[w * h * 3];
        long seed = request.seed();
        float hue = (seed % 97) / 97f;
        java.util.Random random = new java.util.Random(seed);
        double sunX = 0.2 + 0.6 * random.nextDouble();
        double sunY = 0.2 + 0.2 * random.nextDouble();
        double bend = 4 + 6 * random.nextDouble();
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double u = (double) x / w;
                double v = (double) y / h;
                double hill = 0.62 + 0.1 * Math.sin(bend * u) + 0.05 * Math.sin(3 * bend * u);
                double toSun = Math.hypot((u - sunX) * w / h, v - sunY);
                int rgb = v > hill ? java.awt.Color.HSBtoRGB(hue + 0.5f, 0.35f, (float) (0.5 - 0.3 * v))
                        : toSun < 0.09 ? 0xFFDF7A : java.awt.Color.HSBtoRGB(hue + 0.15f * (float) v, 0.45f, (float) (0.6 + 0.35 * v));
                for (int c = 0; c < 3; c++) {
                    int plain = rgb >> (16 - 8 * c) & 0xFF;
                    samples[(y * w + x) * 3 + c] = (byte) Math.clamp(Math.round(plain + noise * 120 * random.nextGaussian()), 0, 255);
                }
            }
        }
        return Picture.of(w, h, 3, samples);
    }
}
