// Paints with the engine for checks and sample sheets. Reads jobs from standard input, one a line, fields parted by tabs:
//   seed steps cfg method width height strength start-picture lora:strength prompt negative output
// start-picture and lora:strength are "-" for none; pictures are PPM. Usage: paint CHECKPOINT TAESD THREADS
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "stable-diffusion.h"

static sd_image_t read_ppm(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string magic;
    int width = 0, height = 0, most = 0;
    file >> magic >> width >> height >> most;
    file.get();
    if (magic != "P6" || most != 255) {
        fprintf(stderr, "not a PPM: %s\n", path.c_str());
        exit(2);
    }
    uint8_t* data = (uint8_t*)malloc((size_t)width * height * 3);
    file.read((char*)data, (size_t)width * height * 3);
    return {(uint32_t)width, (uint32_t)height, 3, data};
}

int main(int argc, char** argv) {
    if (argc != 4) {
        fprintf(stderr, "paint CHECKPOINT TAESD THREADS < jobs\n");
        return 2;
    }
    if (getenv("KIT_PAINT_LOG")) {
        sd_set_log_callback([](enum sd_log_level_t, const char* text, void*) { fputs(text, stderr); }, nullptr);
    }
    sd_ctx_params_t context_params;
    sd_ctx_params_init(&context_params);
    context_params.model_path      = argv[1];
    context_params.taesd_path      = argv[2];
    context_params.n_threads       = atoi(argv[3]);
    context_params.lora_apply_mode = LORA_APPLY_AT_RUNTIME;
    context_params.backend         = "CPU";
    sd_ctx_t* context              = new_sd_ctx(&context_params);
    if (!context) {
        return 1;
    }
    std::string line;
    while (std::getline(std::cin, line)) {
        std::vector<std::string> field;
        std::stringstream parts(line);
        for (std::string part; std::getline(parts, part, '\t');) {
            field.push_back(part);
        }
        if (field.size() != 12) {
            fprintf(stderr, "12 fields wanted, %zu found\n", field.size());
            return 2;
        }
        sd_img_gen_params_t params;
        sd_img_gen_params_init(&params);
        params.seed                           = atoll(field[0].c_str());
        params.sample_params.sample_steps     = atoi(field[1].c_str());
        params.sample_params.guidance.txt_cfg = (float)atof(field[2].c_str());
        params.sample_params.sample_method    = str_to_sample_method(field[3].c_str());
        bool few                              = params.sample_params.sample_method == LCM_SAMPLE_METHOD;
        params.sample_params.scheduler        = few ? LCM_SCHEDULER : DISCRETE_SCHEDULER;
        params.width                          = atoi(field[4].c_str());
        params.height                         = atoi(field[5].c_str());
        params.strength                       = (float)atof(field[6].c_str());
        if (field[7] != "-") {
            params.init_image = read_ppm(field[7]);
        }
        sd_lora_t lora = {};
        std::string lora_path;
        if (field[8] != "-") {
            size_t colon      = field[8].rfind(':');
            lora_path         = field[8].substr(0, colon);
            lora.path         = lora_path.c_str();
            lora.multiplier   = (float)atof(field[8].c_str() + colon + 1);
            params.loras      = &lora;
            params.lora_count = 1;
        }
        params.prompt          = field[9].c_str();
        params.negative_prompt = field[10] == "-" ? "" : field[10].c_str();
        auto start             = std::chrono::steady_clock::now();
        sd_image_t* images     = generate_image(context, &params);
        if (!images || !images[0].data) {
            fprintf(stderr, "no picture for: %s\n", line.c_str());
            return 1;
        }
        printf("%.3f s %s\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), field[11].c_str());
        fflush(stdout);
        std::ofstream out(field[11], std::ios::binary);
        out << "P6\n" << images[0].width << " " << images[0].height << "\n255\n";
        out.write((const char*)images[0].data, (std::streamsize)images[0].width * images[0].height * 3);
        free(images[0].data);
        free(images);
        free(params.init_image.data);
    }
    free_sd_ctx(context);
    return 0;
}
