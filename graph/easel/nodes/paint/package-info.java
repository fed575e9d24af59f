/**
 * Easel's short forms of what paints: a model, words, and the nodes that ask the engine for a picture.
 */
@org.jspecify.annotations.NullMarked
package easel.nodes.paint;
