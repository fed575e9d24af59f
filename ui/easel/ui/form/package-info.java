/**
 * The form of a preset, drawn from the preset itself: a view for each kind of control, none for any one preset.
 * Knows the desk, the small controls and the theme.
 */
@org.jspecify.annotations.NullMarked
package easel.ui.form;
