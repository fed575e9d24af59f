package easel.ui.desk;

/** The two faces of a workflow. */
public enum Face {
    /** The form, the picture beside it. */
    SIMPLE,
    /** The nodes. */
    GRAPH
}
