#include "easel_shim.h"

#include <algorithm>
#include <chrono>
#include <atomic>
#include <cmath>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>

#include "easel_check.h"
#include "ggml-backend.h"
#include "ggml.h"

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace {

// What a cancel throws through the library; not a std::exception, so that no handler of the library's takes it.
struct Cancel {};

struct Callbacks {
    easel_log_cb log           = nullptr;
    easel_progress_cb progress = nullptr;
    easel_preview_cb preview   = nullptr;
    void* user                 = nullptr;
} callbacks;

int last_words_file = -1;
std::atomic<int64_t> cancelled_job{-1};
std::mutex log_mutex;  // loader threads log too, and the library's own buffer is shared

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point then) {
    return std::chrono::duration<double>(Clock::now() - then).count();
}

// The call under way. Only its own thread changes it; the log callback reads `thread` to know whether it is on it.
struct Call {
    std::atomic<std::thread::id> thread{};
    int64_t job        = -1;
    bool may_throw     = false;  // a call from which a throw is safe at all
    bool loading       = false;  // ... but never while the library's loader threads live
    int phase          = -1;
    int phase_before   = -1;     // weights load lazily, in the middle of another phase
    std::string last_error;

    // Previews: what they cost is the difference between steps with and without one.
    preview_t preview       = PREVIEW_NONE;
    float preview_share     = 0;
    bool previewed          = false;
    double plain_step       = 0;
    double preview_cost     = 0;
    Clock::time_point last_preview{};

    bool here() const { return thread.load(std::memory_order_acquire) == std::this_thread::get_id(); }
    bool cancelled() const { return job >= 0 && cancelled_job.load(std::memory_order_acquire) == job; }
} call;

void last_words(const char* text) {
    if (last_words_file >= 0) {
#ifdef _WIN32
        _write(last_words_file, text, (unsigned)strlen(text));
#else
        ssize_t written = write(last_words_file, text, strlen(text));
        (void)written;
#endif
    }
}

void on_abort(const char* message) {
    last_words(message);
}

[[noreturn]] void on_terminate() {
    if (std::exception_ptr current = std::current_exception()) {
        try {
            std::rethrow_exception(current);
        } catch (const std::exception& e) {
            last_words(e.what());
        } catch (...) {
            last_words("an exception left the library");
        }
    } else {
        last_words("terminated");
    }
    std::abort();
}

// The library and the runtime around us share the process's locale; the library reads "1.3" with it.
void use_c_numbers() {
    setlocale(LC_NUMERIC, "C");
}

void throw_if_cancelled() {
    if (call.may_throw && !call.loading && call.cancelled() && std::uncaught_exceptions() == 0) {
        throw Cancel{};
    }
}

void enter_phase(int phase) {
    if (call.phase != phase) {
        call.phase = phase;
        if (callbacks.progress) {
            callbacks.progress(phase, 0, 0, 0, callbacks.user);
        }
    }
}

bool begins(const char* text, const char* with) {
    return strncmp(text, with, strlen(with)) == 0;
}

// The library tells its phases only by these log lines, all of them on the caller's thread.
// Returns whether a throw is safe right here.
bool follow(const char* text) {
    if (begins(text, "loading ") && strstr(text, " tensors from ")) {
        if (!call.loading) {
            call.loading      = true;
            call.phase_before = call.phase;
        }
        enter_phase(EASEL_PHASE_LOADING_MODEL);
    } else if (begins(text, "loading tensors completed")) {
        call.loading = false;
        enter_phase(call.phase_before);
    } else if (begins(text, "IMG2IMG") || begins(text, "EDIT mode")) {
        enter_phase(EASEL_PHASE_ENCODING_PICTURE);
    } else if (begins(text, "generate_image ") || begins(text, "generate_video ")) {
        enter_phase(EASEL_PHASE_READING_TEXT);
    } else if (begins(text, "encode_first_stage completed")) {
        enter_phase(EASEL_PHASE_READING_TEXT);
    } else if (begins(text, "computing condition graph completed") || begins(text, "get_learned_condition completed")) {
        return true;
    } else if (begins(text, "generating image:")) {
        enter_phase(EASEL_PHASE_SAMPLING);
        return true;
    } else if (begins(text, "FLF2V") || begins(text, "IMG2VID") || begins(text, "END2VID")) {
        enter_phase(EASEL_PHASE_ENCODING_PICTURE);
    } else if (begins(text, "sample ") || begins(text, "sample(high noise) ")) {
        enter_phase(EASEL_PHASE_SAMPLING);
    } else if (begins(text, "generating latent video completed")) {
        enter_phase(EASEL_PHASE_DECODING);
    } else if (begins(text, "sampling completed")) {
        return true;
    } else if (begins(text, "hires ") && strstr(text, " upscale ")) {
        enter_phase(EASEL_PHASE_UPSCALING);
    } else if (begins(text, "hires fix: scheduler_steps")) {
        enter_phase(EASEL_PHASE_SAMPLING);
    } else if (begins(text, "decoding ")) {
        enter_phase(EASEL_PHASE_DECODING);
        return true;
    } else if (begins(text, "latent ") && strstr(text, " decoded")) {
        return true;
    }
    return false;
}

void on_log(sd_log_level_t level, const char* text, void*) {
    if (!text) {
        return;
    }
    // "file.cpp:123  - message\n"
    const char* message = strstr(text, " - ");
    message             = message ? message + 3 : text;
    size_t length       = strlen(message);
    while (length > 0 && (message[length - 1] == '\n' || message[length - 1] == '\r')) {
        length--;
    }
    bool here = call.here();
    bool safe = here && follow(message);
    if (here && level == SD_LOG_ERROR) {
        call.last_error.assign(message, length);
    }
    if (callbacks.log) {
        std::lock_guard<std::mutex> one_at_a_time(log_mutex);
        callbacks.log(level, message, (int32_t)std::min<size_t>(length, 8192), callbacks.user);
    }
    if (safe) {
        throw_if_cancelled();
    }
}

void on_preview(int step, int frames, sd_image_t* images, bool, void*) {
    if (!callbacks.preview || frames < 1 || !images || !images[0].data || images[0].channel != 3 || step < 0) {
        return;
    }
    call.previewed    = true;
    call.last_preview = Clock::now();
    callbacks.preview(step, (int32_t)images[0].width, (int32_t)images[0].height, images[0].data, callbacks.user);
}

// The library asks at each step whether to paint a preview; the answer for the next step is given here.
void ask_for_preview(bool now) {
    if (call.preview != PREVIEW_NONE) {
        sd_set_preview_callback(on_preview, call.preview, 1, now, false, nullptr);
    }
}

void begin_previews(preview_t preview, float share) {
    call.preview       = preview;
    call.preview_share = share;
    call.previewed     = false;
    call.plain_step = call.preview_cost = 0;
    call.last_preview                   = Clock::time_point{};
    ask_for_preview(true);
}

bool preview_due(int step, int steps) {
    if (step + 1 >= steps) {
        return false;  // the picture itself is next
    }
    double since = seconds_since(call.last_preview);
    if (call.preview == PREVIEW_PROJ) {
        return since >= 0.03;
    }
    return call.preview_cost == 0 || since * call.preview_share >= call.preview_cost;
}

void on_sampled(int step, int steps, double seconds) {
    if (call.preview != PREVIEW_NONE) {
        if (call.previewed) {
            call.preview_cost = std::max(1e-4, seconds - call.plain_step);
        } else if (step > 0) {
            call.plain_step = seconds;
        }
        call.previewed = false;
        ask_for_preview(preview_due(step, steps));
    }
}

void on_progress(int step, int steps, float seconds, void*) {
    if (!call.here()) {
        return;  // convert reports from its workers
    }
    int phase = call.loading ? EASEL_PHASE_LOADING_MODEL : std::max(call.phase, 0);
    if (callbacks.progress) {
        callbacks.progress(phase, step, steps, std::isfinite(seconds) ? seconds : 0, callbacks.user);
    }
    if (!call.loading && call.phase == EASEL_PHASE_SAMPLING) {
        on_sampled(step, steps, seconds);
    }
    throw_if_cancelled();
}

void copy(char* to, size_t size, const std::string& text) {
    snprintf(to, size, "%s", text.c_str());
}

// Sets up `call` for one call into the library and takes it down again however the call ends.
class Calling {
   public:
    Calling(int64_t job, bool may_throw, int phase) {
        use_c_numbers();
        call.job       = job;
        call.may_throw = may_throw;
        call.loading   = false;
        call.phase     = -1;
        call.last_error.clear();
        call.thread.store(std::this_thread::get_id(), std::memory_order_release);
        enter_phase(phase);
    }
    ~Calling() {
        call.thread.store(std::thread::id(), std::memory_order_release);
        call.job = -1;
        sd_set_preview_callback(nullptr, PREVIEW_NONE, 1, false, false, nullptr);
    }
};

// Runs `work`, which says whether it gave a result, behind a wall that no exception passes.
template <typename Work>
int32_t guarded(int64_t job, bool may_throw, int phase, easel_error* error, Work work) {
    Calling calling(job, may_throw, phase);
    try {
        if (may_throw && call.cancelled()) {
            return EASEL_CANCELLED;
        }
        if (work()) {
            return EASEL_OK;
        }
        copy(error->text, sizeof error->text, call.last_error);
        return EASEL_NO_RESULT;
    } catch (const Cancel&) {
        return EASEL_CANCELLED;
    } catch (const std::exception& e) {
        copy(error->text, sizeof error->text, e.what());
    } catch (...) {
        copy(error->text, sizeof error->text, "unknown exception");
    }
    return EASEL_THROWN;
}

easel_error* cleared(easel_error* error) {
    static easel_error nobody_asked;
    error  = error ? error : &nobody_asked;
    *error = {};
    return error;
}

}  // namespace

void easel_start(const char* path, easel_log_cb log, easel_progress_cb progress, easel_preview_cb preview, void* user) {
    callbacks = {log, progress, preview, user};
    use_c_numbers();
    if (path) {
#ifdef _WIN32
        wchar_t wide[32768];
        if (MultiByteToWideChar(CP_UTF8, 0, path, -1, wide, 32768) > 0) {
            last_words_file = _wopen(wide, _O_WRONLY | _O_CREAT | _O_TRUNC | _O_BINARY, 0600);
        }
#else
        last_words_file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
#endif
    }
#ifdef _WIN32
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#else
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
    ggml_set_abort_callback(on_abort);
    std::set_terminate(on_terminate);
    sd_set_log_callback(on_log, nullptr);
    sd_set_progress_callback(on_progress, nullptr);
}

void easel_lower_priority(void) {
#ifdef _WIN32
    SetPriorityClass(GetCurrentProcess(), BELOW_NORMAL_PRIORITY_CLASS);
#else
    setpriority(PRIO_PROCESS, 0, 10);
#endif
}

int32_t easel_shim_version(void) {
    return EASEL_SHIM_VERSION;
}

const char* easel_engine_version(void) {
    return EASEL_ENGINE_PACKAGE;
}

const char* easel_ggml_version(void) {
    return ggml_version();
}

const char* easel_system_info(void) {
    return sd_get_system_info();
}

int32_t easel_physical_cores(void) {
    return std::max(1, sd_get_num_physical_cores());
}

int32_t easel_device_count(void) {
    return (int32_t)ggml_backend_dev_count();
}

bool easel_device_get(int32_t index, easel_device* out) {
    if (!out || index < 0 || (size_t)index >= ggml_backend_dev_count()) {
        return false;
    }
    ggml_backend_dev_t device = ggml_backend_dev_get((size_t)index);
    *out                      = {};
    snprintf(out->name, sizeof out->name, "%s", ggml_backend_dev_name(device));
    snprintf(out->description, sizeof out->description, "%s", ggml_backend_dev_description(device));
    switch (ggml_backend_dev_type(device)) {
        case GGML_BACKEND_DEVICE_TYPE_CPU: out->kind = EASEL_DEVICE_CPU; break;
        case GGML_BACKEND_DEVICE_TYPE_GPU: out->kind = EASEL_DEVICE_GPU; break;
        case GGML_BACKEND_DEVICE_TYPE_IGPU: out->kind = EASEL_DEVICE_INTEGRATED_GPU; break;
        default: out->kind = EASEL_DEVICE_ACCELERATOR; break;
    }
    size_t free_bytes = 0, total_bytes = 0;
    ggml_backend_dev_memory(device, &free_bytes, &total_bytes);
    out->free_bytes  = free_bytes;
    out->total_bytes = total_bytes;
    return true;
}

void easel_cancel(int64_t job) {
    cancelled_job.store(job, std::memory_order_release);
}

int32_t easel_context_new(const sd_ctx_params_t* params, sd_ctx_t** out, easel_error* error) {
    error = cleared(error);
    if (!params || !out) {
        copy(error->field, sizeof error->field, "params");
        return EASEL_BAD_VALUE;
    }
    *out = nullptr;
    if (!easel::check(*params, *error)) {
        return EASEL_BAD_VALUE;
    }
    return guarded(-1, false, EASEL_PHASE_LOADING_MODEL, error, [&] {
        *out = new_sd_ctx(params);
        return *out != nullptr;
    });
}

void easel_context_free(sd_ctx_t* context) {
    if (context) {
        easel_error ignored = {};
        guarded(-1, false, EASEL_PHASE_LOADING_MODEL, &ignored, [&] {
            free_sd_ctx(context);
            return true;
        });
    }
}

int32_t easel_generate_image(sd_ctx_t* context, const sd_img_gen_params_t* params, int64_t job, enum preview_t preview,
                             float preview_share, sd_image_t* out, easel_error* error) {
    error = cleared(error);
    if (!context || !params || !out) {
        copy(error->field, sizeof error->field, "context");
        return EASEL_BAD_VALUE;
    }
    *out = {};
    if (!easel::check(*params, *error) ||
        !easel::check_range("preview", preview, PREVIEW_NONE, PREVIEW_TAE, *error) ||
        !easel::check_range("preview_share", preview_share, 0, 1, *error)) {
        return EASEL_BAD_VALUE;
    }
    if (!sd_ctx_supports_image_generation(context)) {
        copy(error->text, sizeof error->text, "the model gives no pictures");
        return EASEL_NO_RESULT;
    }
    return guarded(job, true, EASEL_PHASE_READING_TEXT, error, [&] {
        begin_previews(preview, preview_share);
        sd_image_t* images = generate_image(context, params);
        if (!images || !images[0].data) {
            if (images) {
                free_sd_images(images, 1);
            }
            return false;
        }
        *out           = images[0];
        images[0].data = nullptr;
        free_sd_images(images, 1);
        return true;
    });
}

int32_t easel_generate_video(sd_ctx_t* context, const sd_vid_gen_params_t* params, int64_t job, enum preview_t preview,
                             float preview_share, sd_image_t** frames, int32_t* count, easel_error* error) {
    error = cleared(error);
    if (!context || !params || !frames || !count) {
        copy(error->field, sizeof error->field, "context");
        return EASEL_BAD_VALUE;
    }
    *frames = nullptr;
    *count  = 0;
    if (!easel::check(*params, *error) ||
        !easel::check_range("preview", preview, PREVIEW_NONE, PREVIEW_TAE, *error) ||
        !easel::check_range("preview_share", preview_share, 0, 1, *error)) {
        return EASEL_BAD_VALUE;
    }
    if (!sd_ctx_supports_video_generation(context)) {
        copy(error->text, sizeof error->text, "the model gives no videos");
        return EASEL_NO_RESULT;
    }
    return guarded(job, true, EASEL_PHASE_READING_TEXT, error, [&] {
        begin_previews(preview, preview_share);
        sd_audio_t* audio = nullptr;
        int made          = 0;
        bool done         = generate_video(context, params, frames, &made, &audio);
        free_sd_audio(audio);
        *count = made;
        return done && *frames && made > 0;
    });
}

int32_t easel_upscale(const char* model, const char* backend, int32_t threads, int32_t tile, const sd_image_t* picture,
                      int64_t job, sd_image_t* out, easel_error* error) {
    error = cleared(error);
    if (!out || !picture) {
        copy(error->field, sizeof error->field, "picture");
        return EASEL_BAD_VALUE;
    }
    *out = {};
    if (!easel::check_text("model", model, 32768, *error) || !easel::check_device(backend, *error) ||
        !easel::check_range("n_threads", threads, 1, 512, *error) || !easel::check_range("tile", tile, 0, 4096, *error) ||
        !easel::check_image("picture", *picture, 3, *error)) {
        return EASEL_BAD_VALUE;
    }
    upscaler_ctx_t* context = nullptr;
    int32_t status          = guarded(-1, false, EASEL_PHASE_LOADING_MODEL, error, [&] {
        context = new_upscaler_ctx(model, false, threads, tile > 0 ? tile : 128, backend, nullptr);
        return context != nullptr;
    });
    if (status != EASEL_OK) {
        return status;
    }
    status = guarded(job, true, EASEL_PHASE_UPSCALING, error, [&] {
        *out = upscale(context, *picture, (uint32_t)std::max(1, get_upscale_factor(context)));
        return out->data != nullptr;
    });
    easel_error ignored = {};
    guarded(-1, false, EASEL_PHASE_UPSCALING, &ignored, [&] {
        free_upscaler_ctx(context);
        return true;
    });
    return status;
}

int32_t easel_convert(const char* model, const char* vae, const char* to, enum sd_type_t type, easel_error* error) {
    error = cleared(error);
    if (!easel::check_text("model", model, 32768, *error) || (vae && !easel::check_text("vae", vae, 32768, *error)) ||
        !easel::check_text("to", to, 32768, *error) || !easel::check_range("type", type, 0, SD_TYPE_COUNT - 1, *error)) {
        return EASEL_BAD_VALUE;
    }
    return guarded(-1, false, EASEL_PHASE_CONVERTING, error,
                   [&] { return convert(model, vae ? vae : "", to, type, "", false); });
}

void easel_image_free(sd_image_t* image) {
    if (image && image->data) {
        free(image->data);
        *image = {};
    }
}

void easel_frames_free(sd_image_t* frames, int32_t count) {
    free_sd_images(frames, count);
}

void easel_crash(int32_t how) {
    switch (how) {
        case EASEL_CRASH_ABORT: GGML_ABORT("asked to crash"); break;
        case EASEL_CRASH_SEGFAULT: *(volatile int*)nullptr = 1; break;
        default: std::thread([] { throw std::runtime_error("asked to throw"); }).join();
    }
}
