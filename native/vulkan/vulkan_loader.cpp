// The three functions of the Vulkan loader that ggml-vulkan.cpp calls by name, found in the loader at run time. So our
// library does not need libvulkan to be loaded: where there is none, the engine works on the processor instead of not
// at all. Everything else ggml asks vkGetInstanceProcAddr for.

#include <vulkan/vulkan_core.h>

#include <cstring>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <dlfcn.h>
#endif

// Seen inside our library alone: a program that loads it may have the real ones. (On Windows nothing is seen unasked.)
#if defined(__GNUC__) || defined(__clang__)
#pragma GCC visibility push(hidden)
#endif

namespace {

void* open_loader() {
#if defined(_WIN32)
    return reinterpret_cast<void*>(LoadLibraryA("vulkan-1.dll"));
#else
#if defined(__APPLE__)
    const char* const names[] = {"libvulkan.1.dylib", "libvulkan.dylib", "libMoltenVK.dylib"};
#else
    const char* const names[] = {"libvulkan.so.1", "libvulkan.so"};
#endif
    for (const char* name : names) {
        if (void* loader = dlopen(name, RTLD_NOW | RTLD_LOCAL)) {
            return loader;
        }
    }
    return nullptr;
#endif
}

/** The loader's function of that name; null where there is no loader. */
template <typename Function>
Function in_loader(const char* name) {
    static void* const loader = open_loader();
    if (!loader) {
        return nullptr;
    }
#if defined(_WIN32)
    return reinterpret_cast<Function>(GetProcAddress(reinterpret_cast<HMODULE>(loader), name));
#else
    return reinterpret_cast<Function>(dlsym(loader, name));
#endif
}

/** ggml asks for the version before anything else, and does without Vulkan when that fails. */
VKAPI_ATTR VkResult VKAPI_CALL no_version(uint32_t* version) {
    *version = 0;
    return VK_ERROR_INITIALIZATION_FAILED;
}

}  // namespace

extern "C" {

VKAPI_ATTR PFN_vkVoidFunction VKAPI_CALL vkGetInstanceProcAddr(VkInstance instance, const char* name) {
    static const auto real = in_loader<PFN_vkGetInstanceProcAddr>("vkGetInstanceProcAddr");
    if (real) {
        return real(instance, name);
    }
    return std::strcmp(name, "vkEnumerateInstanceVersion") == 0 ? reinterpret_cast<PFN_vkVoidFunction>(no_version) : nullptr;
}

// Nobody has a physical device or a command buffer without a loader.

VKAPI_ATTR void VKAPI_CALL vkGetPhysicalDeviceFeatures2(VkPhysicalDevice device, VkPhysicalDeviceFeatures2* features) {
    static const auto real = in_loader<PFN_vkGetPhysicalDeviceFeatures2>("vkGetPhysicalDeviceFeatures2");
    real(device, features);
}

VKAPI_ATTR void VKAPI_CALL vkCmdCopyBuffer(VkCommandBuffer commands, VkBuffer from, VkBuffer to, uint32_t count, const VkBufferCopy* regions) {
    static const auto real = in_loader<PFN_vkCmdCopyBuffer>("vkCmdCopyBuffer");
    real(commands, from, to, count, regions);
}

}  // extern "C"

#if defined(__GNUC__) || defined(__clang__)
#pragma GCC visibility pop
#endif
