/**
 * The big picture: what is being painted, the result, or a sentence where there is neither. Knows the desk, the actions,
 * the small controls and the theme.
 */
@org.jspecify.annotations.NullMarked
package easel.ui.stage;
