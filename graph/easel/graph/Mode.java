package easel.graph;

/** How a node takes part. */
public enum Mode {
    /** It runs. */
    ON,
    /** It gives nothing. */
    MUTED,
    /** What comes in goes out as it is, by type. */
    BYPASSED,
    /** Its kept result is used whatever feeds it. */
    FROZEN
}
