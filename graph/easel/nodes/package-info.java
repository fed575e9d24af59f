/**
 * What all nodes share: how a class declares its schema, what goes through its sockets, and the {@link easel.nodes.Catalogue}
 * of them. The classes themselves are in the packages below, by kind, with their words beside them. Nodes speak to the world
 * through {@link easel.nodes.Run} alone. {@code easel.run} and everyone above may know it.
 */
@org.jspecify.annotations.NullMarked
package easel.nodes;
