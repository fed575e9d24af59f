package easel.engine;

/**
 * Where and how the work is done.
 *
 * @param device         the engine's name of a device, such as {@code CPU} or {@code Vulkan0}
 * @param threads        threads on the processor, 1 or more
 * @param rung           how sparing with memory
 * @param flashAttention less memory in the diffusion model's attention
 * @param mmap           map the weights instead of reading them
 */
public record Execution(String device, int threads, Rung rung, boolean flashAttention, boolean mmap) {

    /** On the processor with {@code threads} threads, nothing spared. */
    public static Execution cpu(int threads) {
        return new Execution("CPU", threads, Rung.AS_ASKED, false, false);
    }

    /** The same on another rung. */
    public Execution on(Rung other) {
        return new Execution(device, threads, other, flashAttention, mmap);
    }
}
