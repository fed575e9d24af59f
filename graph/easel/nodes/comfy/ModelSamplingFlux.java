package easel.nodes.comfy;

import easel.engine.RequestCheck;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Moves the steps of a Flux model towards noise, the further the larger the picture. */
public final class ModelSamplingFlux extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<Double> most = real("max_shift", 1.15, new Rule.Real(0, 100, Rule.Unit.NONE));
    private final Param<Double> base = real("base_shift", 0.5, new Rule.Real(0, 100, Rule.Unit.NONE));
    private final Param<Integer> width = whole("width", 1024, new Rule.Whole(16, RequestCheck.MAX_SIDE, 8, Rule.Unit.PIXELS));
    private final Param<Integer> height = whole("height", 1024, new Rule.Whole(16, RequestCheck.MAX_SIDE, 8, Rule.Unit.PIXELS));
    private final Out<Model> patched = out("patched_model", Port.MODEL);

    public ModelSamplingFlux() {
        super("model-sampling-flux", Schema.Kind.LOAD, "ModelSamplingFlux");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        // A line through the base at 256 tokens and the most at 4096; a token is 16 pixels wide and high (Flux's own sampling.py).
        double slope = (run.get(most) - run.get(base)) / (4096 - 256);
        double tokens = (double) run.get(width) * run.get(height) / (16 * 16);
        run.give(patched, run.get(model).shifted(run.get(base) + slope * (tokens - 256)));
    }
}
