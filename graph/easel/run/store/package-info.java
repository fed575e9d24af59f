/**
 * What outlives the program: the queue and the history, in one SQLite database in the user's data folder that window and
 * command line write at once. Knows files and the platform, nothing of documents, nodes or the engine: a document is a
 * text here. {@code easel.run} fills it; {@code easel.ui} and {@code easel.cli} may read it. Everything here may wait
 * for the disk or for another process, so the window calls it away from its own thread.
 */
@org.jspecify.annotations.NullMarked
package easel.run.store;
