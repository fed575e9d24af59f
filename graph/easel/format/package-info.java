/**
 * Files people share: pictures with their metadata, the infotext of A1111, and names for new pictures.
 * The commands, the runs and the window may know it; it knows the engine's plain values and the platform, no document.
 */
@org.jspecify.annotations.NullMarked
package easel.format;
