/**
 * Everything a person can tell the window to do, as one enum; buttons, menus, tooltips and keys are made from it.
 * Knows the theme, and of the window only {@link easel.ui.action.Deeds}.
 */
@org.jspecify.annotations.NullMarked
package easel.ui.action;
