/** Drawing shapes on a picture with pointer and keys. Knows the document's values, not the form or the desk. */
@NullMarked
package easel.ui.mask;

import org.jspecify.annotations.NullMarked;
