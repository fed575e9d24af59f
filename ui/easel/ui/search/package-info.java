/**
 * Finds kinds of nodes by words, by what a wire needs, and by what a person uses. Knows the catalogue and Swing, and
 * nobody of {@code easel.ui} but theme and widgets.
 */
@org.jspecify.annotations.NullMarked
package easel.ui.search;
