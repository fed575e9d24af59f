package easel.format;

import easel.graph.Clipping;

/** Copied nodes as text for the clipboard: a small workflow, so that the text of a whole one can be pasted as well. */
public final class WorkflowClipping {

    private WorkflowClipping() {}

    /** The text of a copy. */
    public static String text(Clipping clipping) {
        return WorkflowFile.text(clipping.document());
    }

    /** What a text holds; read with the same care as a file. */
    public static Clipping parse(String text) throws WorkflowException {
        return new Clipping(WorkflowFile.parse(text));
    }
}
