package easel.nodes.comfy;

import easel.engine.RequestCheck;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.Guider;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Leads a sampler by prompt and negative prompt. */
public final class CfgGuider extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final In<Conditioning> positive = in("positive", Port.CONDITIONING);
    private final In<Conditioning> negative = in("negative", Port.CONDITIONING);
    private final Param<Double> cfg = real("cfg", 8, new Rule.Real(0, RequestCheck.MAX_CFG, Rule.Unit.NONE));
    private final Out<Guider> guider = out("guider", Port.GUIDER);

    public CfgGuider() {
        super("cfg-guider", Schema.Kind.PAINT, "CFGGuider");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.give(guider, new Guider(run.get(model), run.get(positive), run.get(negative), run.get(cfg)));
    }
}
