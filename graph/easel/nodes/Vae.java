package easel.nodes;

import easel.engine.ModelFiles;

/** Which VAE: the files it is in, a checkpoint or one of its own. */
public record Vae(ModelFiles files) {}
