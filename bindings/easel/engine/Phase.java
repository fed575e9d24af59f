package easel.engine;

/** What the engine is doing. The order is the usual one, but phases come again (hires pass, lazy loading). */
public enum Phase {
    /** Another process has the engine; it was asked to let go. */
    WAITING_FOR_ENGINE,
    STARTING_ENGINE, LOADING_MODEL, READING_TEXT, ENCODING_PICTURE, SAMPLING, DECODING, UPSCALING, CONVERTING
}
