/**
 * What a model file is, told from its header alone, before any native code sees it: native code ends its process on
 * many damaged files. Reads safetensors, GGUF and PyTorch files in plain Java, executes nothing, never reads weights.
 * Knows {@code easel.engine}'s values; everyone above the engine may know it, the engine's worker too.
 */
@org.jspecify.annotations.NullMarked
package easel.engine.weights;
