package easel.engine;

/** The VAE in tiles: their size in latent pixels and how much of one lies over the next, 0 to 0.5. */
public record Tiling(int tileWidth, int tileHeight, double overlap) {}
