/**
 * The graph editor's canvas: any document, painted and hit-tested by painters of our own inside a component of JGraphX,
 * which keeps cells, their places and the selection. The document is the truth; what a person does is told as an edit.
 * The only place that knows {@code com.mxgraph}. Knows the theme, images and threads of {@code easel.ui}, nothing of the window.
 */
@org.jspecify.annotations.NullMarked
package easel.ui.canvas;
