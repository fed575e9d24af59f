package easel.nodes.comfy;

import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.Guider;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;

/** Leads a sampler by one prompt alone. */
public final class BasicGuider extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final In<Conditioning> conditioning = in("conditioning", Port.CONDITIONING);
    private final Out<Guider> guider = out("guider", Port.GUIDER);

    public BasicGuider() {
        super("basic-guider", Schema.Kind.PAINT, "BasicGuider");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.give(guider, new Guider(run.get(model), run.get(conditioning), null, 1));
    }
}
