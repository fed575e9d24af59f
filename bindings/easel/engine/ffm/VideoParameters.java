package easel.engine.ffm;

import easel.engine.ContextKey;
import easel.engine.Picture;
import easel.engine.VideoRequest;
import easel.sd.Sd;
import easel.sd.sd_sample_params_t;
import easel.sd.sd_vid_gen_params_t;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A {@link VideoRequest} as the struct that a video is painted from. */
final class VideoParameters {

    /** The library looks at the boundary for when the model for high noise ends. */
    private static final int BY_BOUNDARY = -1;

    private VideoParameters() {}

    /** The struct, alive as long as {@code arena}; prompts have been made fit by {@link PromptText}. */
    static MemorySegment of(VideoRequest request, String prompt, String negative, ContextKey context, Arena arena) {
        MemorySegment p = sd_vid_gen_params_t.allocate(arena);
        Sd.sd_vid_gen_params_init(p);
        sd_vid_gen_params_t.prompt(p, arena.allocateFrom(prompt));
        sd_vid_gen_params_t.negative_prompt(p, arena.allocateFrom(negative));
        sd_vid_gen_params_t.clip_skip(p, request.clipSkip());
        sd_vid_gen_params_t.width(p, request.width());
        sd_vid_gen_params_t.height(p, request.height());
        sd_vid_gen_params_t.video_frames(p, request.frames());
        sd_vid_gen_params_t.fps(p, request.fps());
        sd_vid_gen_params_t.seed(p, request.seed());
        SamplingParameters.set(sd_vid_gen_params_t.sample_params(p), request.sampling(), arena);
        MemorySegment high = sd_vid_gen_params_t.high_noise_sample_params(p);
        SamplingParameters.set(high, request.highNoise() == null ? request.sampling() : request.highNoise(), arena);
        if (request.highNoise() == null) {
            sd_sample_params_t.sample_steps(high, BY_BOUNDARY);
        }
        sd_vid_gen_params_t.moe_boundary(p, (float) request.boundary());
        if (!request.loras().isEmpty()) {
            sd_vid_gen_params_t.loras(p, ImageParameters.loras(request.loras(), arena));
            sd_vid_gen_params_t.lora_count(p, request.loras().size());
        }
        put(sd_vid_gen_params_t.init_image(p), request.first(), arena);
        put(sd_vid_gen_params_t.end_image(p), request.last(), arena);
        if (!request.control().isEmpty()) {
            sd_vid_gen_params_t.control_frames(p, ImageParameters.images(request.control(), arena));
            sd_vid_gen_params_t.control_frames_size(p, request.control().size());
            sd_vid_gen_params_t.vace_strength(p, (float) request.following());
        }
        ImageParameters.tiling(sd_vid_gen_params_t.vae_tiling_params(p), VaeTiles.of(request, context));
        CacheParameters.set(sd_vid_gen_params_t.cache(p), request.cache(), arena);
        return p;
    }

    private static void put(MemorySegment image, @Nullable Picture picture, Arena arena) {
        if (picture != null) {
            ImageParameters.image(image, picture, arena);
        }
    }
}
