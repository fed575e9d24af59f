package easel.engine;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of work for the engine. */
public sealed interface Job {

    /** A picture from words, or from a picture and words. */
    record Paint(ContextKey context, ImageRequest request, Preview preview) implements Job {}

    /**
     * A picture enlarged by an ESRGAN model, by the factor the model was made for.
     *
     * @param tile edge of a tile in pixels of the small picture; 0 takes the engine's 128
     */
    record Upscale(Path model, Execution execution, Picture picture, int tile) implements Job {}

    /**
     * A model written again as GGUF, its weights in another type.
     *
     * @param vae  a VAE to put in, or null
     * @param type the engine's name of a weight type, such as {@code q8_0} or {@code f16}
     */
    record Convert(Path model, @Nullable Path vae, Path to, String type) implements Job {}

    /** The files this job reads. */
    default List<Path> reads() {
        return switch (this) {
            case Paint paint -> {
                var files = new java.util.ArrayList<>(paint.context.files().parts().values());
                paint.context.embeddings().forEach(e -> files.add(e.file()));
                paint.request.loras().forEach(l -> files.add(l.file()));
                if (paint.request.hires() != null && paint.request.hires().model() != null) {
                    files.add(paint.request.hires().model());
                }
                yield List.copyOf(files);
            }
            case Upscale upscale -> List.of(upscale.model);
            case Convert convert -> convert.vae == null ? List.of(convert.model) : List.of(convert.model, convert.vae);
        };
    }
}
