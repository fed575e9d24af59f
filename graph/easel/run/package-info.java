/**
 * What makes a document run: plan, keys, cache, queue, and {@link easel.run.Studio}, the one door that window and
 * command line go through. Knows documents, nodes, files and the engine's contract; {@code easel.ui} and
 * {@code easel.cli} may know it. Nothing here touches a window's thread.
 */
@org.jspecify.annotations.NullMarked
package easel.run;
