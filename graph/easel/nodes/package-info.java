/**
 * The catalogue: one small class for each type of node, its schema declared by the class itself, its words beside it.
 * Nodes speak to the world through {@link easel.nodes.Run} alone. {@code easel.run} and everyone above may know it.
 */
@org.jspecify.annotations.NullMarked
package easel.nodes;
