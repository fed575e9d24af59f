package easel.support;

import easel.engine.ContextKey;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.ModelFiles;
import easel.engine.Preview;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.weights.Starter;
import easel.platform.Home;
import java.nio.file.Path;

/** The real weights and the real library for tests, and small jobs on them. */
public final class RealEngine {

    private RealEngine() {}

    /** Beside the build's other output, so that one unpacking serves every test. */
    public static Path data() {
        return Path.of(System.getProperty("easel.test.data", "target/test-data")).toAbsolutePath();
    }

    public static ModelFiles starter() {
        try {
            return new Starter(Home.folder(), data()).files();
        } catch (EngineException e) {
            throw new AssertionError(e);
        }
    }

    public static ContextKey starterOnCpu() {
        return ContextKey.of(starter(), Execution.cpu(2));
    }

    public static ImageRequest request(String prompt, int steps, long seed) {
        return ImageRequest.text(prompt, "", 128, 128, new Sampling(Sampler.EULER, Scheduler.DISCRETE, steps, 4), seed);
    }

    /** The first launch's picture with fewer steps. */
    public static Job.Paint smallJob(int steps, long seed) {
        return new Job.Paint(starterOnCpu(), request("mountains at sunset, purple sky, sun, clouds", steps, seed), Preview.NONE);
    }
}
