// Argument checks: what the library does not survive, refused before the call.
#pragma once
#include "easel_shim.h"

namespace easel {

// Each fills error and returns false on the first bad value.
bool check(const sd_ctx_params_t& params, easel_error& error);
bool check(const sd_img_gen_params_t& params, easel_error& error);
bool check(const sd_vid_gen_params_t& params, easel_error& error);
bool check_image(const char* field, const sd_image_t& image, uint32_t channels, easel_error& error);
bool check_text(const char* field, const char* text, size_t limit, easel_error& error);
bool check_range(const char* field, double value, double least, double most, easel_error& error);
bool check_device(const char* name, easel_error& error);

}  // namespace easel
