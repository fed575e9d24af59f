/**
 * Pictures as the screen wants them: read, scaled well, kept small. No components here, and nobody of {@code easel.ui}.
 */
@org.jspecify.annotations.NullMarked
package easel.ui.image;
