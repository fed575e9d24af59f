/** A picture of a node, looked at closely: as large as the canvas, pixel for pixel, beside the one before. */
@NullMarked
package easel.ui.closer;

import org.jspecify.annotations.NullMarked;
