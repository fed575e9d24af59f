#include <cstddef>

#include "easel_shim.h"

#define WHOLE(S) {#S, nullptr, 0, sizeof(S)}
#define FIELD(S, F) {#S, #F, offsetof(S, F), sizeof(((S*)nullptr)->F)}

static const easel_layout rows[] = {
    WHOLE(sd_tiling_params_t), FIELD(sd_tiling_params_t, enabled), FIELD(sd_tiling_params_t, temporal_tiling),
    FIELD(sd_tiling_params_t, tile_size_x), FIELD(sd_tiling_params_t, tile_size_y), FIELD(sd_tiling_params_t, target_overlap),
    FIELD(sd_tiling_params_t, rel_size_x), FIELD(sd_tiling_params_t, rel_size_y), FIELD(sd_tiling_params_t, extra_tiling_args),

    WHOLE(sd_embedding_t), FIELD(sd_embedding_t, name), FIELD(sd_embedding_t, path),

    WHOLE(sd_ctx_params_t), FIELD(sd_ctx_params_t, model_path), FIELD(sd_ctx_params_t, clip_l_path),
    FIELD(sd_ctx_params_t, clip_g_path), FIELD(sd_ctx_params_t, clip_vision_path), FIELD(sd_ctx_params_t, t5xxl_path),
    FIELD(sd_ctx_params_t, llm_path), FIELD(sd_ctx_params_t, llm_vision_path), FIELD(sd_ctx_params_t, diffusion_model_path),
    FIELD(sd_ctx_params_t, high_noise_diffusion_model_path), FIELD(sd_ctx_params_t, uncond_diffusion_model_path),
    FIELD(sd_ctx_params_t, embeddings_connectors_path), FIELD(sd_ctx_params_t, vae_path), FIELD(sd_ctx_params_t, audio_vae_path),
    FIELD(sd_ctx_params_t, taesd_path), FIELD(sd_ctx_params_t, control_net_path), FIELD(sd_ctx_params_t, embeddings),
    FIELD(sd_ctx_params_t, embedding_count), FIELD(sd_ctx_params_t, photo_maker_path), FIELD(sd_ctx_params_t, tensor_type_rules),
    FIELD(sd_ctx_params_t, n_threads), FIELD(sd_ctx_params_t, wtype), FIELD(sd_ctx_params_t, rng_type),
    FIELD(sd_ctx_params_t, sampler_rng_type), FIELD(sd_ctx_params_t, prediction), FIELD(sd_ctx_params_t, lora_apply_mode),
    FIELD(sd_ctx_params_t, enable_mmap), FIELD(sd_ctx_params_t, flash_attn), FIELD(sd_ctx_params_t, diffusion_flash_attn),
    FIELD(sd_ctx_params_t, tae_preview_only), FIELD(sd_ctx_params_t, diffusion_conv_direct), FIELD(sd_ctx_params_t, vae_conv_direct),
    FIELD(sd_ctx_params_t, circular_x), FIELD(sd_ctx_params_t, circular_y), FIELD(sd_ctx_params_t, force_sdxl_vae_conv_scale),
    FIELD(sd_ctx_params_t, chroma_use_dit_mask), FIELD(sd_ctx_params_t, chroma_use_t5_mask), FIELD(sd_ctx_params_t, chroma_t5_mask_pad),
    FIELD(sd_ctx_params_t, qwen_image_zero_cond_t), FIELD(sd_ctx_params_t, vae_format), FIELD(sd_ctx_params_t, max_vram),
    FIELD(sd_ctx_params_t, stream_layers), FIELD(sd_ctx_params_t, backend), FIELD(sd_ctx_params_t, params_backend),

    WHOLE(sd_image_t), FIELD(sd_image_t, width), FIELD(sd_image_t, height), FIELD(sd_image_t, channel), FIELD(sd_image_t, data),

    WHOLE(sd_slg_params_t), FIELD(sd_slg_params_t, layers), FIELD(sd_slg_params_t, layer_count), FIELD(sd_slg_params_t, layer_start),
    FIELD(sd_slg_params_t, layer_end), FIELD(sd_slg_params_t, scale),

    WHOLE(sd_guidance_params_t), FIELD(sd_guidance_params_t, txt_cfg), FIELD(sd_guidance_params_t, img_cfg),
    FIELD(sd_guidance_params_t, distilled_guidance), FIELD(sd_guidance_params_t, slg),

    WHOLE(sd_sample_params_t), FIELD(sd_sample_params_t, guidance), FIELD(sd_sample_params_t, scheduler),
    FIELD(sd_sample_params_t, sample_method), FIELD(sd_sample_params_t, sample_steps), FIELD(sd_sample_params_t, eta),
    FIELD(sd_sample_params_t, shifted_timestep), FIELD(sd_sample_params_t, custom_sigmas), FIELD(sd_sample_params_t, custom_sigmas_count),
    FIELD(sd_sample_params_t, flow_shift), FIELD(sd_sample_params_t, extra_sample_args),

    WHOLE(sd_pm_params_t), FIELD(sd_pm_params_t, id_images), FIELD(sd_pm_params_t, id_images_count),
    FIELD(sd_pm_params_t, id_embed_path), FIELD(sd_pm_params_t, style_strength),

    WHOLE(sd_cache_params_t), FIELD(sd_cache_params_t, mode), FIELD(sd_cache_params_t, reuse_threshold),
    FIELD(sd_cache_params_t, start_percent), FIELD(sd_cache_params_t, end_percent), FIELD(sd_cache_params_t, error_decay_rate),
    FIELD(sd_cache_params_t, use_relative_threshold), FIELD(sd_cache_params_t, reset_error_on_compute),
    FIELD(sd_cache_params_t, Fn_compute_blocks), FIELD(sd_cache_params_t, Bn_compute_blocks),
    FIELD(sd_cache_params_t, residual_diff_threshold), FIELD(sd_cache_params_t, max_warmup_steps),
    FIELD(sd_cache_params_t, max_cached_steps), FIELD(sd_cache_params_t, max_continuous_cached_steps),
    FIELD(sd_cache_params_t, taylorseer_n_derivatives), FIELD(sd_cache_params_t, taylorseer_skip_interval),
    FIELD(sd_cache_params_t, scm_mask), FIELD(sd_cache_params_t, scm_policy_dynamic), FIELD(sd_cache_params_t, spectrum_w),
    FIELD(sd_cache_params_t, spectrum_m), FIELD(sd_cache_params_t, spectrum_lam), FIELD(sd_cache_params_t, spectrum_window_size),
    FIELD(sd_cache_params_t, spectrum_flex_window), FIELD(sd_cache_params_t, spectrum_warmup_steps),
    FIELD(sd_cache_params_t, spectrum_stop_percent),

    WHOLE(sd_lora_t), FIELD(sd_lora_t, is_high_noise), FIELD(sd_lora_t, multiplier), FIELD(sd_lora_t, path),

    WHOLE(sd_hires_params_t), FIELD(sd_hires_params_t, enabled), FIELD(sd_hires_params_t, upscaler),
    FIELD(sd_hires_params_t, model_path), FIELD(sd_hires_params_t, scale), FIELD(sd_hires_params_t, target_width),
    FIELD(sd_hires_params_t, target_height), FIELD(sd_hires_params_t, steps), FIELD(sd_hires_params_t, denoising_strength),
    FIELD(sd_hires_params_t, upscale_tile_size), FIELD(sd_hires_params_t, custom_sigmas), FIELD(sd_hires_params_t, custom_sigmas_count),

    WHOLE(sd_img_gen_params_t), FIELD(sd_img_gen_params_t, loras), FIELD(sd_img_gen_params_t, lora_count),
    FIELD(sd_img_gen_params_t, prompt), FIELD(sd_img_gen_params_t, negative_prompt), FIELD(sd_img_gen_params_t, clip_skip),
    FIELD(sd_img_gen_params_t, init_image), FIELD(sd_img_gen_params_t, ref_images), FIELD(sd_img_gen_params_t, ref_images_count),
    FIELD(sd_img_gen_params_t, auto_resize_ref_image), FIELD(sd_img_gen_params_t, increase_ref_index),
    FIELD(sd_img_gen_params_t, mask_image), FIELD(sd_img_gen_params_t, width), FIELD(sd_img_gen_params_t, height),
    FIELD(sd_img_gen_params_t, sample_params), FIELD(sd_img_gen_params_t, strength), FIELD(sd_img_gen_params_t, seed),
    FIELD(sd_img_gen_params_t, batch_count), FIELD(sd_img_gen_params_t, control_image), FIELD(sd_img_gen_params_t, control_strength),
    FIELD(sd_img_gen_params_t, pm_params), FIELD(sd_img_gen_params_t, vae_tiling_params), FIELD(sd_img_gen_params_t, cache),
    FIELD(sd_img_gen_params_t, hires),

    WHOLE(sd_vid_gen_params_t), FIELD(sd_vid_gen_params_t, loras), FIELD(sd_vid_gen_params_t, lora_count),
    FIELD(sd_vid_gen_params_t, prompt), FIELD(sd_vid_gen_params_t, negative_prompt), FIELD(sd_vid_gen_params_t, clip_skip),
    FIELD(sd_vid_gen_params_t, init_image), FIELD(sd_vid_gen_params_t, end_image), FIELD(sd_vid_gen_params_t, control_frames),
    FIELD(sd_vid_gen_params_t, control_frames_size), FIELD(sd_vid_gen_params_t, width), FIELD(sd_vid_gen_params_t, height),
    FIELD(sd_vid_gen_params_t, sample_params), FIELD(sd_vid_gen_params_t, high_noise_sample_params),
    FIELD(sd_vid_gen_params_t, moe_boundary), FIELD(sd_vid_gen_params_t, strength), FIELD(sd_vid_gen_params_t, seed),
    FIELD(sd_vid_gen_params_t, video_frames), FIELD(sd_vid_gen_params_t, fps), FIELD(sd_vid_gen_params_t, vace_strength),
    FIELD(sd_vid_gen_params_t, vae_tiling_params), FIELD(sd_vid_gen_params_t, cache), FIELD(sd_vid_gen_params_t, hires),

    WHOLE(easel_error), FIELD(easel_error, field), FIELD(easel_error, value), FIELD(easel_error, allowed), FIELD(easel_error, text),
    WHOLE(easel_device), FIELD(easel_device, name), FIELD(easel_device, description), FIELD(easel_device, kind),
    FIELD(easel_device, free_bytes), FIELD(easel_device, total_bytes),
    WHOLE(easel_layout), FIELD(easel_layout, structure), FIELD(easel_layout, field), FIELD(easel_layout, offset),
    FIELD(easel_layout, size),
};

int32_t easel_layout_count(void) {
    return (int32_t)(sizeof rows / sizeof rows[0]);
}

const easel_layout* easel_layouts(void) {
    return rows;
}
