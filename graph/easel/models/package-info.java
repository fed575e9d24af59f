/**
 * Where model files lie on this machine and the short names they go by: Easel's own folder and those of other programs that
 * the person has pointed at. Nothing in them is copied, moved or written.
 */
@org.jspecify.annotations.NullMarked
package easel.models;
