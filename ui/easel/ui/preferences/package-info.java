/** The popover behind the gear: language, theme, where pictures go, what does the work. */
@org.jspecify.annotations.NullMarked
package easel.ui.preferences;
