package easel.engine.ffm;

import easel.engine.ContextKey;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Lora;
import easel.engine.PhotoId;
import easel.engine.Picture;
import easel.engine.Start;
import easel.engine.Tiling;
import easel.sd.Sd;
import easel.sd.sd_hires_params_t;
import easel.sd.sd_image_t;
import easel.sd.sd_img_gen_params_t;
import easel.sd.sd_lora_t;
import easel.sd.sd_pm_params_t;
import easel.sd.sd_tiling_params_t;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link ImageRequest} as the struct that a picture is painted from. */
final class ImageParameters {

    private ImageParameters() {}

    /** The struct, alive as long as {@code arena}; prompts have been made fit by {@link PromptText}. */
    static MemorySegment of(ImageRequest request, String prompt, String negative, ContextKey context, Arena arena) {
        MemorySegment p = sd_img_gen_params_t.allocate(arena);
        Sd.sd_img_gen_params_init(p);
        sd_img_gen_params_t.prompt(p, arena.allocateFrom(prompt));
        sd_img_gen_params_t.negative_prompt(p, arena.allocateFrom(negative));
        sd_img_gen_params_t.clip_skip(p, request.clipSkip());
        sd_img_gen_params_t.width(p, request.width());
        sd_img_gen_params_t.height(p, request.height());
        sd_img_gen_params_t.seed(p, request.seed());
        sd_img_gen_params_t.batch_count(p, 1);
        SamplingParameters.set(sd_img_gen_params_t.sample_params(p), request.sampling(), arena);
        CacheParameters.set(sd_img_gen_params_t.cache(p), request.cache(), arena);
        if (!request.loras().isEmpty()) {
            sd_img_gen_params_t.loras(p, loras(request.loras(), arena));
            sd_img_gen_params_t.lora_count(p, request.loras().size());
        }
        Start start = request.start();
        if (start != null) {
            image(sd_img_gen_params_t.init_image(p), start.picture(), arena);
            sd_img_gen_params_t.strength(p, (float) start.strength());
            if (start.mask() != null) {
                image(sd_img_gen_params_t.mask_image(p), start.mask(), arena);
            }
        }
        if (request.control() != null) {
            image(sd_img_gen_params_t.control_image(p), request.control().picture(), arena);
            sd_img_gen_params_t.control_strength(p, (float) request.control().strength());
        }
        if (!request.references().isEmpty()) {
            sd_img_gen_params_t.ref_images(p, images(request.references(), arena));
            sd_img_gen_params_t.ref_images_count(p, request.references().size());
            sd_img_gen_params_t.auto_resize_ref_image(p, true);
            sd_img_gen_params_t.increase_ref_index(p, request.apart());
        }
        PhotoId photo = request.photo();
        if (photo != null) {
            MemorySegment pm = sd_img_gen_params_t.pm_params(p);
            sd_pm_params_t.id_images(pm, images(photo.pictures(), arena));
            sd_pm_params_t.id_images_count(pm, photo.pictures().size());
            sd_pm_params_t.style_strength(pm, (float) photo.style());
            if (photo.embedding() != null) {
                sd_pm_params_t.id_embed_path(pm, ContextParameters.path(photo.embedding(), arena));
            }
        }
        tiling(sd_img_gen_params_t.vae_tiling_params(p), VaeTiles.of(request, context));
        if (request.hires() != null) {
            hires(sd_img_gen_params_t.hires(p), request.hires(), arena);
        }
        return p;
    }

    /** Tiles, or none. */
    static void tiling(MemorySegment t, @Nullable Tiling tiling) {
        if (tiling != null) {
            sd_tiling_params_t.enabled(t, true);
            sd_tiling_params_t.tile_size_x(t, tiling.tileWidth());
            sd_tiling_params_t.tile_size_y(t, tiling.tileHeight());
            sd_tiling_params_t.target_overlap(t, (float) tiling.overlap());
            sd_tiling_params_t.rel_size_x(t, tiling.across());
            sd_tiling_params_t.rel_size_y(t, tiling.down());
        }
    }

    private static void hires(MemorySegment h, Hires hires, Arena arena) {
        sd_hires_params_t.enabled(h, true);
        sd_hires_params_t.upscaler(h, Sd.SD_HIRES_UPSCALER_LATENT() + hires.upscaler().ordinal());
        sd_hires_params_t.target_width(h, hires.width());
        sd_hires_params_t.target_height(h, hires.height());
        sd_hires_params_t.steps(h, hires.steps());
        sd_hires_params_t.denoising_strength(h, (float) hires.strength());
        if (hires.model() != null) {
            sd_hires_params_t.model_path(h, ContextParameters.path(hires.model(), arena));
        }
    }

    static MemorySegment loras(List<Lora> loras, Arena arena) {
        MemorySegment array = sd_lora_t.allocateArray(loras.size(), arena);
        for (int i = 0; i < loras.size(); i++) {
            MemorySegment row = sd_lora_t.asSlice(array, i);
            sd_lora_t.multiplier(row, (float) loras.get(i).strength());
            sd_lora_t.is_high_noise(row, loras.get(i).highNoise());
            sd_lora_t.path(row, ContextParameters.path(loras.get(i).file(), arena));
        }
        return array;
    }

    /** Pictures as an array, in their order. */
    static MemorySegment images(List<Picture> pictures, Arena arena) {
        MemorySegment array = sd_image_t.allocateArray(pictures.size(), arena);
        for (int i = 0; i < pictures.size(); i++) {
            image(sd_image_t.asSlice(array, i), pictures.get(i), arena);
        }
        return array;
    }

    /** Writes a picture into an {@code sd_image_t}; the samples are copied into {@code arena}. */
    static void image(MemorySegment image, Picture picture, Arena arena) {
        sd_image_t.width(image, picture.width());
        sd_image_t.height(image, picture.height());
        sd_image_t.channel(image, picture.channels());
        sd_image_t.data(image, arena.allocateFrom(ValueLayout.JAVA_BYTE, picture.samples()));
    }
}
