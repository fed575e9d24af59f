package easel.nodes;

import easel.graph.Schema;

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
