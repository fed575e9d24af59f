/** A workflow's form taken apart and put together beside the live form. Knows the form's ways and the desk. */
@org.jspecify.annotations.NullMarked
package easel.ui.formeditor;
