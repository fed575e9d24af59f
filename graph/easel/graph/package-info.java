/**
 * The document: nodes, links, sockets, schemas, problems, edits and undo, all of them values.
 * Everyone above may know it; it knows {@code easel.platform} alone, neither engine nor window.
 */
@org.jspecify.annotations.NullMarked
package easel.graph;
