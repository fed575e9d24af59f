#include "easel_check.h"

#include <climits>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <string>

#include "ggml-backend.h"

namespace easel {
namespace {

constexpr size_t PROMPT_LIMIT = 8192;   // bytes: std::regex recurses over the prompt, 8 kB fit an 8 MB stack
constexpr size_t PATH_LIMIT   = 32768;  // bytes: more than any system's longest path
constexpr int SIZE_LIMIT      = 16384;  // pixels a side
constexpr int FRAME_LIMIT     = 1024;   // of a video; the library holds all of them at once
constexpr int PHOTO_LIMIT     = 16;     // each takes a token of the prompt's 77

bool refuse(easel_error& error, const char* field, const std::string& value, const std::string& allowed) {
    snprintf(error.field, sizeof error.field, "%s", field);
    snprintf(error.value, sizeof error.value, "%s", value.c_str());
    snprintf(error.allowed, sizeof error.allowed, "%s", allowed.c_str());
    return false;
}

std::string number(double value) {
    char text[40];
    snprintf(text, sizeof text, "%.9g", value);
    return text;
}

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(const char* text, size_t length) {
    const unsigned char* s = reinterpret_cast<const unsigned char*>(text);
    for (size_t i = 0; i < length;) {
        unsigned char c = s[i];
        size_t more     = c < 0x80 ? 0 : c >= 0xC2 && c <= 0xDF ? 1 : (c & 0xF0) == 0xE0 ? 2 : c >= 0xF0 && c <= 0xF4 ? 3 : 9;
        if (more == 9 || i + more >= length) {
            return false;
        }
        for (size_t k = 1; k <= more; k++) {
            if ((s[i + k] & 0xC0) != 0x80) {
                return false;
            }
        }
        if ((c == 0xE0 && s[i + 1] < 0xA0) || (c == 0xED && s[i + 1] > 0x9F) || (c == 0xF0 && s[i + 1] < 0x90) ||
            (c == 0xF4 && s[i + 1] > 0x8F)) {
            return false;
        }
        i += more + 1;
    }
    return true;
}

bool check_enum(const char* field, int value, int count, easel_error& error) {
    return check_range(field, value, 0, count - 1, error);
}

bool check_paths(const sd_ctx_params_t& p, easel_error& error) {
    const struct { const char* field; const char* path; } paths[] = {
        {"model_path", p.model_path}, {"clip_l_path", p.clip_l_path}, {"clip_g_path", p.clip_g_path},
        {"clip_vision_path", p.clip_vision_path}, {"t5xxl_path", p.t5xxl_path}, {"llm_path", p.llm_path},
        {"llm_vision_path", p.llm_vision_path}, {"diffusion_model_path", p.diffusion_model_path},
        {"high_noise_diffusion_model_path", p.high_noise_diffusion_model_path},
        {"uncond_diffusion_model_path", p.uncond_diffusion_model_path},
        {"embeddings_connectors_path", p.embeddings_connectors_path}, {"vae_path", p.vae_path},
        {"audio_vae_path", p.audio_vae_path}, {"taesd_path", p.taesd_path}, {"control_net_path", p.control_net_path},
        {"photo_maker_path", p.photo_maker_path}};
    for (const auto& entry : paths) {
        if (entry.path && !check_text(entry.field, entry.path, PATH_LIMIT, error)) {
            return false;
        }
    }
    bool has = (p.model_path && *p.model_path) || (p.diffusion_model_path && *p.diffusion_model_path);
    return has || refuse(error, "model_path", "", "a checkpoint or a diffusion model");
}

bool check_sampling(const sd_sample_params_t& s, easel_error& error) {
    if (!check_enum("sample_method", s.sample_method, SAMPLE_METHOD_COUNT, error) ||
        !check_enum("scheduler", s.scheduler, SCHEDULER_COUNT, error)) {
        return false;
    }
    bool needs_two = s.scheduler == GITS_SCHEDULER || s.scheduler == KARRAS_SCHEDULER || s.scheduler == EXPONENTIAL_SCHEDULER;
    if (!check_range("sample_steps", s.sample_steps, needs_two ? 2 : 1, 1000, error) ||
        !check_range("txt_cfg", s.guidance.txt_cfg, 0, 100, error) ||
        !check_range("distilled_guidance", s.guidance.distilled_guidance, 0, 100, error)) {
        return false;
    }
    if (s.custom_sigmas_count != 0 && (s.custom_sigmas_count < 2 || s.custom_sigmas_count > 1001 || !s.custom_sigmas)) {
        return refuse(error, "custom_sigmas", std::to_string(s.custom_sigmas_count), "none, or 2 to 1001");
    }
    if (s.guidance.slg.layer_count != 0 && (!s.guidance.slg.layers || s.guidance.slg.layer_count > 1000)) {
        return refuse(error, "slg.layers", std::to_string(s.guidance.slg.layer_count), "0 to 1000");
    }
    // An infinite eta or image CFG is one that the library chooses.
    if ((!std::isinf(s.eta) && !check_range("eta", s.eta, 0, 100, error)) ||
        (!std::isinf(s.guidance.img_cfg) && !check_range("img_cfg", s.guidance.img_cfg, 0, 100, error))) {
        return false;
    }
    if (s.extra_sample_args && !check_text("extra_sample_args", s.extra_sample_args, 1024, error)) {
        return false;
    }
    return check_range("slg.layer_start", s.guidance.slg.layer_start, 0, 1, error) &&
           check_range("slg.layer_end", s.guidance.slg.layer_end, 0, 1, error) &&
           check_range("slg.scale", s.guidance.slg.scale, -100, 100, error) &&
           check_range("shifted_timestep", s.shifted_timestep, 0, 1000, error);
}

bool check_loras(const sd_lora_t* loras, uint32_t count, easel_error& error) {
    if (count > 0 && (!loras || count > 1000)) {
        return refuse(error, "loras", std::to_string(count), "0 to 1000");
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!check_text("lora.path", loras[i].path, PATH_LIMIT, error) ||
            !check_range("lora.multiplier", loras[i].multiplier, -100, 100, error)) {
            return false;
        }
    }
    return true;
}

bool check_tiling(const sd_tiling_params_t& t, easel_error& error) {
    return !t.enabled || (check_range("tile_size_x", t.tile_size_x, 0, 4096, error) &&
                          check_range("tile_size_y", t.tile_size_y, 0, 4096, error) &&
                          check_range("target_overlap", t.target_overlap, 0, 0.5, error));
}

bool check_cache(const sd_cache_params_t& c, easel_error& error) {
    if (!check_range("cache.mode", c.mode, SD_CACHE_DISABLED, SD_CACHE_SPECTRUM, error)) {
        return false;
    }
    if (c.mode == SD_CACHE_DISABLED) {
        return true;
    }
    // The mask's parser throws at what is no number.
    for (const char* mask = c.scm_mask ? c.scm_mask : ""; *mask; mask++) {
        if (!strchr("01,", *mask)) {
            return refuse(error, "cache.scm_mask", std::string(1, *mask), "0 and 1, commas between them");
        }
    }
    return (std::isinf(c.reuse_threshold) || check_range("cache.reuse_threshold", c.reuse_threshold, 0, 1000, error)) &&
           check_range("cache.residual_diff_threshold", c.residual_diff_threshold, 0, 1000, error) &&
           check_range("cache.Fn_compute_blocks", c.Fn_compute_blocks, 0, 1000, error) &&
           check_range("cache.Bn_compute_blocks", c.Bn_compute_blocks, 0, 1000, error) &&
           check_range("cache.max_warmup_steps", c.max_warmup_steps, 0, 1000, error) &&
           check_range("cache.taylorseer_n_derivatives", c.taylorseer_n_derivatives, 1, 2, error) &&
           check_range("cache.taylorseer_skip_interval", c.taylorseer_skip_interval, 1, 1000, error) &&
           check_range("cache.spectrum_w", c.spectrum_w, 0, 1, error) && check_range("cache.spectrum_m", c.spectrum_m, 1, 10, error) &&
           check_range("cache.spectrum_lam", c.spectrum_lam, 0.0001, 1000, error) &&
           check_range("cache.spectrum_window_size", c.spectrum_window_size, 1, 1000, error) &&
           check_range("cache.spectrum_flex_window", c.spectrum_flex_window, 0, 1000, error) &&
           check_range("cache.spectrum_warmup_steps", c.spectrum_warmup_steps, 0, 1000, error) &&
           check_range("cache.spectrum_stop_percent", c.spectrum_stop_percent, 0, 1, error);
}

bool check_photos(const sd_pm_params_t& p, easel_error& error) {
    if (p.id_images_count < 0 || p.id_images_count > PHOTO_LIMIT || (p.id_images_count > 0 && !p.id_images)) {
        return refuse(error, "id_images", std::to_string(p.id_images_count), "0 to " + std::to_string(PHOTO_LIMIT));
    }
    for (int i = 0; i < p.id_images_count; i++) {
        if (!check_image("id_images", p.id_images[i], 3, error)) {
            return false;
        }
    }
    return (!p.id_embed_path || check_text("id_embed_path", p.id_embed_path, PATH_LIMIT, error)) &&
           check_range("style_strength", p.style_strength, 0, 100, error);
}

bool check_hires(const sd_hires_params_t& h, easel_error& error) {
    if (!h.enabled) {
        return true;
    }
    if (!check_range("hires.upscaler", h.upscaler, SD_HIRES_UPSCALER_LATENT, SD_HIRES_UPSCALER_MODEL, error) ||
        !check_range("hires.target_width", h.target_width, 64, SIZE_LIMIT, error) ||
        !check_range("hires.target_height", h.target_height, 64, SIZE_LIMIT, error) ||
        !check_range("hires.steps", h.steps, 0, 1000, error) ||
        !check_range("hires.denoising_strength", h.denoising_strength, 0.0001, 1, error)) {
        return false;
    }
    if (h.upscaler == SD_HIRES_UPSCALER_MODEL && !check_text("hires.model_path", h.model_path, PATH_LIMIT, error)) {
        return false;
    }
    return h.custom_sigmas_count == 0 || refuse(error, "hires.custom_sigmas", std::to_string(h.custom_sigmas_count), "none");
}

}  // namespace

bool check_range(const char* field, double value, double least, double most, easel_error& error) {
    if (std::isfinite(value) && value >= least && value <= most) {
        return true;
    }
    return refuse(error, field, number(value), number(least) + " - " + number(most));
}

bool check_text(const char* field, const char* text, size_t limit, easel_error& error) {
    if (!text) {
        return refuse(error, field, "NULL", "a text");
    }
    size_t length = strnlen(text, limit + 1);
    if (length > limit) {
        return refuse(error, field, "> " + std::to_string(limit), "at most " + std::to_string(limit) + " bytes");
    }
    return is_utf8(text, length) || refuse(error, field, "", "valid UTF-8");
}

bool check_image(const char* field, const sd_image_t& image, uint32_t channels, easel_error& error) {
    if (!image.data || image.channel != channels || image.width < 1 || image.height < 1 || image.width > SIZE_LIMIT ||
        image.height > SIZE_LIMIT) {
        return refuse(error, field,
                      std::to_string(image.width) + "x" + std::to_string(image.height) + "x" + std::to_string(image.channel),
                      std::to_string(channels) + " channels, 1 to " + std::to_string(SIZE_LIMIT) + " pixels a side");
    }
    return true;
}

bool check_device(const char* name, easel_error& error) {
    if (!check_text("backend", name, 256, error)) {
        return false;
    }
    std::string there;
    for (size_t i = 0; i < ggml_backend_dev_count(); i++) {
        const char* device = ggml_backend_dev_name(ggml_backend_dev_get(i));
        if (strcmp(device, name) == 0) {
            return true;
        }
        there += there.empty() ? device : std::string(", ") + device;
    }
    return refuse(error, "backend", name, there);
}

bool check(const sd_ctx_params_t& p, easel_error& error) {
    if (!check_paths(p, error) || !check_range("n_threads", p.n_threads, 1, 512, error) ||
        !check_range("rng_type", p.rng_type, 0, RNG_TYPE_COUNT - 1, error) ||
        !check_range("sampler_rng_type", p.sampler_rng_type, 0, RNG_TYPE_COUNT - 1, error) ||
        // These two may be left to the library, which tells them from the file: their COUNT means so.
        !check_range("wtype", p.wtype, 0, SD_TYPE_COUNT, error) ||
        !check_range("prediction", p.prediction, 0, PREDICTION_COUNT, error) ||
        !check_range("vae_format", p.vae_format, SD_VAE_FORMAT_AUTO, SD_VAE_FORMAT_COUNT - 1, error) ||
        // AUTO picks the mode that spoils the VAE once the LoRAs of a living context change.
        !check_range("lora_apply_mode", p.lora_apply_mode, LORA_APPLY_IMMEDIATELY, LORA_APPLY_AT_RUNTIME, error)) {
        return false;
    }
    if (!std::isfinite(p.max_vram)) {
        return refuse(error, "max_vram", number(p.max_vram), "a number of GiB");
    }
    if (p.embedding_count > 0 && (!p.embeddings || p.embedding_count > 1000)) {
        return refuse(error, "embeddings", std::to_string(p.embedding_count), "0 to 1000");
    }
    for (uint32_t i = 0; i < p.embedding_count; i++) {
        if (!check_text("embedding.name", p.embeddings[i].name, 256, error) ||
            !check_text("embedding.path", p.embeddings[i].path, PATH_LIMIT, error)) {
            return false;
        }
    }
    if (!p.backend || !*p.backend) {
        return refuse(error, "backend", "", "a device's name");
    }
    return !p.params_backend || check_text("params_backend", p.params_backend, 256, error);
}

bool check(const sd_img_gen_params_t& p, easel_error& error) {
    if (!check_text("prompt", p.prompt, PROMPT_LIMIT, error) ||
        !check_text("negative_prompt", p.negative_prompt, PROMPT_LIMIT, error) ||
        !check_range("width", p.width, 64, SIZE_LIMIT, error) || !check_range("height", p.height, 64, SIZE_LIMIT, error) ||
        !check_range("clip_skip", p.clip_skip, -1, 64, error) || !check_range("batch_count", p.batch_count, 1, 1, error) ||
        !check_sampling(p.sample_params, error) || !check_range("strength", p.strength, 0, 1, error) ||
        !check_range("control_strength", p.control_strength, -10, 10, error) || !check_hires(p.hires, error)) {
        return false;
    }
    if (p.seed < 0) {
        return refuse(error, "seed", std::to_string(p.seed), "0 - " + std::to_string(INT64_MAX));
    }
    if (!check_loras(p.loras, p.lora_count, error)) {
        return false;
    }
    if (p.init_image.data && !check_image("init_image", p.init_image, 3, error)) {
        return false;
    }
    if (p.mask_image.data && !check_image("mask_image", p.mask_image, 1, error)) {
        return false;
    }
    if (p.control_image.data && !check_image("control_image", p.control_image, 3, error)) {
        return false;
    }
    if (p.hires.enabled && p.control_image.data) {
        return refuse(error, "hires", "", "not together with a ControlNet");
    }
    if (p.ref_images_count < 0 || p.ref_images_count > 64 || (p.ref_images_count > 0 && !p.ref_images)) {
        return refuse(error, "ref_images", std::to_string(p.ref_images_count), "0 to 64");
    }
    for (int i = 0; i < p.ref_images_count; i++) {
        if (!check_image("ref_images", p.ref_images[i], 3, error) ||
            !check_range("ref_images.width", p.ref_images[i].width, 16, SIZE_LIMIT, error) ||
            !check_range("ref_images.height", p.ref_images[i].height, 16, SIZE_LIMIT, error)) {
            return false;
        }
    }
    // With reference pictures and an image CFG of its own the library keeps dangling pointers.
    if (p.ref_images_count > 0 && std::isfinite(p.sample_params.guidance.img_cfg)) {
        return refuse(error, "img_cfg", number(p.sample_params.guidance.img_cfg), "unset with reference pictures");
    }
    return check_tiling(p.vae_tiling_params, error) && check_cache(p.cache, error) && check_photos(p.pm_params, error);
}

bool check(const sd_vid_gen_params_t& p, easel_error& error) {
    if (!check_text("prompt", p.prompt, PROMPT_LIMIT, error) ||
        !check_text("negative_prompt", p.negative_prompt, PROMPT_LIMIT, error) ||
        !check_range("width", p.width, 64, SIZE_LIMIT, error) || !check_range("height", p.height, 64, SIZE_LIMIT, error) ||
        !check_range("clip_skip", p.clip_skip, -1, 64, error) || !check_range("video_frames", p.video_frames, 1, FRAME_LIMIT, error) ||
        !check_range("fps", p.fps, 1, 240, error) || !check_sampling(p.sample_params, error) ||
        !check_range("moe_boundary", p.moe_boundary, 0, 1, error) || !check_range("strength", p.strength, 0, 1, error) ||
        !check_range("vace_strength", p.vace_strength, -10, 10, error)) {
        return false;
    }
    // The model for high noise may leave steps and sampler to the library.
    sd_sample_params_t high = p.high_noise_sample_params;
    high.sample_steps       = high.sample_steps == -1 ? 20 : high.sample_steps;
    high.sample_method      = high.sample_method == SAMPLE_METHOD_COUNT ? EULER_SAMPLE_METHOD : high.sample_method;
    high.scheduler          = high.scheduler == SCHEDULER_COUNT ? DISCRETE_SCHEDULER : high.scheduler;
    if (!check_sampling(high, error) || !check_loras(p.loras, p.lora_count, error)) {
        return false;
    }
    if (p.seed < 0) {
        return refuse(error, "seed", std::to_string(p.seed), "0 - " + std::to_string(INT64_MAX));
    }
    if ((p.init_image.data && !check_image("init_image", p.init_image, 3, error)) ||
        (p.end_image.data && !check_image("end_image", p.end_image, 3, error))) {
        return false;
    }
    if (p.control_frames_size < 0 || p.control_frames_size > FRAME_LIMIT || (p.control_frames_size > 0 && !p.control_frames)) {
        return refuse(error, "control_frames", std::to_string(p.control_frames_size), "0 to " + std::to_string(FRAME_LIMIT));
    }
    for (int i = 0; i < p.control_frames_size; i++) {
        if (!check_image("control_frames", p.control_frames[i], 3, error)) {
            return false;
        }
    }
    // A cancel inside its pass at a larger size leaves memory that is gone in use.
    if (p.hires.enabled) {
        return refuse(error, "hires", "", "none for a video");
    }
    return check_tiling(p.vae_tiling_params, error) && check_cache(p.cache, error);
}

}  // namespace easel
