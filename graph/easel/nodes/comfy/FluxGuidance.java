package easel.nodes.comfy;

import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Says how closely a distilled model such as Flux keeps to the prompt. */
public final class FluxGuidance extends Node {

    private final In<Conditioning> conditioning = in("conditioning", Port.CONDITIONING);
    private final Param<Double> guidance = real("guidance", 3.5, new Rule.Real(0, 100, Rule.Unit.NONE));
    private final Out<Conditioning> guided = out("guided", Port.CONDITIONING);

    public FluxGuidance() {
        super("flux-guidance", Schema.Kind.WORDS, "FluxGuidance");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.give(guided, run.get(conditioning).guided(run.get(guidance)));
    }
}
