/**
 * What is done to pictures and masks without the engine, and their way in and out of files. The arithmetic is in {@code easel.pixels}.
 */
@org.jspecify.annotations.NullMarked
package easel.nodes.picture;
