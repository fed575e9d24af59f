/** The panel at the left of the nodes: every type of node, to be found and brought onto the canvas, and the presets. */
@org.jspecify.annotations.NullMarked
package easel.ui.library;
