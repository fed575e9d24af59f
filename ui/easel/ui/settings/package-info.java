/**
 * What the window remembers between two starts, and the file it is kept in. Plain data; knows nobody of
 * {@code easel.ui} but its tasks and theme.
 */
@org.jspecify.annotations.NullMarked
package easel.ui.settings;
