/**
 * The window. {@link easel.ui.EaselWindow} puts it together and opens it; the sub-packages are its parts. Swing is used
 * here and nowhere else. Only {@code easel.cli} may know this room.
 */
@org.jspecify.annotations.NullMarked
package easel.ui;
