/**
 * The one place that speaks native: the engine's library called through the Foreign Function and Memory API.
 * Only {@code easel.engine.worker} may know it, and only in the engine's own process.
 */
@org.jspecify.annotations.NullMarked
package easel.engine.ffm;
