package easel.run;

import easel.engine.Engine;
import easel.engine.Execution;
import easel.engine.Preview;
import easel.engine.weights.ModelCheck;
import easel.engine.worker.WorkerEngine;
import easel.engine.worker.WorkerOptions;
import easel.graph.Document;
import easel.graph.Value;
import easel.platform.Folders;
import easel.platform.Home;
import easel.run.store.Store;
import easel.support.PlainPreset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program with a kept queue, to be killed: {@code FOLDER fake|real JOBS}. Queues so many jobs, or with 0 only goes on
 * with what is there, and ends once nothing is left. Says {@code ready} when it is about to begin.
 */
final class QueueApp {

    static final int FIRST_SEED = 1000;

    private QueueApp() {}

    static Folders folders(Path folder) {
        return new Folders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"), folder.resolve("state"));
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        boolean real = arguments[1].equals("real");
        int jobs = Integer.parseInt(arguments[2]);
        Folders folders = folders(folder);
        try (Engine engine = real ? realEngine(folders) : fakeEngine(); Studio studio = Studio.keeping(engine, folders, Home.folder(), Studio.Limits.STANDARD);
                Store store = Store.open(folders, failure -> System.err.println(failure))) {
            System.out.println("ready");
            if (jobs > 0) {
                studio.submit(document(folder, real).withCount(jobs), new RunOptions(Execution.cpu(1), Preview.NONE, folder.resolve("pictures")));
                System.out.println("queued");
            }
            studio.goOn();
            while (!store.queue().rows().isEmpty()) {
                if (store.queue().isPaused()) {
                    store.queue().setPaused(false);   // as a person would who knows who it was
                }
                Thread.sleep(5);
            }
        }
    }

    private static Engine realEngine(Folders folders) {
        return new WorkerEngine(WorkerOptions.of(Home.library(), folders.state()), new ModelCheck());
    }

    private static Engine fakeEngine() {
        FakeEngine engine = new FakeEngine();
        engine.failing = _ -> {
            try {
                Thread.sleep(8);   // not a failure, but time to be killed in
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        };
        return engine;
    }

    private static Document document(Path folder, boolean real) throws Exception {
        Document document = PlainPreset.document();
        if (!real) {
            Path model = folder.resolve("model.safetensors");
            if (!Files.exists(model)) {
                Files.writeString(model, "weights");
            }
            document = Bench.set(document, "model.checkpoint", Value.of(model.toString()));
        }
        document = Bench.set(document, "sampler.seed", Value.Seed.fixed(FIRST_SEED));
        return Bench.set(Bench.set(Bench.set(document, "sampler.steps", Value.of(1)), "sampler.width", Value.of(64)), "sampler.height", Value.of(64));
    }
}
