/** The graph face of a workflow: the canvas with the desk's document, run and problems, and the bar that zooms it. */
@org.jspecify.annotations.NullMarked
package easel.ui.editor;
