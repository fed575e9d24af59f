package easel.nodes.comfy;

import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Moves the steps of a flow model towards noise. */
public final class ModelSamplingSd3 extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<Double> shift = real("shift", 3, new Rule.Real(0.01, 100, Rule.Unit.NONE));
    private final Out<Model> patched = out("patched_model", Port.MODEL);

    public ModelSamplingSd3() {
        super("model-sampling-sd3", Schema.Kind.LOAD, "ModelSamplingSD3");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.give(patched, run.get(model).shifted(run.get(shift)));
    }
}
