package easel.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Does jobs, one at a time, in the order they came; keeps the model while the next job needs the same one. */
public interface Engine extends AutoCloseable {

    /**
     * Queues a job and returns at once.
     *
     * @param listener hears the job's events in order, one at a time, on a thread of the engine's; it must not block
     */
    Running start(Job job, Consumer<Event> listener);

    /** The first thing that is wrong with a model's files or the LoRAs on it; asks nothing of the engine, reads headers. */
    Optional<Failure> examine(ModelFiles files, List<Embedding> embeddings, List<Lora> loras);

    /** Whether a model is a UNet, told from its headers; empty if that is not known. */
    Optional<Boolean> isUnet(ModelFiles files);

    /**
     * What can do the work here; starts the engine if need be and may take seconds.
     *
     * @throws EngineException if there is no engine
     */
    List<Device> devices() throws EngineException;

    /**
     * What the engine is made of; starts it if need be and may take seconds.
     *
     * @throws EngineException if there is no engine
     */
    Versions versions() throws EngineException;

    /** Gives memory back: the model goes once no job runs, and is loaded again by the next one. */
    void unload();

    /** Ends the engine; jobs still on their way fail as cancelled. */
    @Override
    void close();
}
