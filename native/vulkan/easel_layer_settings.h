// VK_EXT_layer_settings for Vulkan headers older than 1.3.272, such as Debian 12's 1.3.239: the three names that
// ggml-vulkan.cpp uses, with the values and layouts of the Vulkan specification. CMakeLists.txt includes it before that
// file where the headers do not know the extension. It must not include vulkan.hpp: ggml-vulkan.cpp sets macros first.
#pragma once

#include <vulkan/vulkan_core.h>

#if !defined(VK_EXT_layer_settings) && defined(__cplusplus)

#include <cstdint>
#include <vector>

namespace vk {

enum class LayerSettingTypeEXT : std::int32_t { eBool32 = 0 };

struct LayerSettingEXT {
    const char* pLayerName;
    const char* pSettingName;
    LayerSettingTypeEXT type;
    std::uint32_t valueCount;
    const void* pValues;
};

struct LayerSettingsCreateInfoEXT {
    VkStructureType sType = static_cast<VkStructureType>(1000496000);
    const void* pNext = nullptr;
    std::uint32_t settingCount;
    const LayerSettingEXT* pSettings;

    explicit LayerSettingsCreateInfoEXT(const std::vector<LayerSettingEXT>& settings)
        : settingCount(static_cast<std::uint32_t>(settings.size())), pSettings(settings.data()) {}
};

}  // namespace vk

#endif
