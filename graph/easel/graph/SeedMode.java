package easel.graph;

/** What becomes of a seed when a run would paint nothing new. */
public enum SeedMode {
    /** It stays. */
    FIXED,
    /** Another one is drawn. */
    RANDOM,
    /** It goes up by the number of pictures. */
    UP,
    /** It goes down by the number of pictures. */
    DOWN
}
