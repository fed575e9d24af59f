package easel.nodes.comfy;

import easel.graph.Schema;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Says which sampler. */
public final class KSamplerSelect extends Node {

    private final Param<easel.engine.Sampler> sampler = choice("sampler_name", easel.engine.Sampler.EULER, easel.engine.Sampler.values(), ComfyNames::of);
    private final Out<easel.engine.Sampler> chosen = out("sampler", Port.SAMPLER);

    public KSamplerSelect() {
        super("k-sampler-select", Schema.Kind.PAINT, "KSamplerSelect");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.give(chosen, run.get(sampler));
    }
}
