// Read before ggml's top-k.cu, which uses cuda::discard_iterator and makes sure of no header that declares it.
#pragma once
#if __has_include(<cuda/iterator>)
#include <cuda/iterator>
#endif
