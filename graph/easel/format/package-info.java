/**
 * Files people share: workflows, pictures with their metadata, the infotext of A1111, and names for new pictures.
 * The commands, the nodes, the runs and the window may know it; it knows documents, the engine's plain values and the
 * platform.
 */
@org.jspecify.annotations.NullMarked
package easel.format;
