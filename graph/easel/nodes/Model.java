package easel.nodes;

import easel.engine.ModelFiles;

/**
 * Which model: its files, nothing loaded.
 *
 * @param name of the checkpoint without folder and ending
 */
public record Model(ModelFiles files, String name) {}
