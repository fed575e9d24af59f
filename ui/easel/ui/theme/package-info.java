/**
 * How Easel looks: the light and the dark theme with every colour of the design, the one icon set, and what the
 * system prefers. All of {@code easel.ui} may know it; it knows nobody of {@code easel.ui}.
 */
@org.jspecify.annotations.NullMarked
package easel.ui.theme;
