/*
 * The border between Java and stable-diffusion.cpp: no exception and no bad argument crosses it.
 *
 * Every call that can fail returns an easel_status and fills an easel_error. One call that works on a model
 * (context, generate, upscale, convert) may be under way in a process at a time; easel_cancel and the questions
 * about devices and versions may come from any thread.
 */
#ifndef EASEL_SHIM_H
#define EASEL_SHIM_H

#include "stable-diffusion.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when anything in this header changes its meaning. */
#define EASEL_SHIM_VERSION 2

enum easel_status {
    EASEL_OK        = 0,
    EASEL_CANCELLED = 1, /* by easel_cancel; the context stays good unless a ControlNet was in use */
    EASEL_BAD_VALUE = 2, /* an argument was refused before the call; field, value and allowed are filled */
    EASEL_NO_RESULT = 3, /* the library gave NULL or false; text is its last error line */
    EASEL_THROWN    = 4  /* an exception came out of the library; drop the context */
};

typedef struct {
    char field[64];    /* which argument, for EASEL_BAD_VALUE */
    char value[128];   /* what it was */
    char allowed[192]; /* what it may be */
    char text[1024];   /* what the library said last */
} easel_error;

enum easel_phase {
    EASEL_PHASE_LOADING_MODEL    = 0,
    EASEL_PHASE_READING_TEXT     = 1,
    EASEL_PHASE_ENCODING_PICTURE = 2,
    EASEL_PHASE_SAMPLING         = 3,
    EASEL_PHASE_DECODING         = 4,
    EASEL_PHASE_UPSCALING        = 5,
    EASEL_PHASE_CONVERTING       = 6
};

/*
 * Called on the thread that made the call, except log, which loader threads call as well (one at a time).
 * Nothing that is passed outlives the callback. The callbacks must not throw.
 */
typedef void (*easel_log_cb)(int32_t level, const char* text, int32_t length, void* user);
/* steps 0: the phase began and how long it takes is not known. */
typedef void (*easel_progress_cb)(int32_t phase, int32_t step, int32_t steps, float seconds, void* user);
typedef void (*easel_preview_cb)(int32_t step, int32_t width, int32_t height, const uint8_t* rgb, void* user);

/*
 * Once, before anything else: sets the number format that the library parses with, stops core dumps, and sees to it
 * that what the library says when it aborts stands in last_words (a file that is created) before the process ends.
 * last_words may be NULL.
 */
SD_API void easel_start(const char* last_words, easel_log_cb log, easel_progress_cb progress, easel_preview_cb preview, void* user);

/* Below the person's own programs: nice 10, or below-normal priority on Windows. */
SD_API void easel_lower_priority(void);

SD_API int32_t easel_shim_version(void);
/* The version of the source package; the library's own version call reads "unknown" outside its repository. */
SD_API const char* easel_engine_version(void);
SD_API const char* easel_ggml_version(void);
/* Which processor instructions the library was built to use. */
SD_API const char* easel_system_info(void);
/* Processor cores without their second threads; at least 1. */
SD_API int32_t easel_physical_cores(void);

/* ---- devices ---- */

enum easel_device_kind {
    EASEL_DEVICE_CPU            = 0,
    EASEL_DEVICE_GPU            = 1,
    EASEL_DEVICE_INTEGRATED_GPU = 2,
    EASEL_DEVICE_ACCELERATOR    = 3
};

typedef struct {
    char name[64];
    char description[192];
    int32_t kind;
    uint64_t free_bytes;
    uint64_t total_bytes;
} easel_device;

SD_API int32_t easel_device_count(void);
/* false if there is no device with this index. */
SD_API bool easel_device_get(int32_t index, easel_device* out);

/* ---- jobs ---- */

/*
 * Marks the job; the call that works on it ends at its next safe moment: between sampling steps, VAE and ESRGAN tiles,
 * and between the phases of a picture, never while weights load. A cancel for a job that has not begun is not kept here.
 */
SD_API void easel_cancel(int64_t job);

SD_API int32_t easel_context_new(const sd_ctx_params_t* params, sd_ctx_t** out, easel_error* error);
SD_API void easel_context_free(sd_ctx_t* context);

/*
 * One picture (batch_count must be 1). preview_share bounds the part of the sampling time that previews may take,
 * 0 to 1; linear previews cost nothing and are not bounded by it. The picture is freed with easel_image_free.
 */
SD_API int32_t easel_generate_image(sd_ctx_t* context, const sd_img_gen_params_t* params, int64_t job,
                                    enum preview_t preview, float preview_share, sd_image_t* out, easel_error* error);

/*
 * One video, its frames as an array that is freed with easel_frames_free; the library may round their number. Sound is
 * left out. Previews show the first frame. As above otherwise.
 */
SD_API int32_t easel_generate_video(sd_ctx_t* context, const sd_vid_gen_params_t* params, int64_t job, enum preview_t preview,
                                    float preview_share, sd_image_t** frames, int32_t* count, easel_error* error);

/* The picture enlarged by the model's own factor. tile is in pixels of the small picture; 0 takes the library's 128. */
SD_API int32_t easel_upscale(const char* model, const char* backend, int32_t threads, int32_t tile, const sd_image_t* picture,
                             int64_t job, sd_image_t* out, easel_error* error);

/* A model written as GGUF with its weights in another type. Cannot be cancelled. vae may be NULL. */
SD_API int32_t easel_convert(const char* model, const char* vae, const char* to, enum sd_type_t type, easel_error* error);

SD_API void easel_image_free(sd_image_t* image);
SD_API void easel_frames_free(sd_image_t* frames, int32_t count);

/* ---- the layout of every struct that Java touches, as this compiler sees it ---- */

typedef struct {
    const char* structure;
    const char* field; /* NULL: the row is about the whole struct */
    uint64_t offset;
    uint64_t size;
} easel_layout;

SD_API int32_t easel_layout_count(void);
SD_API const easel_layout* easel_layouts(void);

/* ---- tests only: ways for a process to end that its parent must survive ---- */

enum easel_crash { EASEL_CRASH_ABORT = 0, EASEL_CRASH_SEGFAULT = 1, EASEL_CRASH_THROW = 2 };
SD_API void easel_crash(int32_t how);

#ifdef __cplusplus
}
#endif

#endif
