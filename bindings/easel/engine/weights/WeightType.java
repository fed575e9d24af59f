package easel.engine.weights;

import java.util.Map;

/**
 * A weight type's size: {@code bytes} hold {@code block} numbers.
 *
 * @param integer whether its numbers are whole ones, which are good for ids but never for weights
 * @param taken   whether the engine can turn it into what it computes with
 */
record WeightType(String name, int block, int bytes, boolean integer, boolean taken) {

    /** Safetensors' dtypes; the engine takes those of engine.md's list and fails cleanly on the rest. */
    private static final Map<String, WeightType> SAFETENSORS = named(
            real("F64", 1, 8), real("F32", 1, 4), real("F16", 1, 2), real("BF16", 1, 2),
            real("F8_E4M3", 1, 1), real("F8_E5M2", 1, 1), whole("I64", 8, true), whole("I32", 4, true),
            whole("U8", 1, true),   // skipped by the engine, so harmless
            whole("BOOL", 1, false), whole("I8", 1, false), whole("I16", 2, false), whole("U16", 2, false),
            whole("U32", 4, false), whole("U64", 8, false),
            new WeightType("C64", 1, 8, false, false), new WeightType("F8_E8M0", 1, 1, false, false),
            new WeightType("F8_E4M3FNUZ", 1, 1, false, false), new WeightType("F8_E5M2FNUZ", 1, 1, false, false),
            new WeightType("F4", 2, 1, false, false), new WeightType("F6_E2M3", 4, 3, false, false),
            new WeightType("F6_E3M2", 4, 3, false, false));

    /** PyTorch's storages; others make the engine refuse the whole file. */
    private static final Map<String, WeightType> TORCH = Map.of(
            "torch.FloatStorage", real("F32", 1, 4), "torch.DoubleStorage", real("F64", 1, 8),
            "torch.HalfStorage", real("F16", 1, 2), "torch.BFloat16Storage", real("BF16", 1, 2),
            "torch.IntStorage", whole("I32", 4, true), "torch.LongStorage", whole("I64", 8, true),
            "torch.ShortStorage", whole("I16", 2, false), "torch.CharStorage", whole("I8", 1, false),
            "torch.ByteStorage", whole("U8", 1, false), "torch.BoolStorage", whole("BOOL", 1, false));

    /** ggml 0.12's types by number; holes are types that were removed and divide by zero in native code. */
    private static final Map<Integer, WeightType> GGML = Map.ofEntries(
            Map.entry(0, real("F32", 1, 4)), Map.entry(1, real("F16", 1, 2)), Map.entry(2, real("Q4_0", 32, 18)),
            Map.entry(3, real("Q4_1", 32, 20)), Map.entry(6, real("Q5_0", 32, 22)), Map.entry(7, real("Q5_1", 32, 24)),
            Map.entry(8, real("Q8_0", 32, 34)), Map.entry(9, new WeightType("Q8_1", 32, 36, false, false)),
            Map.entry(10, real("Q2_K", 256, 84)), Map.entry(11, real("Q3_K", 256, 110)),
            Map.entry(12, real("Q4_K", 256, 144)), Map.entry(13, real("Q5_K", 256, 176)),
            Map.entry(14, real("Q6_K", 256, 210)), Map.entry(15, new WeightType("Q8_K", 256, 292, false, false)),
            Map.entry(16, real("IQ2_XXS", 256, 66)), Map.entry(17, real("IQ2_XS", 256, 74)),
            Map.entry(18, real("IQ3_XXS", 256, 98)), Map.entry(19, real("IQ1_S", 256, 50)),
            Map.entry(20, real("IQ4_NL", 32, 18)), Map.entry(21, real("IQ3_S", 256, 110)),
            Map.entry(22, real("IQ2_S", 256, 82)), Map.entry(23, real("IQ4_XS", 256, 136)),
            Map.entry(24, whole("I8", 1, false)), Map.entry(25, whole("I16", 2, false)),
            Map.entry(26, whole("I32", 4, true)), Map.entry(27, whole("I64", 8, false)),
            Map.entry(28, new WeightType("F64", 1, 8, false, false)),   // no conversion in ggml: a loader thread would throw
            Map.entry(29, real("IQ1_M", 256, 56)), Map.entry(30, real("BF16", 1, 2)),
            Map.entry(34, real("TQ1_0", 256, 54)), Map.entry(35, real("TQ2_0", 256, 66)),
            Map.entry(39, real("MXFP4", 32, 17)), Map.entry(40, real("NVFP4", 64, 36)), Map.entry(41, real("Q1_0", 128, 18)));

    private static final Map<String, WeightType> GGML_NAMES = named(GGML.values().toArray(WeightType[]::new));

    /** The safetensors dtype {@code name}, null if there is none. */
    static @org.jspecify.annotations.Nullable WeightType safetensors(String name) {
        return SAFETENSORS.get(name);
    }

    /** The type of a PyTorch storage class, null if there is none. */
    static @org.jspecify.annotations.Nullable WeightType torch(String storage) {
        return TORCH.get(storage);
    }

    /** ggml's type of that number, null if there is none (any more). */
    static @org.jspecify.annotations.Nullable WeightType ggml(int number) {
        return GGML.get(number);
    }

    /** The type of a tensor that was read from such a container. */
    static WeightType of(TensorInfo tensor, Container in) {
        WeightType type = switch (in) {
            case SAFETENSORS -> SAFETENSORS.get(tensor.type());
            case GGUF -> GGML_NAMES.get(tensor.type());
            case TORCH_ZIP, TORCH_LEGACY ->
                    TORCH.values().stream().filter(t -> t.name.equals(tensor.type())).findFirst().orElse(null);
        };
        if (type == null) {
            throw new IllegalStateException("read as " + tensor.type());
        }
        return type;
    }

    /** Bytes for so many numbers; -1 if they do not fill whole blocks. */
    long bytesFor(long elements) {
        return elements % block != 0 ? -1 : Math.multiplyExact(elements / block, (long) bytes);
    }

    private static WeightType real(String name, int block, int bytes) {
        return new WeightType(name, block, bytes, false, true);
    }

    private static WeightType whole(String name, int bytes, boolean taken) {
        return new WeightType(name, 1, bytes, true, taken);
    }

    private static Map<String, WeightType> named(WeightType... types) {
        return java.util.Arrays.stream(types).collect(java.util.stream.Collectors.toUnmodifiableMap(WeightType::name, t -> t));
    }
}
