package easel.run;

import easel.engine.EngineException;
import easel.engine.weights.ModelFile;
import easel.engine.weights.ModelKind;
import easel.models.Contents;
import easel.models.Kind;
import java.nio.file.Path;
import java.util.Set;

/** What model files are for, told from their headers: a few milliseconds a file, however large. */
public final class ModelHeads implements Contents {

    @Override
    public Set<Kind> of(Path file) {
        try {
            return kinds(ModelFile.read(file).kind());
        } catch (EngineException wrong) {
            return ANY;   // whoever chooses it is told why it cannot be taken
        }
    }

    /** Another Easel may know more kinds of files. */
    @Override
    public String version() {
        return Version.TEXT;
    }

    private static Set<Kind> kinds(ModelKind kind) {
        return switch (kind) {
            case CHECKPOINT -> Set.of(Kind.CHECKPOINT);
            case DIFFUSION_MODEL -> Set.of(Kind.DIFFUSION_MODEL);
            case VAE, AUDIO_VAE -> Set.of(Kind.VAE);
            case TAESD -> Set.of(Kind.TAESD);
            case CLIP_L, CLIP_G, CLIP_H, T5XXL, LLM, LLM_VISION, EMBEDDINGS_CONNECTORS -> Set.of(Kind.TEXT_ENCODER);
            case CLIP_VISION -> Set.of(Kind.VISION);
            case CONTROL_NET -> Set.of(Kind.CONTROL_NET);
            case PHOTO_MAKER -> Set.of(Kind.PHOTO_MAKER);
            case LORA -> Set.of(Kind.LORA);
            case EMBEDDING -> Set.of(Kind.EMBEDDING);
            case UPSCALER -> Set.of(Kind.UPSCALER);
            case MOTION_MODULE, IP_ADAPTER -> Set.of();
            case UNKNOWN_TENSORS -> ANY;
        };
    }
}
