// A library in the place of the engine's: makes pictures up instead of painting them, everything else is the real one,
// which this one is linked to. For ./bench, to see what results cost the program that asks for them.
#include <cstdlib>

#include "easel_shim.h"

static easel_progress_cb on_progress;
static easel_preview_cb on_preview;
static void* user;

// A sky with a gradient and grain, so that it compresses about as badly as a photograph.
static uint8_t* picture(int width, int height, uint32_t seed) {
    auto* rgb = static_cast<uint8_t*>(malloc(size_t(width) * height * 3));
    for (int y = 0, i = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            for (int c = 0; c < 3; c++) {
                seed     = seed * 1664525u + 1013904223u;
                rgb[i++] = uint8_t((y * (c + 1) * 64 / height + x * 64 / width + (seed >> 27)) & 0xff);
            }
        }
    }
    return rgb;
}

extern "C" {

SD_API void easel_start(const char*, easel_log_cb, easel_progress_cb progress, easel_preview_cb preview, void* of) {
    on_progress = progress;
    on_preview  = preview;
    user        = of;
}

SD_API int32_t easel_context_new(const sd_ctx_params_t*, sd_ctx_t** out, easel_error*) {
    static char nothing;
    *out = reinterpret_cast<sd_ctx_t*>(&nothing);
    return EASEL_OK;
}

SD_API void easel_context_free(sd_ctx_t*) {}

SD_API int32_t easel_generate_image(sd_ctx_t*, const sd_img_gen_params_t* params, int64_t job, enum preview_t, float,
                                    sd_image_t* out, easel_error*) {
    int steps = params->sample_params.sample_steps;
    on_progress(EASEL_PHASE_SAMPLING, 0, 0, 0, user);
    for (int step = 1; step <= steps; step++) {
        uint8_t* rgb = picture(params->width, params->height, uint32_t(job * 1000 + step));
        on_preview(step, params->width, params->height, rgb, user);
        free(rgb);
        on_progress(EASEL_PHASE_SAMPLING, step, steps, 0.01f, user);
    }
    out->width   = uint32_t(params->width);
    out->height  = uint32_t(params->height);
    out->channel = 3;
    out->data    = picture(params->width, params->height, uint32_t(params->seed));
    return EASEL_OK;
}

SD_API void easel_image_free(sd_image_t* image) {
    free(image->data);
    image->data = nullptr;
}
}
