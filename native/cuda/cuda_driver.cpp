// The functions of NVIDIA's driver that ggml-cuda.cu calls by name, found in the driver at run time. So our library
// does not need libcuda to be loaded: where there is no driver, the engine works on the processor instead of not at
// all. (The CUDA runtime looks for the driver in the same way.)

#include <cuda.h>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <dlfcn.h>
#endif

// Seen inside our library alone: the runtime must go on finding the real ones. (On Windows nothing is seen unasked.)
#if defined(__GNUC__) || defined(__clang__)
#pragma GCC visibility push(hidden)
#endif

namespace {

void* open_driver() {
#ifdef _WIN32
    return reinterpret_cast<void*>(LoadLibraryA("nvcuda.dll"));
#else
    return dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
#endif
}

/** The driver's function of that name; null where there is no driver. */
template <typename Function>
Function* in_driver(const char* name) {
    static void* const driver = open_driver();
    if (!driver) {
        return nullptr;
    }
#ifdef _WIN32
    return reinterpret_cast<Function*>(GetProcAddress(reinterpret_cast<HMODULE>(driver), name));
#else
    return reinterpret_cast<Function*>(dlsym(driver, name));
#endif
}

}  // namespace

#define EASEL_FORWARD(name, parameters, arguments)                          \
    CUresult CUDAAPI name parameters {                                      \
        static const auto real = in_driver<CUresult CUDAAPI parameters>(#name); \
        return real ? real arguments : CUDA_ERROR_NOT_INITIALIZED;          \
    }

extern "C" {

EASEL_FORWARD(cuDeviceGet, (CUdevice* device, int ordinal), (device, ordinal))
EASEL_FORWARD(cuDeviceGetAttribute, (int* value, CUdevice_attribute attribute, CUdevice device), (value, attribute, device))
EASEL_FORWARD(cuMemGetAllocationGranularity,
              (size_t* granularity, const CUmemAllocationProp* kind, CUmemAllocationGranularity_flags option),
              (granularity, kind, option))
EASEL_FORWARD(cuMemAddressReserve, (CUdeviceptr* start, size_t size, size_t alignment, CUdeviceptr wanted, unsigned long long flags),
              (start, size, alignment, wanted, flags))
EASEL_FORWARD(cuMemAddressFree, (CUdeviceptr start, size_t size), (start, size))
EASEL_FORWARD(cuMemCreate, (CUmemGenericAllocationHandle* handle, size_t size, const CUmemAllocationProp* kind, unsigned long long flags),
              (handle, size, kind, flags))
EASEL_FORWARD(cuMemRelease, (CUmemGenericAllocationHandle handle), (handle))
EASEL_FORWARD(cuMemMap, (CUdeviceptr start, size_t size, size_t offset, CUmemGenericAllocationHandle handle, unsigned long long flags),
              (start, size, offset, handle, flags))
EASEL_FORWARD(cuMemUnmap, (CUdeviceptr start, size_t size), (start, size))
EASEL_FORWARD(cuMemSetAccess, (CUdeviceptr start, size_t size, const CUmemAccessDesc* access, size_t count), (start, size, access, count))

CUresult CUDAAPI cuGetErrorString(CUresult error, const char** text) {
    static const auto real = in_driver<CUresult CUDAAPI(CUresult, const char**)>("cuGetErrorString");
    if (real) {
        return real(error, text);
    }
    *text = "there is no NVIDIA driver";
    return CUDA_SUCCESS;
}

}  // extern "C"

#if defined(__GNUC__) || defined(__clang__)
#pragma GCC visibility pop
#endif
