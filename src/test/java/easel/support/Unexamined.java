package easel.support;

import easel.engine.Embedding;
import easel.engine.Examination;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import java.util.List;
import java.util.Optional;

/**
 * Looks at nothing and always finds the same.
 *
 * @param found what it finds
 */
public record Unexamined(Optional<Failure> found) implements Examination {

    /** Finds nothing wrong. */
    public Unexamined() {
        this(Optional.empty());
    }

    @Override
    public Optional<Failure> of(Job job) {
        return found;
    }

    @Override
    public Optional<Failure> of(ModelFiles files, List<Embedding> embeddings, List<Lora> loras) {
        return found;
    }

    @Override
    public Optional<Boolean> isUnet(ModelFiles files) {
        return Optional.empty();
    }
}
