package easel.bench;

import easel.engine.Device;
import easel.engine.Embedding;
import easel.engine.Engine;
import easel.engine.EngineException;
import easel.engine.Event;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Running;
import easel.engine.Versions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An engine that counts what it is asked. */
final class CountedEngine implements Engine {

    private final Engine engine;
    private final AtomicInteger calls = new AtomicInteger();

    CountedEngine(Engine engine) {
        this.engine = engine;
    }

    int calls() {
        return calls.get();
    }

    @Override
    public Running start(Job job, Consumer<Event> listener) {
        calls.incrementAndGet();
        return engine.start(job, listener);
    }

    @Override
    public Optional<Failure> examine(ModelFiles files, List<Embedding> embeddings, List<Lora> loras) {
        return engine.examine(files, embeddings, loras);
    }

    @Override
    public Optional<Boolean> isUnet(ModelFiles files) {
        return engine.isUnet(files);
    }

    @Override
    public List<Device> devices() throws EngineException {
        calls.incrementAndGet();
        return engine.devices();
    }

    @Override
    public Versions versions() throws EngineException {
        calls.incrementAndGet();
        return engine.versions();
    }

    @Override
    public void unload() {
        calls.incrementAndGet();
        engine.unload();
    }

    /** Leaves the engine to who made it. */
    @Override
    public void close() {}
}
