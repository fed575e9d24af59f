/**
 * The machine Easel runs on: its operating system, its folders, its graphics cards, whole-file writes, and the words of a language.
 * Everyone may know it; it knows nobody.
 */
@org.jspecify.annotations.NullMarked
package easel.platform;
