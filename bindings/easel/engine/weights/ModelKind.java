package easel.engine.weights;

import easel.engine.Failure;
import easel.engine.Part;
import easel.platform.Language;
import easel.platform.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model file is good for; the code in {@link Failure.WrongPart} and {@link Failure.WrongKind}. */
public enum ModelKind {
    /** A diffusion model with its text encoder, often with its VAE. */
    CHECKPOINT(Part.CHECKPOINT),
    /** A diffusion model alone. */
    DIFFUSION_MODEL(Part.DIFFUSION_MODEL),
    VAE(Part.VAE),
    AUDIO_VAE(Part.AUDIO_VAE),
    TAESD(Part.TAESD),
    CLIP_L(Part.CLIP_L),
    CLIP_G(Part.CLIP_G),
    /** OpenCLIP-H, SD2's text encoder. */
    CLIP_H(null),
    T5XXL(Part.T5XXL),
    LLM(Part.LLM),
    LLM_VISION(Part.LLM_VISION),
    CLIP_VISION(Part.CLIP_VISION),
    EMBEDDINGS_CONNECTORS(Part.EMBEDDINGS_CONNECTORS),
    CONTROL_NET(Part.CONTROL_NET),
    PHOTO_MAKER(Part.PHOTO_MAKER),
    LORA(null),
    /** A textual inversion. */
    EMBEDDING(null),
    /** An ESRGAN. */
    UPSCALER(null),
    /** AnimateDiff's, which the engine does not know. */
    MOTION_MODULE(null),
    /** An IP-Adapter, which the engine does not know. */
    IP_ADAPTER(null),
    /** Sound tensors of something unknown. */
    UNKNOWN_TENSORS(null);

    private final @Nullable Part part;

    ModelKind(@Nullable Part part) {
        this.part = part;
    }

    /** As which part such a file is given to the engine; none for those that are no part of a model. */
    public Optional<Part> part() {
        return Optional.ofNullable(part);
    }

    /** Words for people. */
    public String say(Language language) {
        return Words.of(Failure.class, language).say("name." + name());
    }
}
