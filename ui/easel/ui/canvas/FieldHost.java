package easel.ui.canvas;

import easel.graph.InputRef;

/** Who has the controls with which parameters are edited where they are shown in nodes. */
public interface FieldHost {

    /** A person wants to edit a parameter: the control belongs over {@link CanvasView#fieldBounds}. */
    void edit(InputRef parameter);

    /** A person wants another number in a seed; its rule stays. */
    void drawSeed(InputRef seed);
}
