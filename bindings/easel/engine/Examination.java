package easel.engine;

import java.util.List;
import java.util.Optional;

/** Looks at files before an engine is asked to take them. It may read headers, so it may take a while. */
public interface Examination {

    /** The first thing that is wrong with a job; empty if nothing is known to be. */
    Optional<Failure> of(Job job);

    /** The same for a model's files and the embeddings and LoRAs on it, before there is a job. */
    Optional<Failure> of(ModelFiles files, List<Embedding> embeddings, List<Lora> loras);

    /** Whether a model is a UNet; empty if that is not known. */
    Optional<Boolean> isUnet(ModelFiles files);
}
