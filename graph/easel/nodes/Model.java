package easel.nodes;

import easel.engine.ModelFiles;

/**
 * Which model: its files, nothing loaded.
 *
 * @param name of the checkpoint without folder and ending
 * @param hash first ten hex digits of the checkpoint's SHA-256, as A1111 writes it
 */
public record Model(ModelFiles files, String name, String hash) {}
