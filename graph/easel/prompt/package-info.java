/**
 * What a prompt says before the engine reads it: choices, wildcard files, styles, LoRA tags and embeddings by their names. It
 * knows files and words, and no node; what nodes describe and the window may use it.
 */
@org.jspecify.annotations.NullMarked
package easel.prompt;
