// The least that paints a picture with the library: what ./bench holds the cold start of ./easel generate against.
// paint CHECKPOINT TAESD THREADS STEPS COUNT: prints the seconds of each call; the first one loads.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "stable-diffusion.h"

int main(int argc, char** argv) {
    if (argc != 6) {
        fprintf(stderr, "paint CHECKPOINT TAESD THREADS STEPS COUNT\n");
        return 2;
    }
    sd_ctx_params_t context_params;
    sd_ctx_params_init(&context_params);
    context_params.model_path      = argv[1];
    context_params.taesd_path      = argv[2];
    context_params.n_threads       = atoi(argv[3]);
    context_params.rng_type        = CUDA_RNG;
    context_params.lora_apply_mode = LORA_APPLY_AT_RUNTIME;
    context_params.backend         = "CPU";
    sd_ctx_t* context              = new_sd_ctx(&context_params);
    if (!context) {
        return 1;
    }
    sd_img_gen_params_t params;
    sd_img_gen_params_init(&params);
    params.prompt                          = "mountains at sunset, purple sky, sun, clouds";
    params.negative_prompt                 = "";
    params.width = params.height           = 128;
    params.seed                            = 1;
    params.sample_params.sample_steps      = atoi(argv[4]);
    params.sample_params.guidance.txt_cfg  = 4;
    params.sample_params.sample_method     = EULER_SAMPLE_METHOD;
    params.sample_params.scheduler         = DISCRETE_SCHEDULER;
    for (int i = 0; i < atoi(argv[5]); i++) {
        auto start         = std::chrono::steady_clock::now();
        sd_image_t* images = generate_image(context, &params);
        printf("%.4f\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        if (!images) {
            return 1;
        }
        free_sd_images(images, 1);
    }
    free_sd_ctx(context);
    return 0;
}
