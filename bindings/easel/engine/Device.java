package easel.engine;

/**
 * Something that can do the work.
 *
 * @param name        the engine's name, to be given as {@link Execution#device()}
 * @param description the maker's name
 * @param freeBytes   memory free now; for the processor the engine reports all of it
 * @param totalBytes  memory in all
 */
public record Device(String name, String description, Kind kind, long freeBytes, long totalBytes) {

    /** Kinds of device. */
    public enum Kind { CPU, GPU, INTEGRATED_GPU, ACCELERATOR }
}
