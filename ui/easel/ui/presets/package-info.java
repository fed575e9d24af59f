/** Presets to choose from, with what they paint, and a title for one's own. Knows the desk. */
@org.jspecify.annotations.NullMarked
package easel.ui.presets;
