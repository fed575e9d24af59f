/** The drawer at the lower edge: the queue, what is wrong with the workflow, and what was said. */
@org.jspecify.annotations.NullMarked
package easel.ui.drawer;
