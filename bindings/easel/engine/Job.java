package easel.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of work for the engine. */
public sealed interface Job {

    /** Work of a loaded model, which can be asked for again with less memory. */
    sealed interface Sampled extends Job permits Paint, Film {

        ContextKey context();

        /** How its pictures are decoded in parts, or null for whole ones. */
        @Nullable Tiling tiling();

        /** The same work on another rung of the memory ladder. */
        Sampled on(Rung rung);
    }

    /** A picture from words, or from a picture and words. */
    record Paint(ContextKey context, ImageRequest request, Preview preview) implements Sampled {

        @Override
        public @Nullable Tiling tiling() {
            return request.tiling();
        }

        @Override
        public Paint on(Rung rung) {
            return new Paint(context.on(rung), request, preview);
        }
    }

    /** A video from words, and from pictures where the request has them. */
    record Film(ContextKey context, VideoRequest request, Preview preview) implements Sampled {

        @Override
        public @Nullable Tiling tiling() {
            return request.tiling();
        }

        @Override
        public Film on(Rung rung) {
            return new Film(context.on(rung), request, preview);
        }
    }

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

    /**
     * A picture's edges as the engine draws them, white on black.
     *
     * @param high how steep a strong edge is, as a part of the steepest slope in the picture
     * @param low  how steep one is that hangs on a strong one, as a part of {@code high}
     */
    record Canny(Picture picture, double high, double low) implements Job {}

    /** Where and how it is done; a conversion and edges are the processor's work. */
    default Execution execution() {
        return switch (this) {
            case Sampled sampled -> sampled.context().execution();
            case Upscale upscale -> upscale.execution;
            case Convert _, Canny _ -> Execution.cpu(1);
        };
    }

    /** The files this job reads. */
    default List<Path> reads() {
        return switch (this) {
            case Paint paint -> {
                List<Path> files = read(paint.context, paint.request.loras());
                if (paint.request.photo() != null && paint.request.photo().embedding() != null) {
                    files.add(paint.request.photo().embedding());
                }
                if (paint.request.hires() != null && paint.request.hires().model() != null) {
                    files.add(paint.request.hires().model());
                }
                yield List.copyOf(files);
            }
            case Film film -> List.copyOf(read(film.context, film.request.loras()));
            case Upscale upscale -> List.of(upscale.model);
            case Canny _ -> List.of();
            case Convert convert -> convert.vae == null ? List.of(convert.model) : List.of(convert.model, convert.vae);
        };
    }

    private static List<Path> read(ContextKey context, List<Lora> loras) {
        List<Path> files = new ArrayList<>(context.files().parts().values());
        context.embeddings().forEach(e -> files.add(e.file()));
        loras.forEach(l -> files.add(l.file()));
        return files;
    }
}
