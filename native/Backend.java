import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the engine can work on beside the processor. */
enum Backend {
    CPU, VULKAN, CUDA, METAL;

    /** As people write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it. */
    String title() {
        return switch (this) {
            case CPU -> "the processor";
            case VULKAN -> "Vulkan";
            case CUDA -> "CUDA";
            case METAL -> "Metal";
        };
    }

    static Optional<Backend> of(String word) {
        return List.of(values()).stream().filter(b -> b.word().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst();
    }

    /**
     * What to build when nobody said what, the best first; the processor is always the last. NVIDIA's own toolkit is
     * on a machine only because somebody wanted it, so it comes first.
     */
    static List<Backend> candidates(Sdk sdk) {
        return java.util.stream.Stream.of(METAL, CUDA, VULKAN, CPU).filter(b -> sdk.missingFor(b).isEmpty()).toList();
    }
}
