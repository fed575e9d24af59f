package easel.engine;

/**
 * The VAE in tiles.
 *
 * @param tileWidth in latent pixels
 * @param overlap   how much of one lies over the next, 0 to 0.5
 * @param across    how many tiles lie beside each other, whatever the picture's width; 0 goes by {@code tileWidth}
 * @param down      how many lie below each other; 0 goes by {@code tileHeight}
 */
public record Tiling(int tileWidth, int tileHeight, double overlap, int across, int down) {

    /** Tiles of a size. */
    public Tiling(int tileWidth, int tileHeight, double overlap) {
        this(tileWidth, tileHeight, overlap, 0, 0);
    }
}
